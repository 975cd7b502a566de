"""What the pages of preparing share: load through the ability, act, go back to the exchange."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from ketnghia.accounts.models import Request
from ketnghia.checklists.models import Task
from ketnghia.checklists.sheet import sides_of
from ketnghia.exchanges.models import Exchange
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

PART = "panel-checklists-for_exchange"


def task_of(request: Request, pk: int) -> Task:
    """A task the person may change; what they may not is not there."""
    found = Task.objects.editable_by(request.user).select_related("checklist__exchange", "person")
    return get_object_or_404(found, pk=pk)


def side_of(request: Request, pk: int, unit: int) -> tuple[Exchange, Unit]:
    """An exchange, and one of its units that the person runs."""
    exchange = get_object_or_404(Exchange.objects.visible_to(request.user), pk=pk)
    runs = Unit.objects.run_by(request.user).filter(participations__exchange=exchange)
    return exchange, get_object_or_404(runs, pk=unit)


def panel(request: Request, exchange: Exchange) -> HttpResponse:
    """The part of the exchange's page that tells of preparing."""
    context = {"exchange": exchange, "sides": sides_of(exchange, request.user)}
    name = "for_exchange" if request.htmx else "for_exchange_page"
    return page(request, f"checklists/{name}.html", context)


def back_to(exchange: Exchange) -> HttpResponse:
    return redirect(f"{exchange.get_absolute_url()}#{PART}")
