"""The day a line of a page names: "20/01/2024", "20 Tháng Một, 2024", "January 20, 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache

from ketnghia.reading.engine.data import table

DATE = re.compile(
    r"(?<![\d/.-])(?:(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))(?![\d/])"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "2024-01-19T20:30:00Z" is the next morning here.
HERE = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Dated:
    """A day and where its words stand."""

    day: date
    start: int
    end: int
    is_in_figures: bool


def dated(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """The first day a line names, in figures or with the name of its month."""
    stop = len(text) if end is None else end
    match = DATE.search(text, start, stop)
    if match:
        found = match["iso"] or f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
    else:
        match = _written().search(text, start, stop) if _YEAR.search(text, start, stop) else None
        if match is None:
            return None
        told = {name[:-1]: words for name, words in match.groupdict().items() if words}
        found = f"{told['year']}-{_month(told['month']):02}-{told['day']:0>2}"
    try:
        return Dated(
            date.fromisoformat(found), match.start(), match.end(), "iso" in match.groupdict()
        )
    except ValueError:
        return None


def stamped(value: str) -> date | None:
    """The day of a stamp in the head of a page, as it was here."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        found = dated(value)
        return found.day if found else None
    return (moment.astimezone(HERE) if moment.tzinfo else moment).date()


def _month(words: str) -> int:
    number = re.search(r"\d+", words)
    return int(number[0]) if number else _months()[" ".join(words.lower().rstrip(".").split())]


@cache
def _months() -> dict[str, int]:
    told = table("calendar")["months"]
    return {name: int(month) for month, names in told.items() for name in names}


@cache
def _written() -> re.Pattern[str]:
    """As in "20 tháng 01 năm 2024" and "20 Th1 2024", or with the month first: "Jan 20, 2024"."""
    names = "|".join(sorted(_months(), key=len, reverse=True))
    month, year = rf"(?:(?:tháng|thg|th)\s*\d{{1,2}}|(?:{names}))\.?", r"(?:19|20)\d\d(?!\d)"
    behind = (
        rf"(?<![\d/.-])(?P<day1>\d{{1,2}})\s+(?P<month1>{month}),?\s+(?:năm\s+)?(?P<year1>{year})"
    )
    before = rf"\b(?P<month2>{month})\s+(?P<day2>\d{{1,2}}),\s*(?P<year2>{year})"
    return re.compile(f"{behind}|{before}", re.IGNORECASE)
