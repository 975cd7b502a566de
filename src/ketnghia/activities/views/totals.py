"""Totals by indicator, and the way down to the figures, their words and photos."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.totals import TotalsForm
from ketnghia.activities.models import Indicator
from ketnghia.activities.totals import Totals
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

PER_PAGE = 50


def _asked(request: Request) -> tuple[TotalsForm, Totals]:
    """The totals an address asks for; without any, those of one's own unit in this half-year."""
    mine = Unit.objects.visible_to(request.user)
    own = get_object_or_404(mine.filter(seats__user=request.user).order_by("began_on", "pk")[:1])
    form = TotalsForm(request.GET, units=mine, own=own, today=localdate())
    return form, form.totals


@require_GET
def totals(request: Request) -> HttpResponse:
    form, found = _asked(request)
    context = {"form": form, "totals": found, "query": form.query}
    return page(request, "activities/totals.html", context, "totals")


@require_GET
def total_figures(request: Request, pk: int) -> HttpResponse:
    """The figures of one total; a part of the table, or a page of its own without a script."""
    form, found = _asked(request)
    indicator = get_object_or_404(Indicator.objects.visible_to(request.user), pk=pk)
    figures = Paginator(found.figures(indicator), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "indicator": indicator,
        "totals": found,
        "figures": figures,
        "tally": found.tallies.get(indicator.pk),
        "query": form.query,
    }
    template = "total_rows" if request.htmx else "total_figures"
    return page(request, f"activities/{template}.html", context)
