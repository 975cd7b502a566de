from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.agreements.periods import SHORT_PIECE, Period, periods
from ketnghia.agreements.terms import Rhythm

TODAY = date(2026, 11, 24)
days = st.dates(min_value=date(2005, 1, 1), max_value=date(2040, 12, 31))


def yearly(starts_on: date, ends_on: date | None) -> list[Period]:
    return periods(Rhythm.EACH_YEAR, starts_on=starts_on, ends_on=ends_on, today=TODAY)


def test_a_programme_for_one_year_is_one_period() -> None:
    year = (date(2020, 1, 1), date(2020, 12, 31))

    assert yearly(*year) == [year]


def test_signed_late_in_the_year_the_rest_of_it_joins_the_next() -> None:
    assert yearly(date(2024, 12, 12), date(2026, 12, 31)) == [
        (date(2024, 12, 12), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 12, 31)),
    ]


def test_a_year_from_a_day_in_december_is_one_period() -> None:
    year = (date(2024, 12, 12), date(2025, 12, 11))

    assert yearly(*year) == [year]


def test_signed_in_spring_the_first_year_counts_by_itself() -> None:
    found = yearly(date(2023, 3, 21), date(2027, 12, 31))

    assert [p.starts_on.year for p in found] == [2023, 2024, 2025, 2026, 2027]


def test_without_an_end_the_years_begun_are_open() -> None:
    found = yearly(date(2024, 2, 1), None)

    assert [p.ends_on for p in found] == [date(y, 12, 31) for y in (2024, 2025, 2026)]


def test_once_by_a_day_ends_on_that_day() -> None:
    found = periods(
        Rhythm.ONCE_BY,
        starts_on=date(2024, 12, 12),
        ends_on=date(2025, 12, 11),
        today=TODAY,
        due_on=date(2025, 9, 30),
    )

    assert found == [(date(2024, 12, 12), date(2025, 9, 30))]


@given(days, st.integers(min_value=0, max_value=4000))
def test_the_years_cover_the_term_without_gap_or_overlap(starts_on: date, length: int) -> None:
    ends_on = starts_on + timedelta(days=length)

    found = yearly(starts_on, ends_on)

    assert (found[0].starts_on, found[-1].ends_on) == (starts_on, ends_on)
    for before, after in pairwise(found):
        assert before.ends_on is not None
        assert after.starts_on == before.ends_on + timedelta(days=1)


@given(days, st.integers(min_value=200, max_value=4000))
def test_no_year_is_a_short_piece(starts_on: date, length: int) -> None:
    found = yearly(starts_on, starts_on + timedelta(days=length))

    assert all(period.length >= SHORT_PIECE for period in found)
