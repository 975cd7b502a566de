"""Days to hand in by, with weekends and days off known."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.utils.translation import gettext as _

from ketnghia.holidays.calendar import Kind
from ketnghia.holidays.names import HOME
from ketnghia.holidays.operations import days_kept, is_working_day
from ketnghia.vietnamese.dates import long_day

ONE_DAY = timedelta(days=1)
# No stretch of days off is longer; the table tells of Tết, nine days at most.
LOOKED_AHEAD = timedelta(days=30)


def days_off(first: date, last: date) -> set[date]:
    """Days on which offices here are closed, weekends apart."""
    kept = days_kept((), first - LOOKED_AHEAD, last + LOOKED_AHEAD)
    return {day.on for day in kept if day.kind == Kind.OFF and day.country == HOME}


def last_day(due_on: date, off: Collection[date]) -> date:
    """The last day that is in time: the due day, or the next working day where it is off."""
    on = due_on
    while not is_working_day(on, off):
        on += ONE_DAY
    return on


def working_days_before(due_on: date, number: int, off: Collection[date]) -> date:
    """The day so many working days earlier: what a unit gives those below it."""
    on = due_on
    for _step in range(number):
        on -= ONE_DAY
        while not is_working_day(on, off):
            on -= ONE_DAY
    return on


def told(due_on: date, late_after: date) -> str:
    """What has to be said of a due day: nothing, or that it is a day off and what follows."""
    if due_on == late_after:
        return ""
    return _("%(due)s là ngày nghỉ; nộp trong %(last)s vẫn đúng hạn.") % {
        "due": long_day(due_on),
        "last": long_day(late_after),
    }
