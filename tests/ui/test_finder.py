from __future__ import annotations

from datetime import date

import pytest
from django import forms

from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit
from tests.making import make_unit


class ChoosingForm(forms.Form):
    unit = FinderField(Unit.objects.all(), url_name="units:find", label="Đơn vị")


@pytest.mark.django_db
def test_the_key_of_a_chosen_name_finds_its_record() -> None:
    unit = make_unit("Tỉnh đoàn Hà Nam")

    form = ChoosingForm({"unit": str(unit.pk), "unit-words": "Tỉnh đoàn Hà Nam"})

    assert form.is_valid()
    assert form.cleaned_data["unit"] == unit


@pytest.mark.django_db
def test_without_a_script_words_that_name_one_record_are_enough() -> None:
    unit = make_unit("Tỉnh đoàn Hà Nam")
    make_unit("Tỉnh đoàn Cà Mau")

    form = ChoosingForm({"unit": "", "unit-words": "ha nam"})

    assert form.is_valid()
    assert form.cleaned_data["unit"] == unit


@pytest.mark.django_db
def test_words_that_name_several_are_answered_with_a_choice_that_tells_them_apart() -> None:
    make_unit("Tỉnh đoàn Cà Mau")
    make_unit("Tỉnh đoàn Cà Mau", on=date(2025, 7, 1))

    form = ChoosingForm({"unit": "", "unit-words": "ca mau"})
    html = form.as_div()

    assert "Có nhiều tên khớp với “ca mau”" in form.errors["unit"][0]
    assert html.count('type="radio"') == 2
    assert "<span>Tỉnh đoàn Cà Mau, từ 1/7/2025</span>" in html
    assert 'value="ca mau"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("sent", ["khong co", "999999", "<b>"])
def test_words_that_name_nothing_are_refused_and_kept(sent: str) -> None:
    key = {"unit": sent} if sent.isdigit() else {"unit-words": sent}

    form = ChoosingForm(key)

    assert not form.is_valid()
    assert "<b>" not in form.as_div()


@pytest.mark.django_db
def test_what_one_person_was_offered_is_not_shown_to_the_next() -> None:
    make_unit("Tỉnh đoàn Cà Mau")
    make_unit("Tỉnh đoàn Cà Mau", on=date(2025, 7, 1))
    refused = ChoosingForm({"unit-words": "ca mau"})
    refused.is_valid()

    assert 'type="radio"' not in ChoosingForm().as_div()
