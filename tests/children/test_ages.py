"""How old a child may be, where often only the year is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.children.ages import WrongBirthError, is_asked, is_child, read_birth, shown

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("2015", "2015"),
        (" 2015 ", "2015"),
        ("3/4/2015", "2015-04-03"),
        ("03-04-2015", "2015-04-03"),
        ("3/4/15", "2015-04-03"),
        ("2015-04-03", "2015-04-03"),
        ("", ""),
    ],
)
def test_a_year_or_a_day_is_read(typed: str, born: str) -> None:
    assert read_birth(typed, today=TODAY) == born


@pytest.mark.parametrize(
    "typed", ["3/4", "31/2/2015", "1990", "2030", "25/11/2026", "hôm nay", "lớp 5", "15"]
)
def test_what_is_no_birth_of_anybody_young_is_refused(typed: str) -> None:
    with pytest.raises(WrongBirthError):
        read_birth(typed, today=TODAY)


@pytest.mark.parametrize(
    ("born", "on", "child", "asked"),
    [
        ("2010-11-24", TODAY, False, True),
        ("2010-11-25", TODAY, True, True),
        ("2010", TODAY, True, True),
        ("2009", TODAY, False, True),
        ("2010", date(2026, 12, 31), False, True),
        ("2019-11-24", TODAY, True, True),
        ("2019-11-25", TODAY, True, False),
        ("2019", TODAY, True, True),
        ("2020", TODAY, True, False),
    ],
)
def test_in_doubt_the_safer_way(born: str, on: date, child: bool, asked: bool) -> None:  # noqa: FBT001
    assert (is_child(born, on), is_asked(born, on)) == (child, asked)


def test_an_unknown_age_asks_the_child() -> None:
    assert is_asked("", TODAY)


@given(st.dates(date(2009, 1, 1), TODAY))
def test_the_year_alone_never_protects_less_than_the_day(born: date) -> None:
    day, year = born.isoformat(), str(born.year)

    assert is_child(year, TODAY) or not is_child(day, TODAY)
    assert is_asked(year, TODAY) or not is_asked(day, TODAY)
    assert read_birth(shown(day), today=TODAY) == day
