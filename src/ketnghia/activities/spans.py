"""Stretches of days that reports speak of; dates only, no database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ketnghia.vietnamese.dates import span

FIRST_HALF, SECOND_HALF = 1, 2
LAST_MONTH_OF_FIRST_HALF = 6
_NAMED = re.compile(r"(\d{4})(?:-([12]))?")


@dataclass(frozen=True)
class Span:
    """From one day to another, both inside. `name` is how it stands in an address: "2021-1"."""

    first: date
    last: date
    name: str = ""

    @property
    def words(self) -> str:
        return span(self.first, self.last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def half_year(year: int, half: int) -> Span:
    """Six months: the first ends on 30 June (domain.md §5.1)."""
    if half == FIRST_HALF:
        return Span(date(year, 1, 1), date(year, 6, 30), f"{year}-1")
    return Span(date(year, 7, 1), date(year, 12, 31), f"{year}-2")


def whole_year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), str(year))


def half_of(day: date) -> Span:
    """The half-year a day lies in."""
    is_first = day.month <= LAST_MONTH_OF_FIRST_HALF
    return half_year(day.year, FIRST_HALF if is_first else SECOND_HALF)


def named(name: str) -> Span | None:
    """The span of an address: "2021-1" is the first half, "2021" the year; else None."""
    found = _NAMED.fullmatch(name)
    if not found or not 1930 <= int(found[1]) <= 2100:  # noqa: PLR2004 - years anybody reports
        return None
    year = int(found[1])
    return half_year(year, int(found[2])) if found[2] else whole_year(year)
