"""The quiet background of the agenda: days off, and days the union and its friends keep."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from ketnghia.agenda.scopes import Scope
from ketnghia.agreements.models import Agreement, Party
from ketnghia.holidays.calendar import Day, Kind
from ketnghia.holidays.names import COUNTRIES, HOME
from ketnghia.holidays.operations import days_kept
from ketnghia.units.models import Unit


def kept_between(scope: Scope, first: date, last: date) -> dict[date, list[str]]:
    """What is kept on each day, in words; days of friends only where the scope has such friends."""
    days: dict[date, list[str]] = {}
    known = days_kept(friends_of(scope), first, last)
    for day in sorted(known, key=lambda day: (day.on, day.country != HOME, day.country)):
        if day.kind != Kind.EVE:
            days.setdefault(day.on, []).append(_said(day))
    return days


def _said(day: Day) -> str:
    """A day off of ours says so, where its name does not: nobody plans work on it."""
    is_ours = day.country == HOME and day.kind == Kind.OFF and "nghỉ" not in day.name.lower()
    return _("%(day)s (nghỉ)") % {"day": day.name} if is_ours else day.name


def friends_of(scope: Scope) -> set[str]:
    """Countries of the partners the units of the scope signed with; without units: all."""
    if scope.units is None and scope.holders is None:
        return set(COUNTRIES)
    parties = Party.objects.filter(agreement=OuterRef("pk"))
    papers = Agreement.objects.visible_to(scope.user).filter(scope.touched(parties))
    partners = Unit.objects.filter(parties__agreement__in=papers).exclude(country=HOME)
    return set(partners.order_by().values_list("country", flat=True).distinct())
