"""Days of the week as each language says them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language

from ketnghia.vietnamese.dates import WEEKDAYS, day


def weekday(on: date) -> str:
    """Thứ Hai, as officers write it; the framework would say "Thứ 2"."""
    if (get_language() or "vi").startswith("vi"):
        return WEEKDAYS[on.weekday()]
    return date_format(on, "l")


def long_day(on: date) -> str:
    """Thứ Bảy, 12/12/2026."""
    return f"{weekday(on)}, {day(on)}"
