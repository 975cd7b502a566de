from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.vietnamese.numbers import spoken, whole_number
from ketnghia.vietnamese.text import fold, sort_key, tidy


def test_marks_are_folded_away_also_from_d() -> None:
    assert fold("Đắk Lắk, Đà NẴNG, Thừa Thiên Huế") == "dak lak, da nang, thua thien hue"


def test_names_sort_as_in_the_dictionary() -> None:
    names = ["Ông", "Đà", "Ấn", "An", "Dương", "Ân", "Ơn", "À"]

    assert sorted(names, key=sort_key) == ["À", "An", "Ân", "Ấn", "Dương", "Đà", "Ông", "Ơn"]


@given(st.text(max_size=60))
def test_folding_ignores_how_marks_are_stored(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10_000_000, "10 triệu"),
        (1_500_000_000, "1,5 tỷ"),
        (1900, "1.900"),
        (45, "45"),
        (1_234_567, "1.234.567"),
        (180_000_000, "180 triệu"),
        (0, "0"),
    ],
)
def test_numbers_are_said_short_and_exact(value: int, words: str) -> None:
    assert spoken(Decimal(value)) == words


@pytest.mark.parametrize(
    ("typed", "value"),
    [("02", 2), ("1.900", 1900), ("một trăm", 100), ("năm", 5), ("x", None), ("1" * 12, None)],
)
def test_whole_numbers_are_read(typed: str, value: int | None) -> None:
    assert whole_number(typed) == value
