"""The arithmetic of a month on paper: its weeks, days beside each other, and what folds away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Generic, Protocol, TypeVar

WEEK = 7
MONTHS_A_YEAR = 12
DAY = timedelta(days=1)
_WRITTEN = re.compile(r"(\d{4})-(\d{1,2})")


class Lasting(Protocol):
    """Whatever goes on from one day to another, both included."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


E = TypeVar("E", bound=Lasting)


@dataclass(frozen=True, order=True)
class Month:
    """One month of one year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Month | None:
        """The month written as 2026-12; none where it is no month of the calendar."""
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            return None
        year, month = map(int, found.groups())
        is_real = MINYEAR < year < MAXYEAR and 1 <= month <= MONTHS_A_YEAR
        return cls(year, month) if is_real else None

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return self.later(1).first - DAY

    def later(self, months: int) -> Month:
        """So many months after this one; before it where the number is negative."""
        years, month = divmod(self.month - 1 + months, MONTHS_A_YEAR)
        return Month(self.year + years, month + 1)

    @property
    def weeks(self) -> list[date]:
        """The Mondays of the weeks that have a day of this month."""
        monday = week_of(self.first)
        weeks = (self.last - monday).days // WEEK + 1
        return [monday + number * WEEK * DAY for number in range(weeks)]


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - day.weekday() * DAY


def days_from(first: date, number: int) -> list[date]:
    return [first + place * DAY for place in range(number)]


@dataclass(frozen=True)
class Bar(Generic[E]):
    """A thing of several days as one week shows it: its first column, and over how many."""

    entry: E
    column: int
    width: int
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Piece(Generic[E]):
    """A bar, or the gap before, between and after bars; together they fill the week."""

    width: int
    bar: Bar[E] | None = None


@dataclass
class Cell(Generic[E]):
    """One day of the grid: what it shows for itself, and how much is folded away."""

    day: date
    entries: list[E] = field(default_factory=list)
    hidden: int = 0


@dataclass(frozen=True)
class Week(Generic[E]):
    """Seven days with the lanes of bars above their own lists."""

    cells: list[Cell[E]]
    lanes: list[list[Piece[E]]]


def lay_week(entries: Iterable[E], monday: date, *, most: int) -> Week[E]:
    """Put the week on paper: each day shows at most so many things, the rest is counted.

    Things of several days go first and keep one lane through the week. A fold takes a line too, so
    what fits without one is shown.
    """
    sunday = monday + (WEEK - 1) * DAY
    here = [entry for entry in entries if entry.first <= sunday and monday <= entry.last]
    long = [entry for entry in here if entry.first < entry.last]
    lanes, left_out = _lanes(long, monday, most)
    cells = [
        _cell(day, [e for e in here if e.first == e.last == day], lanes, left_out, most)
        for day in days_from(monday, WEEK)
    ]
    return Week(cells, [_pieces(lane) for lane in lanes])


def _lanes(entries: list[E], monday: date, most: int) -> tuple[list[list[Bar[E]]], list[E]]:
    """Bars in as few lanes as hold them, and what found no lane; the longest are placed first.

    One line of a day is kept for its own things and its fold.
    """
    lanes: list[list[Bar[E]]] = []
    left_out = []
    for entry in sorted(entries, key=lambda e: (e.first, e.first - e.last)):
        bar = _bar(entry, monday)
        lane = next((lane for lane in lanes if _is_free(lane, bar)), None)
        if lane is None and len(lanes) < most - 1:
            lane = []
            lanes.append(lane)
        if lane is None:
            left_out.append(entry)
        else:
            lane.append(bar)
    return lanes, left_out


def _bar(entry: E, monday: date) -> Bar[E]:
    first = max((entry.first - monday).days, 0)
    last = min((entry.last - monday).days, WEEK - 1)
    begins, ends = entry.first >= monday, entry.last < monday + WEEK * DAY
    return Bar(entry, first, last - first + 1, begins, ends)


def _is_free(lane: Sequence[Bar[E]], bar: Bar[E]) -> bool:
    """Bars come in the order of their first day, so only the last of a lane can be in the way."""
    return lane[-1].column + lane[-1].width <= bar.column


def _cell(
    day: date, own: list[E], lanes: list[list[Bar[E]]], left_out: list[E], most: int
) -> Cell[E]:
    column = day.weekday()
    taken = sum(bar.column <= column < bar.column + bar.width for lane in lanes for bar in lane)
    unseen = sum(entry.first <= day <= entry.last for entry in left_out)
    room = most - taken
    if len(own) + unseen <= room and not unseen:
        return Cell(day, own)
    shown = own[: max(room - 1, 0)]
    return Cell(day, shown, len(own) - len(shown) + unseen)


def _pieces(lane: list[Bar[E]]) -> list[Piece[E]]:
    pieces: list[Piece[E]] = []
    column = 0
    for bar in lane:
        if bar.column > column:
            pieces.append(Piece(bar.column - column))
        pieces.append(Piece(bar.width, bar))
        column = bar.column + bar.width
    if column < WEEK:
        pieces.append(Piece(WEEK - column))
    return pieces


def by_day(entries: Iterable[E], first: date, last: date, *, today: date) -> dict[date, list[E]]:
    """What a list of days tells: a thing on the first of its days here, and again today.

    Every day a long stay goes on would say the same again.
    """
    days: dict[date, list[E]] = {}
    for entry in entries:
        begins = max(entry.first, first)
        days.setdefault(begins, []).append(entry)
        if begins < today <= min(entry.last, last):
            days.setdefault(today, []).append(entry)
    return dict(sorted(days.items()))


def going_on(
    begun: Mapping[date, int], ended: Mapping[date, int], first: date, last: date
) -> dict[date, int]:
    """How much goes on each day, from how much begins and how much ends on which day."""
    number = sum(count for day, count in begun.items() if day < first)
    number -= sum(count for day, count in ended.items() if day < first)
    told = {}
    for day in days_from(first, (last - first).days + 1):
        number += begun.get(day, 0)
        told[day] = number
        number -= ended.get(day, 0)
    return told
