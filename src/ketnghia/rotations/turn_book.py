"""Arithmetic of turns: who hosts after whom, from what happened and what was decided; no database.

An order of places is gone round and round. A turn is used up when the place hosts or its turn is
skipped. In turn is the place that has used up the fewest, the first of the order among equals:
whoever hosted early waits, whoever waited comes first, and a skipped turn is gone but not
forgotten. A year without a record uses up nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ketnghia.rotations.turns import (
    Facts,
    Meeting,
    Next,
    Place,
    Rhythm,
    Ruling,
    Skip,
    State,
    Swap,
    Told,
    Turn,
)


def in_turn(order: Iterable[Place], used: dict[int, int]) -> int | None:
    """The place that has used up the fewest turns, the first in the order among equals."""
    places = list(order)
    return min(places, key=lambda place: used.get(place.key, 0)).key if places else None


def tell(order: Sequence[Place], rhythm: Rhythm | None, facts: Facts) -> Told:
    """Go through everything in time. Without an order: what happened, nobody in turn."""
    book = _Book(tuple(order), rhythm, {ruling.meeting: ruling for ruling in facts.rulings})
    for _when, event in sorted(_in_time(rhythm, facts), key=lambda pair: pair[0]):
        book.write(event)
    before = [on for on in facts.signings if rhythm is None or on.year < rhythm.since]
    return Told(_with_signings(book.turns, before), book.next())


Event = Meeting | Skip | Swap


def _in_time(
    rhythm: Rhythm | None, facts: Facts
) -> Iterable[tuple[tuple[int, int, date, int, int], Event]]:
    """Decisions stand at the beginning of their turn; without periods, on their day."""
    has_periods = rhythm is not None and rhythm.every is not None
    for meeting in facts.meetings:
        period = rhythm.period(meeting.on.year) if rhythm and has_periods else 0
        yield (period, int(has_periods), meeting.on, 1, meeting.key), meeting
    decisions: tuple[Skip | Swap, ...] = (*facts.skips, *facts.swaps)
    for decision in decisions:
        period = rhythm.period(decision.year) if rhythm and has_periods else 0
        yield (period, 0, decision.on, 0, decision.key), decision


@dataclass
class _Book:
    """The ledger while it is written."""

    order: tuple[Place, ...]
    rhythm: Rhythm | None
    rulings: dict[int, Ruling]
    used: dict[int, int] = field(default_factory=dict)
    periods: set[int] = field(default_factory=set)
    swap: Swap | None = None
    turns: list[Turn] = field(default_factory=list)

    def write(self, event: Event) -> None:
        if isinstance(event, Swap):
            self.swap = event if self._holds_in(event.year) else self.swap
        elif isinstance(event, Skip):
            years = self._years(event.year)
            self.turns.append(Turn(State.SKIPPED, *years, event.place, skip=event))
            self._use_up(event.place, event.year)
        else:
            self.turns.append(self._of_meeting(event))

    def next(self) -> Next | None:
        if self.rhythm is None:
            return None
        step = self.rhythm.every or 1
        year = max(self.periods) + step if self.periods else self.rhythm.since
        place = self._expected(year)
        if place is None:
            return None
        return Next(place, year, self.rhythm.last_year(year), self.rhythm.due_on(year), self.swap)

    def _places(self, year: int) -> list[Place]:
        """Those of the order in a year.

        One that joined later begins with as many turns as the others at least used up, those it
        comes for among them: it owes nothing for the past.
        """
        places = [place for place in self.order if place.holds_in(year)]
        before = [place for place in self.order if place.holds_in(year - 1)]
        older = [
            self.used.get(place.key, 0)
            for place in {*places, *before}
            if place.joined is None or place.key in self.used
        ]
        for place in places:
            self.used.setdefault(place.key, min(older, default=0) if place.joined else 0)
        return places

    def _expected(self, year: int) -> int | None:
        return self.swap.by if self.swap else in_turn(self._places(year), self.used)

    def _of_meeting(self, meeting: Meeting) -> Turn:
        ruling = self.rulings.get(meeting.key)
        turn = Turn(State.OUTSIDE, *self._years(meeting.on.year), meeting=meeting, ruling=ruling)
        if ruling:
            return turn if ruling.place is None else self._held(turn, ruling.place, meeting.on)
        if not meeting.has_host:
            return replace(turn, state=State.UNKNOWN)
        if not meeting.places:
            return turn
        if not self._holds_in(meeting.on.year):
            return replace(turn, state=State.HELD, place=meeting.places[0])
        place = self._claimed(meeting)
        return turn if place is None else self._held(turn, place, meeting.on)

    def _holds_in(self, year: int) -> bool:
        """Whether there was an order by then; before, what happened is told and used up nothing."""
        return bool(self.order) and self.rhythm is not None and year >= self.rhythm.since

    def _claimed(self, meeting: Meeting) -> int | None:
        """Whose turn the meeting uses up by itself.

        The host in turn always takes its turn; another only where the period has none yet.
        """
        if not meeting.counts:
            return None
        year = meeting.on.year
        hosts = [place for place in self._places(year) if place.key in meeting.places]
        expected = self._expected(year)
        if any(place.key == expected for place in hosts):
            return expected
        is_taken = self._has_periods and self._period(year) in self.periods
        return None if is_taken else in_turn(hosts, self.used)

    def _held(self, turn: Turn, place: int, on: date) -> Turn:
        expected, swap = self._expected(on.year), self.swap
        counts = self._holds_in(on.year)
        self._use_up(place, on.year)
        return replace(
            turn,
            state=State.HELD,
            place=place,
            swap=swap if swap and swap.by == place else None,
            is_out_of_order=counts and place != expected,
        )

    def _use_up(self, place: int, year: int) -> None:
        if not self._holds_in(year):
            return
        self.used[place] = self.used.get(place, 0) + 1
        self.periods.add(self._period(year))
        if self.swap and place in {self.swap.place, self.swap.by}:
            self.swap = None

    @property
    def _has_periods(self) -> bool:
        return self.rhythm is not None and self.rhythm.every is not None

    def _period(self, year: int) -> int:
        return self.rhythm.period(year) if self.rhythm and self._has_periods else year

    def _years(self, year: int) -> tuple[int, int]:
        """The years of the turn a year belongs to; before the order a year is a year."""
        if not self.rhythm or not self._has_periods or year < self.rhythm.since:
            return year, year
        period = self.rhythm.period(year)
        return period, self.rhythm.last_year(period)


def _with_signings(turns: Sequence[Turn], signings: Iterable[date]) -> tuple[Turn, ...]:
    """A signing tells that they met in a year of which nothing else is known.

    Only before there was an order: then a turn is held or it waits.
    """
    known = {year for turn in turns for year in range(turn.first, turn.last + 1)}
    alone = sorted({signing.year for signing in signings} - known)
    found = [*turns, *(Turn(State.SIGNED, year, year) for year in alone)]
    return tuple(sorted(found, key=lambda turn: turn.first))


def newest_first(told: Told, *, until: int) -> list[Turn]:
    """The lines of the ledger with its blank years: neighbouring years without record are one.

    Years from `until` on are left out unless something is recorded in them: the turn that waits
    stands for them.
    """
    if not told.turns:
        return []
    lines: list[Turn] = []
    gap = until - 1
    for turn in reversed(told.turns):
        if turn.last < gap:
            lines.append(Turn(State.BLANK, turn.last + 1, gap))
        lines.append(turn)
        gap = min(gap, turn.first - 1)
    return lines
