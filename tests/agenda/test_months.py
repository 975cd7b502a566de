from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.agenda.months import Month, by_day, days_from, going_on, lay_week, week_of

DAY = timedelta(days=1)
MOST = 4
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Thing:
    first: date
    last: date
    number: int = 0


@st.composite
def weeks(draw: st.DrawFn) -> list[Thing]:
    """Things around the week of MONDAY, some longer than it."""
    spans = draw(st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 12)), max_size=25))
    firsts = [(MONDAY + start * DAY, length) for start, length in spans]
    return [Thing(first, first + length * DAY, at) for at, (first, length) in enumerate(firsts)]


@given(days)
def test_a_month_is_shown_in_whole_weeks_from_monday(day: date) -> None:
    month = Month.of(day)
    shown = [on for monday in month.weeks for on in days_from(monday, 7)]

    assert {monday.weekday() for monday in month.weeks} == {0}
    assert shown == days_from(shown[0], len(shown))
    assert shown[0] <= month.first <= day <= month.last <= shown[-1]
    assert Month.of(shown[0] + 6 * DAY) == Month.of(shown[-1] - 6 * DAY) == month


@given(days, st.integers(-300, 300))
def test_months_later_and_earlier_lead_back(day: date, number: int) -> None:
    month = Month.of(day)

    assert month.later(number).later(-number) == month
    assert (month.later(number) > month) == (number > 0)
    assert Month.read(str(month)) == month
    assert month.later(1).first == month.last + DAY


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-0", "0000-01", "nay", "2026-12-01"])
def test_nonsense_is_no_month(text: str) -> None:
    assert Month.read(text) is None


@given(weeks())
def test_every_thing_of_a_day_is_shown_or_counted(things: list[Thing]) -> None:
    week = lay_week(things, MONDAY, most=MOST)

    for column, cell in enumerate(week.cells):
        bars = [
            piece.bar
            for lane in week.lanes
            for piece in lane
            if piece.bar and piece.bar.column <= column < piece.bar.column + piece.bar.width
        ]
        going = [thing for thing in things if thing.first <= cell.day <= thing.last]
        assert len(bars) + len(cell.entries) + cell.hidden == len(going)
        assert len(bars) + len(cell.entries) + (cell.hidden > 0) <= MOST
        assert {bar.entry for bar in bars} | set(cell.entries) <= set(going)


@given(weeks())
def test_lanes_fill_the_week_and_bars_never_meet(things: list[Thing]) -> None:
    week = lay_week(things, MONDAY, most=MOST)
    shown = Counter(piece.bar.entry for lane in week.lanes for piece in lane if piece.bar)

    assert all(sum(piece.width for piece in lane) == 7 for lane in week.lanes)
    assert all(number == 1 for number in shown.values())
    for lane in week.lanes:
        for bar in (piece.bar for piece in lane if piece.bar):
            covered = days_from(MONDAY + bar.column * DAY, bar.width)
            assert covered[0] == max(bar.entry.first, MONDAY)
            assert covered[-1] == min(bar.entry.last, MONDAY + 6 * DAY)
            assert bar.begins == (bar.entry.first >= MONDAY)
            assert bar.ends == (bar.entry.last <= MONDAY + 6 * DAY)


def test_what_fits_is_not_folded_and_one_too_many_folds_two() -> None:
    four = [Thing(MONDAY, MONDAY, number) for number in range(4)]

    fits = lay_week(four, MONDAY, most=4).cells[0]
    folds = lay_week([*four, Thing(MONDAY, MONDAY, 4)], MONDAY, most=4).cells[0]

    assert (len(fits.entries), fits.hidden) == (4, 0)
    assert (len(folds.entries), folds.hidden) == (3, 2)


@given(weeks(), st.integers(-3, 9))
def test_a_list_of_days_tells_a_thing_first_and_today(things: list[Thing], ahead: int) -> None:
    today = MONDAY + ahead * DAY
    last = MONDAY + 6 * DAY
    here = [thing for thing in things if thing.first <= last and thing.last >= MONDAY]

    told = by_day(here, MONDAY, last, today=today)

    for thing in here:
        days_told = [day for day, found in told.items() if thing in found]
        expected = {max(thing.first, MONDAY)}
        if MONDAY <= today <= last and thing.first <= today <= thing.last:
            expected.add(today)
        assert set(days_told) == expected


@given(weeks())
def test_how_much_goes_on_follows_from_beginnings_and_ends(things: list[Thing]) -> None:
    last = MONDAY + 6 * DAY
    here = [thing for thing in things if thing.first <= last and thing.last >= MONDAY]
    begun = Counter(thing.first for thing in here)
    ended = Counter(thing.last for thing in here)

    told = going_on(begun, ended, MONDAY, last)

    assert told == {
        day: sum(thing.first <= day <= thing.last for thing in things)
        for day in days_from(MONDAY, 7)
    }


@given(days)
def test_a_week_begins_on_monday(day: date) -> None:
    assert week_of(day).weekday() == 0
    assert timedelta() <= day - week_of(day) < timedelta(days=7)
