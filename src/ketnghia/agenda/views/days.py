"""The agenda by month, by week, and as a list of what comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.agenda.addresses import Addresses
from ketnghia.agenda.forms import AgendaFilter, ListFilter, day_in
from ketnghia.agenda.listing import EntryListing
from ketnghia.agenda.months import Month
from ketnghia.agenda.sheets import MonthSheet, WeekSheet
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

ONE_WEEK = timedelta(weeks=1)


@require_GET
def month(request: Request) -> HttpResponse:
    today = localdate()
    form = AgendaFilter(request.GET, user=request.user)
    shown = Month.read(request.GET.get("month", "")) or Month.of(today)
    context = {
        "sheet": MonthSheet(form.scope, shown, today=today),
        "before": shown.later(-1),
        "after": shown.later(1),
        **_told(request, form),
    }
    return page(request, "agenda/month.html", context, "sheet")


@require_GET
def week(request: Request) -> HttpResponse:
    form = AgendaFilter(request.GET, user=request.user)
    day = day_in(request.GET.get("day", ""))
    context = {
        "sheet": WeekSheet(form.scope, day, today=localdate()),
        "before": day - ONE_WEEK,
        "after": day + ONE_WEEK,
        **_told(request, form),
    }
    return page(request, "agenda/week.html", context, "sheet")


@require_GET
def coming(request: Request) -> HttpResponse:
    form = ListFilter(request.GET, user=request.user)
    listing = EntryListing(request, form)
    if listing.wants_export:
        return listing.export()
    context = {"listing": listing, **_told(request, form)}
    return page(request, "agenda/coming.html", context, "rows")


def _told(request: Request, form: AgendaFilter) -> dict[str, Any]:
    """What every page of the agenda says beside its days."""
    return {
        "form": form,
        "links": Addresses(request),
        "today": localdate(),
        "runs_something": Unit.objects.run_by(request.user).exists(),
    }
