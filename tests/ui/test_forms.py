from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ketnghia.ui.forms import ActionForm


class NamingForm(ActionForm):
    name = forms.CharField(label="Tên")
    note = forms.CharField(label="Ghi thêm", required=False, widget=forms.Textarea)


def test_an_act_receives_what_was_typed_and_its_result_is_kept() -> None:
    form = NamingForm({"name": "  Cà   Mau ", "note": ""})

    assert form.carry_out(lambda *, name, note, by: (name, note, by), by="lan")
    assert form.result == ("Cà Mau", "", "lan")


def test_text_is_composed_and_tidied_but_lines_stay_lines() -> None:
    decomposed = "Ha\u0300 Nam"
    form = NamingForm({"name": decomposed, "note": " dòng một \r\n dòng  hai "})

    assert form.carry_out(lambda **typed: typed)
    assert form.result == {"name": "Hà Nam", "note": "dòng một\ndòng hai"}


def test_nothing_happens_before_the_form_is_sent() -> None:
    form = NamingForm()

    assert not form.carry_out(_never)


def test_nothing_happens_when_a_field_is_wrong() -> None:
    form = NamingForm({"name": ""})

    assert not form.carry_out(_never)
    assert list(form.errors) == ["name"]


def test_a_refusal_about_a_field_stands_at_the_field() -> None:
    def refuse(**_typed: Any) -> None:
        raise ValidationError({"name": ["Tên này đã có."], "signed_on": ["Ngày ký sau ngày hết."]})

    form = NamingForm({"name": "Cà Mau"})

    assert not form.carry_out(refuse)
    assert form.errors["name"] == ["Tên này đã có."]
    assert form.non_field_errors() == ["Ngày ký sau ngày hết."]


def test_a_refusal_about_the_whole_stands_above_the_form() -> None:
    def refuse(**_typed: Any) -> None:
        raise ValidationError("Chỉ ký được bản thảo.")

    form = NamingForm({"name": "Cà Mau"})

    assert not form.carry_out(refuse)
    assert form.non_field_errors() == ["Chỉ ký được bản thảo."]


def _never(**_typed: Any) -> None:
    raise AssertionError("the act must not be called")


def test_an_empty_field_is_named_in_plain_words() -> None:
    form = NamingForm({"name": ""})

    assert form.errors["name"] == ["Ô này chưa điền."]
