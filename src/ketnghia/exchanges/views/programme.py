"""The programme, written on the exchange's own page line by line."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.exchanges.forms.programme import ItemForm, said
from ketnghia.exchanges.models import Exchange, ProgrammeItem
from ketnghia.exchanges.operations import write_item
from ketnghia.exchanges.sheet import Sheet
from ketnghia.exchanges.views.acting import exchange_of
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def programme(request: Request, pk: int) -> HttpResponse:
    """The programme with one line open: `muc` says which; without it, a new one."""
    exchange = exchange_of(request, pk)
    key = request.GET.get("muc", "")
    item = get_object_or_404(exchange.programme, pk=key) if key.isdecimal() else None
    last = exchange.programme.order_by("-order").first()
    begins_on = last.on if last and last.on else exchange.begins_on
    initial = said(item) if item else {"on": begins_on.isoformat()}
    form = ItemForm(request.POST or None, initial=initial, exchange=exchange)
    if form.carry_out(partial(write_item, exchange, item)):
        return _written(request, exchange)
    context = {
        "exchange": exchange,
        "sheet": Sheet(exchange),
        "may_edit": True,
        "form": form,
        "open_item": item,
    }
    return page(request, "exchanges/programme.html", context, "programme")


def _written(request: Request, exchange: Exchange) -> HttpResponse:
    if not request.htmx:
        return redirect(f"{exchange.get_absolute_url()}#programme")
    context = {"exchange": exchange, "sheet": Sheet(exchange), "may_edit": True}
    return page(request, "exchanges/programme.html", context, "programme")


@require_POST
def programme_remove(request: Request, pk: int) -> HttpResponse:
    item = get_object_or_404(ProgrammeItem.objects.editable_by(request.user), pk=pk)
    exchange = item.exchange
    item.delete()
    return _written(request, exchange)
