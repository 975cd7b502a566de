from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.vietnamese.dates import WrongDayError, day, length, parse_day, span

TODAY = date(2026, 11, 24)
days = st.dates(min_value=date(1930, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30/9/2025", date(2025, 9, 30)),
        ("30-09-2025", date(2025, 9, 30)),
        ("1/6/21", date(2021, 6, 1)),
        ("1/6", date(2026, 6, 1)),
        ("25/12", date(2025, 12, 25)),
        ("hôm nay", TODAY),
        ("Hôm qua", date(2026, 11, 23)),
        ("ngày 12 tháng 5 năm 2024", date(2024, 5, 12)),
        ("2025-09-30", date(2025, 9, 30)),
    ],
)
def test_a_day_is_read_as_officers_type_it(typed: str, expected: date) -> None:
    assert parse_day(typed, today=TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [("31/2/2025", "day"), ("1/13/2025", "month"), ("mai", "unreadable"), ("29/2/2023", "day")],
)
def test_a_day_that_is_not_is_refused(typed: str, code: str) -> None:
    with pytest.raises(WrongDayError) as refusal:
        parse_day(typed, today=TODAY)

    assert refusal.value.code == code


@given(days)
def test_what_is_written_is_read_back(on: date) -> None:
    assert parse_day(day(on), today=TODAY) == on


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_refusal(text: str) -> None:
    with contextlib.suppress(WrongDayError):
        assert isinstance(parse_day(text, today=TODAY), date)


def test_spans_are_written_short() -> None:
    assert span(date(2021, 1, 16), date(2021, 1, 18)) == "16–18/1/2021"
    assert span(date(2020, 1, 1), date(2020, 12, 31)) == "1/1–31/12/2020"
    assert length(date(2013, 4, 24), date(2019, 8, 23)) == "6 năm 3 tháng"
