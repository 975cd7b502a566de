"""Days and spans as officers write and say them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
MONTHS_A_YEAR = 12


def day(on: date) -> str:
    """29/11/2019, as running text has it."""
    return f"{on.day}/{on.month}/{on.year}"


def span(first: date, last: date | None) -> str:
    """The shortest clear form: 16–18/1/2021, 1/1–31/12/2020, 20/12/2020–3/1/2021."""
    if last is None or last == first:
        return day(first)
    if first.year != last.year:
        return f"{day(first)}–{day(last)}"
    if first.month != last.month:
        return f"{first.day}/{first.month}–{day(last)}"
    return f"{first.day}–{day(last)}"


def long_day(on: date) -> str:
    return f"{WEEKDAYS[on.weekday()]}, {day(on)}"


def months_between(first: date, last: date) -> int:
    """Whole months from one day to a later one."""
    months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    return months - (last.day < first.day)


def length(first: date, last: date) -> str:
    """How long: "6 năm 4 tháng", "7 tháng", "25 ngày"."""
    months = months_between(first, last)
    years, rest = divmod(months, MONTHS_A_YEAR)
    if not months:
        return f"{(last - first).days} ngày"
    return " ".join(
        part for part in (f"{years} năm" * (years > 0), f"{rest} tháng" * (rest > 0)) if part
    )


class WrongDayError(ValueError):
    """A day that cannot be: `code` is unreadable, month or day; `words` are its figures."""

    def __init__(self, code: str, **words: int) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass(frozen=True)
class FoundDay:
    """A day in a text, and where it ends."""

    value: date
    end: int


_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2}))?(?!\d)")
_WORDS = re.compile(
    r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:[\s,]+năm\s+(\d{4}))?(?!\d)", re.IGNORECASE
)
_SPOKEN = {"hôm nay": 0, "hôm qua": 1, "hôm kia": 2}
CENTURY = 2000


def parse_day(text: str, *, today: date) -> date:
    """Read a day as officers type it: 1/6, 1/6/21, 30/9/2025, hôm qua, 12 tháng 5 năm 2024.

    Without a year it is the latest such day not after today. Raises WrongDayError.
    """
    plain = " ".join(text.split()).lower()
    if plain in _SPOKEN:
        return today - timedelta(days=_SPOKEN[plain])
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", plain)
    if iso:
        year, month, day_ = map(int, iso.groups())
        return _make(day_, month, year)
    found = _FIGURES.fullmatch(plain) or _WORDS.fullmatch(plain)
    if not found:
        raise WrongDayError("unreadable")
    return _from(found, today)


def find_day(text: str, start: int = 0) -> FoundDay | None:
    """A full day (with its year) that stands at a place of a text; None where there is none."""
    for pattern in (_FIGURES, _WORDS):
        found = pattern.match(text, start)
        if found and found.group(3):
            try:
                return FoundDay(_from(found, date.min), found.end())
            except WrongDayError:
                return None
    return None


def _from(found: re.Match[str], today: date) -> date:
    day_, month = int(found.group(1)), int(found.group(2))
    if found.group(3):
        year = int(found.group(3))
        return _make(day_, month, year + CENTURY if year < 100 else year)  # noqa: PLR2004
    made = _make(day_, month, today.year)
    return made if made <= today else _make(day_, month, today.year - 1)


def _make(day_: int, month: int, year: int) -> date:
    words = {"day": day_, "month": month, "year": year}
    if not 1 <= month <= MONTHS_A_YEAR:
        raise WrongDayError("month", **words)
    try:
        return date(year, month, day_)
    except ValueError as error:
        raise WrongDayError("day", **words) from error
