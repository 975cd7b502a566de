"""Days and spans as officers write and say them."""

from __future__ import annotations

from datetime import date

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
