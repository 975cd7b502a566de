"""Days of which the article leaves out the year, and terms told as years; no database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

UNKNOWN = "XXXX"
_DAY = re.compile(r"(\d{4}|X{4})-(\d\d)-(\d\d)")
# What is told without a year so shortly before the day of publishing is of that year.
FRESH = timedelta(days=14)
# Papers of a year are signed from October on for the year to come.
SIGNED_AHEAD_FROM = 10


@dataclass(frozen=True)
class Guess:
    """A day as it stands now, and why where something was guessed."""

    iso: str
    reason: str = ""


def is_whole(iso: str | None) -> bool:
    return whole(iso) is not None


def whole(iso: str | None) -> date | None:
    """The day; none where the year is unknown or there is no such day."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def with_year(iso: str, term_start: object, *, published: date | None = None) -> Guess:
    """Give a day its year: from the year its paper is for, else from the day of publishing."""
    found = _DAY.fullmatch(iso)
    if found is None or found[1] != UNKNOWN:
        return Guess(iso)
    month, on = int(found[2]), f"{found[2]}-{found[3]}"
    year = year_of(term_start)
    if year is not None:
        signed = year - 1 if month >= SIGNED_AHEAD_FROM else year
        words = {"year": signed, "term": year, "month": month}
        reason = _("Bài không ghi năm. Đoán %(year)s: văn bản của năm %(term)s, tháng %(month)s.")
        return _checked(f"{signed}-{on}", iso, reason % words)
    if published is not None:
        near = min(
            (day for y in (published.year, published.year - 1) if (day := whole(f"{y}-{on}"))),
            key=lambda day: (day > published, published - day),
            default=None,
        )
        if near is not None:
            reason = _("Bài không ghi năm. Đoán theo ngày đăng.")
            return Guess(near.isoformat(), reason)
    return Guess(iso, _("Bài không ghi năm. Điền năm rồi nhận."))


def is_fresh(iso: str, published: date | None) -> bool:
    """Whether a day is so near to the day of publishing that its year is certain."""
    day = whole(iso)
    return bool(day and published and timedelta(0) <= published - day <= FRESH)


def _checked(made: str, told: str, reason: str) -> Guess:
    return Guess(made, reason) if is_whole(made) else Guess(told, reason)


def year_of(told: object) -> int | None:
    """The year of a term's end: 2020, or an ISO date."""
    if isinstance(told, int):
        return told
    day = whole(told) if isinstance(told, str) else None
    return day.year if day else None


def term_days(start: object, end: object, signed: date | None) -> tuple[date | None, date | None]:
    """From when to when a paper holds.

    "năm 2020" is the whole year. A paper of the year it is signed in, signed in its last quarter,
    holds a whole year from its signing.
    """
    first = _edge(start, month=1, on=1)
    last = _edge(end, month=12, on=31)
    if first and last and signed and first.year == last.year == signed.year:
        if signed.month >= SIGNED_AHEAD_FROM:
            return signed, _year_later(signed)
        return max(first, signed), last
    if first and signed and first < signed:
        first = signed
    return first or signed, last


def _edge(told: object, *, month: int, on: int) -> date | None:
    if isinstance(told, int):
        return date(told, month, on)
    return whole(told) if isinstance(told, str) else None


def _year_later(signed: date) -> date:
    try:
        anniversary = signed.replace(year=signed.year + 1)
    except ValueError:  # 29/2
        anniversary = date(signed.year + 1, 3, 1)
    return anniversary - timedelta(days=1)
