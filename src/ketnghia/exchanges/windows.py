"""Days free for a meeting: arithmetic of calendars, no database.

A day off, a day the union or a friend keeps, the week before Tết and a meeting either side has
already are avoided; weekends too, unless asked for. Of what is left three windows are proposed:
soon, in the middle, and late but in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FRIDAY = 4
# Time to prepare: letters, leave, a permit where somebody crosses a border (domain.md §4.2).
LEAD_AT_HOME, LEAD_ABROAD = 14, 30
# How far one looks ahead where no turn has a day, and how many days before the day one stops.
AHEAD, SPARE = 120, 7
# Tuesday to Thursday: guests travel the day before and after. A window at the edge of a week,
# or beside a day that is taken, is as good as one so many days further away.
MIDDLE = frozenset({1, 2, 3})
EDGE = 3


@dataclass(frozen=True)
class Span:
    """From one day to another, both inside."""

    first: date
    last: date

    @property
    def days(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * ONE_DAY

    def meets(self, other: Span) -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Wish:
    """What a meeting needs: so many days, from when, by when, weekends or not."""

    length: int
    today: date
    due_on: date | None = None
    is_abroad: bool = False
    on_weekends: bool = False


def room_for(wish: Wish) -> Span | None:
    """From which day to which one looks; none where the day of the turn leaves no time.

    Where the day of the turn is near, half of what is left is for preparing.
    """
    lead = LEAD_ABROAD if wish.is_abroad else LEAD_AT_HOME
    if wish.due_on is None or wish.due_on <= wish.today:
        first = wish.today + lead * ONE_DAY
        return Span(first, first + AHEAD * ONE_DAY)
    left = (wish.due_on - wish.today).days - (wish.length - 1)
    if left <= 0:
        return None
    return Span(wish.today + max(min(lead, left // 2), 1) * ONE_DAY, wish.due_on)


def free_windows(wish: Wish, taken: Mapping[date, object]) -> list[Span]:
    """Every window of the length asked for, in time, on none of the days that are taken."""
    room = room_for(wish)
    if room is None:
        return []
    found = []
    for first in room.days:
        window = Span(first, first + (wish.length - 1) * ONE_DAY)
        if window.last <= room.last and _is_free(window, wish, taken):
            found.append(window)
    return found


def _is_free(window: Span, wish: Wish, taken: Mapping[date, object]) -> bool:
    return all(
        day not in taken and (wish.on_weekends or day.weekday() <= FRIDAY) for day in window.days
    )


def proposals(wish: Wish, taken: Mapping[date, object]) -> list[Span]:
    """Up to three windows that do not meet: soon, in the middle, late but in time."""
    windows = free_windows(wish, taken)
    if not windows:
        return []
    first, last = windows[0].first, windows[-1].first
    if wish.due_on and last - SPARE * ONE_DAY > first:
        last -= SPARE * ONE_DAY
    chosen: list[Span] = []
    for aim in (first, first + (last - first) / 2, last):
        left = [window for window in windows if not any(window.meets(one) for one in chosen)]
        if left:
            chosen.append(_best(left, aim, taken))
    return sorted(chosen, key=lambda window: window.first)


def _best(windows: Sequence[Span], aim: date, taken: Mapping[date, object]) -> Span:
    """The nearest to the day aimed at, rather in the middle of a week and away from days taken."""

    def cost(window: Span) -> tuple[int, date]:
        at_the_edge = any(day.weekday() not in MIDDLE for day in window.days)
        beside = window.first - ONE_DAY in taken or window.last + ONE_DAY in taken
        away = abs((window.first - aim).days)
        return away + EDGE * (at_the_edge + beside), window.first

    return min(windows, key=cost)
