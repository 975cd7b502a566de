"""The national lists, and what units make of them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.checklists.models import Template
from ketnghia.checklists.operations import Line, revise, templates_for
from ketnghia.checklists.terms import Kind

LINES = [Line("Xin chủ trương", -90), Line("Báo cáo", 5)]


def national(kind: str) -> Template:
    return Template.objects.get(unit=None, kind=kind)


def test_every_database_begins_with_the_four_national_lists(db: None) -> None:
    steps = {t.kind: t.steps.count() for t in Template.objects.filter(unit=None)}

    assert steps == {"domestic": 12, "out": 15, "in": 16, "children": 9}
    papers = national("out").steps.filter(is_paper=True).values_list("what", flat=True)
    assert {"Có trong kế hoạch đối ngoại của năm", "Văn bản chủ trương", "Văn bản cho phép"} <= set(
        papers
    )


def test_a_unit_uses_its_own_then_the_one_above_then_the_national(cast: SimpleNamespace) -> None:
    above = revise(national("out"), unit=cast.province, name="Tỉnh", lines=LINES, by=cast.quan)
    own = revise(national("in"), unit=cast.east, name="Xã", lines=LINES, by=cast.quan)

    assert templates_for(cast.east) == {
        Kind.DOMESTIC: national("domestic"),
        Kind.CHILDREN: national("children"),
        Kind.OUT: above,
        Kind.IN: own,
    }
    assert templates_for(cast.elsewhere)[Kind.OUT] == national("out")


def test_a_version_never_changes(cast: SimpleNamespace) -> None:
    first = revise(national("out"), unit=cast.east, name="Bản", lines=LINES, by=cast.quan)
    second = revise(first, unit=cast.east, name="Bản", lines=LINES[:1], by=cast.quan)

    first.refresh_from_db()
    assert (first.version, second.version) == (1, 2)
    assert (first.steps.count(), second.steps.count()) == (2, 1)
    assert first.replaced_at
    assert second.made_from == first
    with pytest.raises(ValidationError, match="bản mới hơn"):
        revise(first, unit=cast.east, name="Bản", lines=LINES, by=cast.quan)
    with pytest.raises(ValidationError, match="ít nhất một việc"):
        revise(second, unit=cast.east, name="Bản", lines=[], by=cast.quan)


def test_who_sees_a_units_list(cast: SimpleNamespace) -> None:
    own = revise(national("out"), unit=cast.province, name="Tỉnh", lines=LINES, by=cast.quan)

    def sees(who: str) -> bool:
        return Template.objects.visible_to(getattr(cast, who)).filter(pk=own.pk).exists()

    assert {who: sees(who) for who in ("lan", "minh", "hoa", "quan", "stranger")} == {
        "lan": True,
        "minh": True,
        "hoa": True,
        "quan": True,
        "stranger": False,
    }


def test_an_administrator_makes_an_own_copy(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.quan)
    edit = reverse("checklists:template_edit", args=[national("children").pk])
    form = client.get(edit).context["form"]
    assert form.size == 12

    answer = client.post(
        edit,
        {
            "size": "3",
            "name": "Thiếu nhi của tỉnh",
            "unit": cast.province.pk,
            "what-0": "Báo cáo",
            "days-0": "3",
            "side-0": "after",
            "what-1": "Họp phụ huynh",
            "days-1": "10",
            "side-1": "before",
            "has_file-1": "on",
            "what-2": "",
        },
    )

    made = Template.objects.get(unit=cast.province)
    assert answer.url == made.get_absolute_url()
    assert [(s.what, s.days, s.has_file) for s in made.steps.all()] == [
        ("Họp phụ huynh", -10, True),
        ("Báo cáo", 3, False),
    ]
    assert made.made_by == cast.quan


def test_a_line_without_its_days_is_asked_for(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.quan)
    edit = reverse("checklists:template_edit", args=[national("children").pk])

    answer = client.post(
        edit, {"size": "1", "name": "Bản", "unit": cast.province.pk, "what-0": "Họp phụ huynh"}
    ).content.decode()

    assert "Ghi số ngày; 0 là ngày đầu." in answer
    assert 'value="Họp phụ huynh"' in answer
    assert not Template.objects.filter(unit=cast.province).exists()


def test_a_nonsense_size_is_not_followed(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.quan)
    edit = reverse("checklists:template_edit", args=[national("children").pk])

    answer = client.post(edit, {"size": "999999", "name": "Bản", "unit": cast.province.pk})

    assert answer.context["form"].size == 80
