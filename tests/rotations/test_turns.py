"""Turns go round: whoever waited comes first, and nothing recorded is ever lost."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.rotations.turn_book import newest_first, tell
from ketnghia.rotations.turns import (
    Facts,
    Meeting,
    Place,
    Rhythm,
    Ruling,
    Skip,
    State,
    Swap,
    Told,
    Turn,
)

A, B, C = 1, 2, 3
YEARLY = Rhythm(2020)
USED = {State.HELD, State.SKIPPED}


def places(*keys: int) -> tuple[Place, ...]:
    return tuple(Place(key) for key in keys)


def met(year: int, *hosts: int, key: int = 0, month: int = 6, counts: bool = True) -> Meeting:
    return Meeting(key or year, date(year, month, 1), hosts, counts=counts)


def lines(told: Told) -> list[tuple[str, str, int | None]]:
    return [(turn.years, turn.state.value, turn.place) for turn in told.turns]


def next_of(told: Told) -> tuple[int, int] | None:
    return (told.next.place, told.next.year) if told.next else None


# ------------------------------------------------------------------ told by example


def test_the_first_of_the_order_begins_and_the_next_follows_who_hosted() -> None:
    order = places(A, B)

    assert next_of(tell(order, YEARLY, Facts())) == (A, 2020)
    assert next_of(tell(order, YEARLY, Facts((met(2020, A),)))) == (B, 2021)
    assert next_of(tell(order, YEARLY, Facts((met(2020, A), met(2021, B))))) == (A, 2022)


def test_a_year_without_record_skips_nobody() -> None:
    told = tell(places(A, B), YEARLY, Facts((met(2020, A), met(2023, B))))

    assert next_of(told) == (A, 2024)
    assert [(turn.years, turn.state.value) for turn in newest_first(told, until=2024)] == [
        ("2023", "held"),
        ("2021–2022", "blank"),
        ("2020", "held"),
    ]


def test_a_skipped_turn_stays_in_the_ledger_and_the_order_goes_on() -> None:
    facts = Facts((met(2020, A),), (Skip(9, B, 2021, date(2021, 3, 3)),))
    told = tell(places(A, B, C), YEARLY, facts)

    assert lines(told) == [("2020", "held", A), ("2021", "skipped", B)]
    assert next_of(told) == (C, 2022)


def test_whoever_hosted_out_of_order_waits_and_whoever_was_passed_over_is_next() -> None:
    told = tell(places(A, B, C), YEARLY, Facts((met(2020, A), met(2021, C))))

    assert [turn.is_out_of_order for turn in told.turns] == [False, True]
    assert next_of(told) == (B, 2022)
    again = tell(places(A, B, C), YEARLY, Facts((met(2020, A), met(2021, C), met(2022, B))))
    assert next_of(again) == (A, 2023)


def test_a_swap_names_another_host_and_gives_the_turn_back_after() -> None:
    swap = Swap(5, A, B, 2020, date(2020, 1, 5))
    waiting = tell(places(A, B), YEARLY, Facts(swaps=(swap,)))
    held = tell(places(A, B), YEARLY, Facts((met(2020, B),), swaps=(swap,)))

    assert waiting.next
    assert (waiting.next.place, waiting.next.swap) == (B, swap)
    assert held.turns[0].swap == swap
    assert not held.turns[0].is_out_of_order
    assert next_of(held) == (A, 2021)


def test_a_second_meeting_in_a_year_uses_a_turn_only_of_the_host_in_turn() -> None:
    order = places(A, B, C)
    by_the_same = tell(order, YEARLY, Facts((met(2020, A), met(2020, A, key=1, month=9))))
    by_the_next = tell(order, YEARLY, Facts((met(2020, A), met(2020, B, key=1, month=9))))

    assert [turn.state for turn in by_the_same.turns] == [State.HELD, State.OUTSIDE]
    assert next_of(by_the_same) == (B, 2021)
    assert [turn.state for turn in by_the_next.turns] == [State.HELD, State.HELD]
    assert next_of(by_the_next) == (C, 2021)


def test_a_third_host_and_a_meeting_of_another_paper_use_up_nobodys_turn() -> None:
    unknown = Meeting(7, date(2021, 5, 1), has_host=False)
    facts = Facts((met(2020), met(2020, A, key=1, counts=False), unknown))
    told = tell(places(A, B), YEARLY, facts)

    assert [turn.state for turn in told.turns] == [State.OUTSIDE, State.OUTSIDE, State.UNKNOWN]
    assert next_of(told) == (A, 2020)


def test_a_person_says_whose_turn_a_meeting_used_up() -> None:
    meetings = (met(2020, A), met(2021, B))
    taken = Facts((met(2020),), rulings=(Ruling(1, 2020, B),))
    none = Facts(meetings, rulings=(Ruling(1, 2020, None),))

    assert lines(tell(places(A, B), YEARLY, taken)) == [("2020", "held", B)]
    assert lines(tell(places(A, B), YEARLY, none))[0] == ("2020", "outside", None)
    assert next_of(tell(places(A, B), YEARLY, none)) == (A, 2022)


def test_what_happened_before_the_order_is_told_and_used_up_nothing() -> None:
    facts = Facts(
        (met(2018, B), met(2013)),
        (Skip(1, A, 2019, date(2019, 1, 1)),),
        signings=(date(2015, 4, 4),),
    )
    told = tell(places(A, B), YEARLY, facts)

    assert lines(told) == [
        ("2013", "outside", None),
        ("2015", "signed", None),
        ("2018", "held", B),
        ("2019", "skipped", A),
    ]
    assert next_of(told) == (A, 2020)


def test_a_signing_is_told_only_where_nothing_else_is_known_of_the_year() -> None:
    told = tell((), None, Facts((met(2019, A),), signings=(date(2019, 8, 2), date(2013, 4, 24))))

    assert lines(told) == [("2013", "signed", None), ("2019", "held", A)]
    assert told.next is None


def test_one_that_joins_comes_last_in_the_round_and_one_that_left_is_asked_no_more() -> None:
    order = (Place(A), Place(B, left=2023), Place(C, joined=2022))
    before = Facts((met(2020, A), met(2021, B)))
    told = tell(order, YEARLY, before)
    after = tell(order, YEARLY, Facts((*before.meetings, met(2022, A), met(2023, C))))

    assert next_of(told) == (A, 2022)
    assert next_of(after) == (A, 2024)
    assert [turn.place for turn in after.turns] == [A, B, A, C]


def test_turns_of_two_years_end_on_the_day_of_their_last() -> None:
    rhythm = Rhythm(2020, every=2, due=(2, 29))
    told = tell(places(A, B), rhythm, Facts((met(2021, A),)))

    assert lines(told) == [("2020–2021", "held", A)]
    assert told.next
    assert (told.next.years(date(2022, 1, 1)), told.next.due_on) == ("2022–2023", date(2023, 2, 28))
    assert told.next.is_late(date(2023, 3, 1))
    assert told.next.years(date(2026, 3, 1)) == "2022–2026"


def test_each_time_they_meet_the_next_one_hosts_and_no_day_binds() -> None:
    rhythm = Rhythm(2020, every=None)
    facts = Facts((met(2020, A), met(2020, B, key=1, month=9), met(2025, C)))
    told = tell(places(A, B, C), rhythm, facts)

    assert [turn.place for turn in told.turns] == [A, B, C]
    assert told.next
    assert (told.next.place, told.next.due_on) == (A, None)


# ------------------------------------------------------------------ held by property

ORDERS = st.integers(2, 5).map(lambda number: places(*range(1, number + 1)))
STEPS = st.lists(st.sampled_from(["held", "skipped", "blank"]), max_size=14)


@st.composite
def facts_of_anything(draw: st.DrawFn) -> tuple[tuple[Place, ...], Rhythm, Facts]:
    """Meetings, skips, swaps and rulings in any years, whoever's turn it was."""
    order = draw(ORDERS)
    keys = [place.key for place in order]
    key = st.sampled_from(keys)
    years = st.integers(2018, 2032)
    days = st.builds(date, years, st.integers(1, 12), st.integers(1, 28))
    hosts = st.lists(key, max_size=2, unique=True).map(tuple)
    meetings = draw(st.lists(st.tuples(days, hosts, st.booleans(), st.booleans()), max_size=9))
    met_ = tuple(Meeting(i, *facts) for i, facts in enumerate(meetings))
    skips = tuple(
        Skip(i, *facts)
        for i, facts in enumerate(draw(st.lists(st.tuples(key, years, days), max_size=4)))
    )
    swaps = tuple(
        Swap(i, *facts)
        for i, facts in enumerate(draw(st.lists(st.tuples(key, key, years, days), max_size=3)))
    )
    ruled = draw(st.lists(st.integers(0, 8), max_size=3, unique=True))
    rulings = tuple(Ruling(i, meeting, draw(st.none() | key)) for i, meeting in enumerate(ruled))
    rhythm = Rhythm(2020, draw(st.none() | st.integers(1, 4)), draw(st.just((12, 31))))
    return order, rhythm, Facts(met_, skips, swaps, rulings)


