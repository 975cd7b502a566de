"""Days proposed beside the date fields, and what a typed day falls on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.exchanges.dates import Dates, Proposed
from ketnghia.exchanges.forms.dates import DatesForm
from ketnghia.exchanges.planning import filled_in, with_days
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


def dates_beside(request: Request, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the part with the dates needs; `told` is what the form or the address says."""
    asked = DatesForm(told, by=request.user).asked()
    dates = Dates(asked, user=request.user) if asked else None
    known = filled_in(told)
    return {
        "dates": dates,
        "picks": [(one, with_days(known, one.first, one.last)) for one in _proposed(dates)],
        "weekends_query": with_days(
            known,
            known.get("begins_on", ""),
            known.get("ends_on", ""),
            weekends=not (asked and asked.on_weekends),
        ),
        "besides": asked.besides if asked else None,
    }


def _proposed(dates: Dates | None) -> list[Proposed]:
    return dates.proposed if dates else []


@require_GET
def dates(request: Request) -> HttpResponse:
    """The part alone for the page's script; a page of its own without one."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    template = "exchanges/dates_told.html" if request.htmx else "exchanges/dates_page.html"
    return page(request, template, dates_beside(request, request.GET))
