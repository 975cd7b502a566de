"""When a made record was written down."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.timezone import get_current_timezone


def moment(day: date, *, hour: int = 16) -> datetime:
    """An hour of a day, as officers live it."""
    return datetime.combine(day, time(hour), tzinfo=get_current_timezone())