@given(ORDERS, STEPS)
def test_the_order_returns_whatever_is_held_skipped_or_left_blank(
    order: tuple[Place, ...], steps: list[str]
) -> None:
    facts = Facts()
    for number, step in enumerate(steps):
        turn = tell(order, YEARLY, facts).next
        assert turn
        year = 2020 + number
        if step == "held":
            facts = Facts((*facts.meetings, met(year, turn.place)), facts.skips)
        elif step == "skipped":
            skip = Skip(number, turn.place, year, date(year, 1, 1))
            facts = Facts(facts.meetings, (*facts.skips, skip))

    told = tell(order, YEARLY, facts)

    wanted = [order[n % len(order)].key for n in range(len(told.turns))]
    assert [turn.place for turn in told.turns] == wanted
    assert told.next
    assert told.next.place == order[len(told.turns) % len(order)].key


@given(facts_of_anything())
def test_nothing_recorded_ever_disappears(
    anything: tuple[tuple[Place, ...], Rhythm, Facts],
) -> None:
    order, rhythm, facts = anything

    told = tell(order, rhythm, facts)

    assert Counter(t.skip for t in told.turns if t.skip) == Counter(facts.skips)
    assert Counter(t.meeting for t in told.turns if t.meeting) == Counter(facts.meetings)
    assert len(told.turns) == len(facts.skips) + len(facts.meetings)


