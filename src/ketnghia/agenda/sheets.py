"""A month and a week laid out for their pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ketnghia.agenda.campaigns import waves_in
from ketnghia.agenda.entries import Entry
from ketnghia.agenda.gathering import Days, count, gather
from ketnghia.agenda.kept import kept_between
from ketnghia.agenda.months import DAY, WEEK, Month, Piece, by_day, days_from, lay_week, week_of
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Source
from ketnghia.agenda.sources import SOURCES

# Lines of a day in the grid, and in the list a phone gets; what is more folds away.
MOST_LINES = 4
MOST_ON_PHONE = 6


@dataclass(frozen=True)
class Sum:
    """How many entries of one kind, in words."""

    source: Source
    number: int

    @property
    def words(self) -> str:
        return str(self.source.counted % {"number": self.number})


@dataclass(frozen=True)
class DayView:
    """A day as pages show it: its entries, or how many of each kind where they are too many.

    `again` is what was told on an earlier day and still goes on: the entry, which of its days this
    is, and of how many.
    """

    on: date
    entries: list[Entry] = field(default_factory=list)
    hidden: int = 0
    sums: list[Sum] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    again: list[tuple[Entry, int, int]] = field(default_factory=list)
    is_today: bool = False
    is_outside: bool = False


@dataclass(frozen=True)
class WeekView:
    """A week of the grid: lanes of what goes on for days, above the days' own lists."""

    days: list[DayView]
    lanes: list[list[Piece[Entry]]]


class _Sheet:
    """Days side by side, with what goes on in them."""

    first: date
    last: date
    details = False

    def __init__(self, scope: Scope, *, today: date) -> None:
        self.scope = scope
        self.today = today

    @cached_property
    def held(self) -> Days:
        return gather(self.scope, self.first, self.last, today=self.today, details=self.details)

    @cached_property
    def kept(self) -> dict[date, list[str]]:
        return kept_between(self.scope, self.first, self.last)

    @property
    def is_crowded(self) -> bool:
        return self.held.is_crowded

    def _sums_on(self, day: date) -> list[Sum]:
        return [Sum(source, number) for source, number in self.held.crowd.get(day, [])]


class MonthSheet(_Sheet):
    """One month: its grid of weeks, its list of days for a phone, and what it comes to."""

    def __init__(self, scope: Scope, month: Month, *, today: date) -> None:
        super().__init__(scope, today=today)
        self.month = month
        # The weeks are shown whole, with days of the neighbouring months.
        self.first = month.weeks[0]
        self.last = month.weeks[-1] + (WEEK - 1) * DAY

    @cached_property
    def entries(self) -> list[Entry]:
        """What goes on in the month itself."""
        first, last = self.month.first, self.month.last
        return [e for e in self.held.entries if e.first <= last and first <= e.last]

    @cached_property
    def sums(self) -> list[Sum]:
        """How much of each kind the month has, for its opening sentence."""
        if self.is_crowded:
            numbers = count(self.scope, self.month.first, self.month.last)
        else:
            numbers = Counter(entry.source for entry in self.entries)
        return [Sum(source, numbers[source.key]) for source in SOURCES if numbers[source.key]]

    @property
    def late(self) -> int:
        return sum(entry.mark == "late" for entry in self.entries)

    @property
    def is_empty(self) -> bool:
        return not self.sums

    @cached_property
    def waves(self) -> list[tuple[str, str]]:
        return waves_in(self.month)

    @property
    def kept_here(self) -> list[tuple[date, list[str]]]:
        """What is kept in the month itself, told in one line where there is no grid."""
        return [(on, names) for on, names in self.kept.items() if Month.of(on) == self.month]

    @cached_property
    def weeks(self) -> list[WeekView]:
        return [self._week(monday) for monday in self.month.weeks]

    def _week(self, monday: date) -> WeekView:
        laid = lay_week(self.held.entries, monday, most=MOST_LINES)
        days = [self._day(cell.day, cell.entries, cell.hidden) for cell in laid.cells]
        return WeekView(days, laid.lanes)

    def _day(self, on: date, entries: list[Entry], hidden: int) -> DayView:
        return DayView(
            on,
            entries,
            hidden,
            self._sums_on(on),
            self.kept.get(on, []),
            is_today=on == self.today,
            is_outside=Month.of(on) != self.month,
        )

    @property
    def days(self) -> list[DayView]:
        """The list a phone gets: days that have something, and always today."""
        first, last = self.month.first, self.month.last
        told = by_day(self.entries, first, last, today=self.today)
        busy = {*told, *(day for day in self.held.crowd if first <= day <= last)}
        if first <= self.today <= last:
            busy.add(self.today)
        return [self._folded(on, told.get(on, [])) for on in sorted(busy)]

    def _folded(self, on: date, entries: list[Entry]) -> DayView:
        shown = entries if len(entries) <= MOST_ON_PHONE else entries[: MOST_ON_PHONE - 1]
        return self._day(on, shown, len(entries) - len(shown))


class WeekSheet(_Sheet):
    """Seven days with everything in them, hours of programmes included."""

    details = True

    def __init__(self, scope: Scope, day: date, *, today: date) -> None:
        super().__init__(scope, today=today)
        self.day = day
        self.first = week_of(day)
        self.last = self.first + (WEEK - 1) * DAY

    @property
    def days(self) -> list[DayView]:
        return [self._day(on) for on in days_from(self.first, WEEK)]

    def _day(self, on: date) -> DayView:
        here = [e for e in self.held.entries if e.first <= on <= e.last]
        return DayView(
            on,
            [e for e in here if on == max(e.first, self.first)],
            sums=self._sums_on(on),
            kept=self.kept.get(on, []),
            again=[
                (e, (on - e.first).days + 1, (e.last - e.first).days + 1)
                for e in here
                if on > max(e.first, self.first)
            ],
            is_today=on == self.today,
        )
