"""Hours of a programme as they are typed, and its items laid out by day; no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Generic, TypeVar

from ketnghia.vietnamese.text import fold, tidy

# Where a part of the day stands among hours, so that "chiều" comes after 9h30.
PARTS = {
    "cả ngày": time(6),
    "sáng": time(7),
    "trưa": time(11, 30),
    "chiều": time(13, 30),
    "tối": time(18),
}
_HOUR = re.compile(r"(\d{1,2})\s*(?:h|g|:|giờ|gio)\s*(\d{2})?(?:\s*(?:phút|p))?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|đến|den)\s*", re.IGNORECASE)
DAY_HOURS, HOUR_MINUTES = 24, 60


class WrongHourError(ValueError):
    """An hour that cannot be: `code` is unreadable, hour or order."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Hours:
    """From when until when; or only a part of the day."""

    begins_at: time | None = None
    ends_at: time | None = None
    part: str = ""


def parse_hours(text: str) -> Hours:
    """Read 7h30, 7:30–9:00, 14 giờ đến 15 giờ 30, sáng. Raises WrongHourError."""
    plain = tidy(text).lower()
    if not plain:
        return Hours()
    part = next((name for name in PARTS if fold(name) == fold(plain).removeprefix("buoi ")), "")
    if part:
        return Hours(part=part)
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    if len(pieces) not in {1, 2}:
        raise WrongHourError("unreadable")
    hours = [_hour(piece) for piece in pieces]
    if len(hours) == 1:
        return Hours(hours[0])
    if hours[1] <= hours[0]:
        raise WrongHourError("order")
    return Hours(hours[0], hours[1])


def _hour(text: str) -> time:
    found = _HOUR.fullmatch(text)
    if not found:
        raise WrongHourError("unreadable")
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    if hour >= DAY_HOURS or minute >= HOUR_MINUTES:
        raise WrongHourError("hour")
    return time(hour, minute)


T = TypeVar("T")


@dataclass
class Day(Generic[T]):
    """The items of one day in order; without a day: what has none yet."""

    on: date | None
    items: list[T] = field(default_factory=list)


def laid_out(items: Iterable[T]) -> list[Day[T]]:
    """Items by day (`on`) and hour (`begins_at`, else the part of the day in `at`).

    One without an hour stays behind the item it followed.
    """
    days: dict[date | None, Day[T]] = {}
    timed: Iterable[Any] = items
    for item in timed:
        days.setdefault(item.on, Day(item.on)).items.append(item)
    for day in days.values():
        day.items = _by_hour(day.items)
    return sorted(days.values(), key=lambda day: day.on or date.max)


def _by_hour(items: list[Any]) -> list[Any]:
    last = time.min
    keyed: list[tuple[time, int]] = []
    for place, item in enumerate(items):
        last = item.begins_at or PARTS.get(item.at, last)
        keyed.append((last, place))
    return [items[place] for _at, place in sorted(keyed)]
