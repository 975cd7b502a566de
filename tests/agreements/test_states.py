from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.agreements.states import DutyState, Way, counted_state, uncounted_state
from ketnghia.amounts.bounds import Bound

START, END = date(2020, 1, 1), date(2020, 12, 31)
ways = st.builds(
    Way,
    bound=st.sampled_from(Bound.values),
    quantity=st.integers(min_value=1, max_value=50),
    done=st.integers(min_value=0, max_value=80),
)


def state(*given_ways: Way, day: date = date(2020, 6, 1)) -> DutyState:
    return counted_state(list(given_ways), starts_on=START, ends_on=END, day=day)


@pytest.mark.parametrize(
    ("bound", "quantity", "done", "inside", "after"),
    [
        ("at_least", 2, 1, "in_progress", "missed"),
        ("at_least", 2, 2, "met", "met"),
        ("at_least", 2, 3, "exceeded", "exceeded"),
        ("exactly", 1, 0, "in_progress", "missed"),
        ("over", 2, 2, "in_progress", "missed"),
        ("over", 2, 3, "met", "met"),
        ("about", 10, 9, "met", "met"),
        ("about", 10, 12, "exceeded", "exceeded"),
        ("nearly", 10, 8, "in_progress", "missed"),
        ("at_most", 2, 2, "in_progress", "met"),
        ("at_most", 2, 3, "in_progress", "missed"),
    ],
)
def test_a_bound_is_kept_as_spoken(
    bound: str, quantity: int, done: int, inside: str, after: str
) -> None:
    way = Way(bound, quantity, done)

    assert state(way) == inside
    assert state(way, day=END + timedelta(days=1)) == after


def test_either_way_is_enough() -> None:
    assert state(Way("at_least", 1, 0), Way("at_least", 1, 1)) == DutyState.MET


def test_before_its_period_a_duty_is_not_due() -> None:
    assert state(Way("at_least", 1, 0), day=date(2019, 12, 31)) == DutyState.NOT_DUE


@given(st.lists(ways, min_size=1, max_size=4), st.dates())
def test_adding_a_met_way_never_unmeets_a_duty(given_ways: list[Way], day: date) -> None:
    good = {DutyState.MET, DutyState.EXCEEDED}
    if state(*given_ways, day=day) in good:
        assert state(*given_ways, Way("at_least", 1, 5), day=day) in good


@given(st.lists(ways, min_size=1, max_size=4), st.dates())
def test_the_order_of_ways_says_nothing(given_ways: list[Way], day: date) -> None:
    assert state(*given_ways, day=day) == state(*reversed(given_ways), day=day)


@pytest.mark.parametrize(
    ("last_on", "day", "expected"),
    [
        (None, date(2020, 6, 1), "quiet"),
        (date(2020, 3, 1), date(2020, 6, 1), "alive"),
        (None, date(2021, 6, 1), "quiet"),
        (date(2020, 3, 1), date(2021, 6, 1), "done"),
    ],
)
def test_a_promise_without_a_number_is_judged_by_evidence(
    last_on: date | None, day: date, expected: str
) -> None:
    assert uncounted_state(last_on, starts_on=START, ends_on=END, day=day) == expected
