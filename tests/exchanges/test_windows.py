"""Days proposed are free, in time, and as many as there are up to three."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.exchanges.windows import (
    AHEAD,
    LEAD_ABROAD,
    LEAD_AT_HOME,
    Span,
    Wish,
    free_windows,
    proposals,
    room_for,
)

TODAY = date(2026, 11, 25)  # a Wednesday


def wish(**changes: object) -> Wish:
    return Wish(**{"length": 1, "today": TODAY, **changes})  # type: ignore[arg-type]


def days(*found: Span) -> list[str]:
    return [f"{span.first:%d/%m}" for span in found]


# ------------------------------------------------------------------ told by example


def test_one_looks_after_the_time_to_prepare_and_longer_where_a_border_is_crossed() -> None:
    home, abroad = room_for(wish()), room_for(wish(is_abroad=True))

    assert home == Span(date(2026, 12, 9), date(2027, 4, 8))
    assert abroad
    assert (abroad.first - TODAY).days == LEAD_ABROAD
    assert (abroad.last - abroad.first).days == AHEAD


def test_the_day_of_the_turn_ends_the_search_and_shortens_the_time_to_prepare() -> None:
    assert room_for(wish(due_on=date(2026, 12, 12))) == Span(date(2026, 12, 3), date(2026, 12, 12))
    assert room_for(wish(due_on=date(2026, 11, 26))) == Span(date(2026, 11, 26), date(2026, 11, 26))
    assert room_for(wish(due_on=date(2026, 11, 26), length=2)) is None


def test_a_turn_past_its_day_is_looked_for_like_one_without() -> None:
    assert room_for(wish(due_on=date(2025, 12, 12))) == room_for(wish())


def test_days_taken_and_weekends_are_left_out() -> None:
    asked = wish(due_on=date(2026, 12, 12))

    assert days(*free_windows(asked, {date(2026, 12, 4): "x"})) == [
        "03/12",
        "07/12",
        "08/12",
        "09/12",
        "10/12",
        "11/12",
    ]
    on_weekends = wish(due_on=date(2026, 12, 12), on_weekends=True)
    assert "05/12" in days(*free_windows(on_weekends, {}))


def test_three_windows_are_proposed_soon_in_the_middle_and_late_but_in_time() -> None:
    found = proposals(wish(due_on=date(2027, 3, 31), length=2), {})

    assert [(one.first.isoformat(), one.first.weekday()) for one in found] == [
        ("2026-12-09", 2),
        ("2027-01-27", 2),
        ("2027-03-23", 1),
    ]


def test_nothing_is_proposed_where_nothing_is_free() -> None:
    taken = {TODAY + timedelta(days=number): "x" for number in range(400)}

    assert proposals(wish(), taken) == []


# ------------------------------------------------------------------ held by property

WISHES = st.builds(
    Wish,
    length=st.integers(1, 5),
    today=st.dates(date(2025, 1, 1), date(2035, 1, 1)),
    due_on=st.none(),
    is_abroad=st.booleans(),
    on_weekends=st.booleans(),
)
TAKEN = st.sets(st.integers(0, 200), max_size=120)


@st.composite
def wishes(draw: st.DrawFn) -> tuple[Wish, dict[date, str]]:
    asked = draw(WISHES)
    due = draw(st.none() | st.integers(-30, 200))
    due_on = None if due is None else asked.today + timedelta(days=due)
    asked = Wish(asked.length, asked.today, due_on, asked.is_abroad, asked.on_weekends)
    return asked, {asked.today + timedelta(days=number): "x" for number in draw(TAKEN)}


@given(wishes())
def test_what_is_proposed_is_free_in_time_and_long_enough(
    asked: tuple[Wish, dict[date, str]],
) -> None:
    wish_, taken = asked
    found = proposals(wish_, taken)

    for span in found:
        assert len(list(span.days)) == wish_.length
        assert not set(span.days) & taken.keys()
        assert wish_.on_weekends or all(day.weekday() < 5 for day in span.days)
        assert span.first > wish_.today
        if wish_.due_on and wish_.due_on > wish_.today:
            assert span.last <= wish_.due_on


@given(wishes())
def test_windows_proposed_never_meet_and_there_are_as_many_as_fit_up_to_three(
    asked: tuple[Wish, dict[date, str]],
) -> None:
    wish_, taken = asked
    found = proposals(wish_, taken)
    free = free_windows(wish_, taken)

    assert bool(found) == bool(free)
    assert len(found) <= 3
    assert all(one.last < other.first for one, other in pairwise(found))
    if len(found) < 3:
        assert all(any(window.meets(span) for span in found) for window in free)


@given(wishes(), st.integers(0, 200))
def test_a_day_taken_more_never_frees_a_day(
    asked: tuple[Wish, dict[date, str]], number: int
) -> None:
    wish_, taken = asked
    more = {**taken, wish_.today + timedelta(days=number): "y"}

    assert set(free_windows(wish_, more)) <= set(free_windows(wish_, taken))


@given(wishes())
def test_without_a_near_day_nothing_is_proposed_before_there_is_time_to_prepare(
    asked: tuple[Wish, dict[date, str]],
) -> None:
    wish_, taken = asked
    lead = LEAD_ABROAD if wish_.is_abroad else LEAD_AT_HOME
    if wish_.due_on is None:
        for span in proposals(wish_, taken):
            assert (span.first - wish_.today).days >= lead
