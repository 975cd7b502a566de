from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from ketnghia.ui.thread import Knot


def render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_the_sentence_under_a_heading_keeps_its_links() -> None:
    html = render('{% page_head title="Hôm nay" %}<p><a href="#x">2 việc</a></p>{% endpage_head %}')

    assert '<p><a href="#x">2 việc</a></p>' in html


def test_a_title_that_looks_like_markup_stays_text() -> None:
    html = render("{% section title=title %}{% endsection %}", title="<b>Đậm</b>")

    assert "&lt;b&gt;Đậm&lt;/b&gt;" in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    "source",
    [
        '{% page_head title="A" subtitle="B" %}{% endpage_head %}',
        '{% section title="A" tone="red" %}{% endsection %}',
        '{% tie left="A" right="B" colour="red" %}',
        '{% tally done=1 bound="exactly" quantity=1 percent=True %}',
        '{% notice tone="red" %}{% endnotice %}',
        '{% state is="late" colour="red" %}{% endstate %}',
        "{% thread knots=knots scale=True %}",
    ],
)
def test_a_component_refuses_what_it_does_not_know(source: str) -> None:
    with pytest.raises((TemplateSyntaxError, TypeError)):
        render(source, knots=[])


@pytest.mark.parametrize(
    ("done", "bound", "quantity", "late", "cells", "end"),
    [
        (1, "at_least", 2, False, ["on", ""], "least"),
        (3, "at_least", 2, False, ["on", "on", "over"], "least"),
        (1, "at_most", 3, False, ["on", "", ""], "most"),
        (2, "about", 3, False, ["on", "on", ""], "about"),
        (0, "exactly", 1, True, ["late"], "exact"),
    ],
)
def test_a_tally_has_a_cell_for_each_thing_and_says_its_bound(
    *, done: int, bound: str, quantity: int, late: bool, cells: list[str], end: str
) -> None:
    html = render(
        "{% tally done=done bound=bound quantity=quantity late=late %}",
        done=done,
        bound=bound,
        quantity=quantity,
        late=late,
    )

    drawn = "".join(f"<span data-{cell}></span>" if cell else "<span></span>" for cell in cells)
    expected = f'<span class="tally" data-bound="{end}" aria-hidden="true">{drawn}</span>'
    assert html.strip() == expected


def test_more_than_twelve_cells_become_one_bar() -> None:
    html = render('{% tally done=1500 bound="at_least" quantity=2000 %}')

    assert 'class="gauge"' in html
    assert "<span" not in html


def test_a_long_thread_folds_its_oldest_knots_into_one() -> None:
    knots = [
        Knot(f"1/1/{2010 + n}", f"Việc {n}", on=date(2010 + n, 1, 1), line="taut")
        for n in range(12)
    ]

    html = render("{% thread knots=knots %}", knots=knots)

    assert html.count('<li class="thread-item"') == 8
    assert "2010–2014" in html
    assert "5 lần" in html
    assert "1/1/2010: Việc 0" in html


def test_eight_knots_are_all_shown() -> None:
    knots = [Knot(f"{n}/2016", f"Việc {n}", on=date(2016, n, 1)) for n in range(1, 9)]

    html = render("{% thread knots=knots %}", knots=knots)

    assert html.count('<li class="thread-item"') == 8
    assert "<details" not in html


class SigningForm(forms.Form):
    signed_on = forms.DateField(label="Ngày ký", help_text="Như trên bản ký.")
    note = forms.CharField(label="Ghi thêm", required=False)


def test_a_refused_field_is_tied_to_its_hint_and_its_error() -> None:
    form = SigningForm({"signed_on": "31/2/2025"})

    html = render("{% field form.signed_on %}", form=form)

    assert 'aria-describedby="id_signed_on-hint id_signed_on-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_signed_on-hint"' in html
    assert 'id="id_signed_on-error"' in html
    assert 'value="31/2/2025"' in html


def test_only_a_field_one_may_leave_out_says_so() -> None:
    form = SigningForm()

    assert "không bắt buộc" in render("{% field form.note %}", form=form)
    assert "không bắt buộc" not in render("{% field form.signed_on %}", form=form)
    assert "không bắt buộc" not in render("{% field form.note is_filter=True %}", form=form)


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("x", "")])
def test_the_theme_is_the_one_chosen_on_the_device(cookie: str, theme: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = cookie

    assert render("{% chosen_theme as theme %}[{{ theme }}]", request=request) == f"[{theme}]"


class SentForm(forms.Form):
    seen_on = forms.DateField(widget=forms.HiddenInput)
    signed_on = forms.DateField(label="Ngày ký")
    title = forms.CharField(label="Tên")


def test_what_was_refused_is_said_above_the_form_with_a_way_to_each_field() -> None:
    form = SentForm({"seen_on": "x", "signed_on": "", "title": "Chương trình"})
    form.add_error(None, "Văn bản cần hai bên.")

    html = render("{% form_errors form %}", form=form)

    assert 'role="alert"' in html
    assert "Văn bản cần hai bên." in html
    assert form.errors["seen_on"][0] in html
    assert '<a href="#id_signed_on">Ngày ký</a>' in html
    assert "id_title" not in html


def test_a_form_without_fault_says_nothing() -> None:
    assert render("{% form_errors form %}", form=SentForm()).strip() == ""