@given(facts_of_anything())
def test_the_one_in_turn_is_of_the_order_and_its_turn_lies_ahead_of_all_that_were_used(
    anything: tuple[tuple[Place, ...], Rhythm, Facts],
) -> None:
    order, rhythm, facts = anything

    told = tell(order, rhythm, facts)

    assert told.next
    assert told.next.place in {place.key for place in order}
    used = [t.first for t in told.turns if t.state in USED and t.first >= rhythm.since]
    assert all(told.next.year > first for first in used)


@given(facts_of_anything(), st.integers(2020, 2032))
def test_a_meeting_that_counts_for_nobody_changes_nobodys_turn(
    anything: tuple[tuple[Place, ...], Rhythm, Facts], year: int
) -> None:
    order, rhythm, facts = anything
    more = Facts(
        (*facts.meetings, met(year, 1, key=999, counts=False)),
        facts.skips,
        facts.swaps,
        facts.rulings,
    )

    assert tell(order, rhythm, more).next == tell(order, rhythm, facts).next


@given(facts_of_anything())
def test_taking_a_meeting_back_leaves_the_ledger_as_if_it_had_never_been(
    anything: tuple[tuple[Place, ...], Rhythm, Facts],
) -> None:
    order, rhythm, facts = anything
    before = tell(order, rhythm, facts)
    more = Facts((*facts.meetings, met(2030, 1, key=999)), facts.skips, facts.swaps, facts.rulings)
    tell(order, rhythm, more)

    assert tell(order, rhythm, facts) == before


@given(facts_of_anything())
def test_the_order_in_which_facts_are_read_never_matters(
    anything: tuple[tuple[Place, ...], Rhythm, Facts],
) -> None:
    order, rhythm, facts = anything
    turned = Facts(facts.meetings[::-1], facts.skips[::-1], facts.swaps[::-1], facts.rulings[::-1])

    assert tell(order, rhythm, turned) == tell(order, rhythm, facts)


@given(ORDERS, st.integers(1, 12), st.data())
def test_units_that_go_into_one_lose_no_turn(
    order: tuple[Place, ...], number: int, data: st.DataObject
) -> None:
    """Two places are one unit's from some year on: whatever it hosts counts for one of them."""
    one, other = order[0].key, order[-1].key
    merged = data.draw(st.integers(2020, 2020 + number))
    meetings = []
    for year in range(2020, 2020 + number):
        turn = tell(order, YEARLY, Facts(tuple(meetings))).next
        assert turn
        shared = (one, other) if year >= merged and turn.place in {one, other} else (turn.place,)
        meetings.append(met(year, *shared))

    told = tell(order, YEARLY, Facts(tuple(meetings)))

    assert [turn.place for turn in told.turns] == [order[n % len(order)].key for n in range(number)]


@given(facts_of_anything())
def test_a_successor_takes_the_turns_of_its_predecessor(
    anything: tuple[tuple[Place, ...], Rhythm, Facts],
) -> None:
    """Places are what counts, not the units that hold them: other keys tell the same story."""
    order, rhythm, facts = anything

    def heir(key: int | None) -> int:
        return 100 + (key or 0)

    renamed = Facts(
        tuple(
            Meeting(m.key, m.on, tuple(map(heir, m.places)), m.has_host, m.counts)
            for m in facts.meetings
        ),
        tuple(Skip(s.key, heir(s.place), s.year, s.on) for s in facts.skips),
        tuple(Swap(s.key, heir(s.place), heir(s.by), s.year, s.on) for s in facts.swaps),
        tuple(
            Ruling(r.key, r.meeting, None if r.place is None else heir(r.place))
            for r in facts.rulings
        ),
    )
    told = tell(order, rhythm, facts)
    after = tell(places(*(heir(place.key) for place in order)), rhythm, renamed)

    def outline(turn: Turn) -> tuple[object, ...]:
        return turn.state, turn.first, turn.last, turn.is_out_of_order

    assert [outline(turn) for turn in after.turns] == [outline(turn) for turn in told.turns]
    assert [turn.place for turn in after.turns] == [
        None if turn.place is None else heir(turn.place) for turn in told.turns
    ]


@given(facts_of_anything(), st.integers(2021, 2035))
def test_every_year_from_the_first_record_on_is_told(
    anything: tuple[tuple[Place, ...], Rhythm, Facts], until: int
) -> None:
    order, rhythm, facts = anything
    told = tell(order, rhythm, facts)

    shown = newest_first(told, until=until)

    first = min((turn.first for turn in told.turns), default=until)
    years = {year for turn in shown for year in range(turn.first, turn.last + 1)}
    assert set(range(first, until)) <= years
    assert [turn for turn in shown if turn.state != State.BLANK] == list(told.turns)[::-1]
