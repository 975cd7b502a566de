"""The period a review tells of: its figures belong to it, not to the day of the meeting."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ketnghia.vietnamese.text import fold_in_place

HALF, QUARTER = 6, 3
_PERIOD = re.compile(
    r"\b(?:(?:6|06|sau) thang (?P<half>dau|cuoi) nam"
    r"|quy (?P<quarter>iv|iii|ii|i|[1-4])\b(?:[ /]*nam)?"
    r"|(?:so ket|tong ket)[^.\n]{0,60}?\bnam (?P<whole>(?=\d{4})))(?:[ /]*(?P<year>\d{4}))?"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Period:
    """From the first to the last day, and the words that say so."""

    first: date
    last: date
    start: int
    end: int


def period_of(text: str, on: date | None) -> Period | None:
    """The period told first; a year left out is the year of the meeting.

    A review looks back: a period that is not over on the day of the meeting is a plan.
    """
    if on is None:
        return None
    return next((one for one in _told(text, on) if one.last <= on), None)


def _told(text: str, on: date) -> Iterator[Period]:
    for found in _PERIOD.finditer(fold_in_place(text)):
        year = int(found["year"] or on.year)
        if found["half"]:
            months = (1, HALF) if found["half"] == "dau" else (HALF + 1, 2 * HALF)
        elif found["quarter"]:
            told = found["quarter"]
            number = _QUARTERS.get(told) or int(told)
            months = (QUARTER * (number - 1) + 1, QUARTER * number)
        else:
            months = (1, 12)
        last = calendar.monthrange(year, months[1])[1]
        start, end = found.start(), found.end()
        yield Period(date(year, months[0], 1), date(year, months[1], last), start, end)
