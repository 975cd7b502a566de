"""The list of exchanges, recording one, and the page of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.exchanges.forms.exchanges import ExchangeForm
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import record
from ketnghia.ui.listing import Column, Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


def _units(exchange: Exchange) -> str:
    return " – ".join(p.unit.name_on(exchange.begins_on) for p in exchange.participations.all())


COLUMNS = [
    Column("title", _("Cuộc giao lưu"), lambda e: e.title),
    Column("units", _("Các bên"), _units),
    Column("begins_on", _("Ngày"), lambda e: e.begins_on, sort="-begins_on"),
    Column("place", _("Nơi"), lambda e: e.place),
    Column("state", _("Tình trạng"), lambda e: e.get_state_display()),
]


@require_GET
def exchange_list(request: Request) -> HttpResponse:
    found = Exchange.objects.visible_to(request.user)
    listing = Listing(
        request,
        found.prefetch_related("participations__unit__names"),
        columns=COLUMNS,
        default_sort="-begins_on",
        name="giao-luu",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "exchanges/exchange_list.html", {"listing": listing}, "rows")


@require_http_methods(["GET", "POST"])
def exchange_create(request: Request) -> HttpResponse:
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    initial = {key: request.GET[key] for key in ("host", "guest", "kind") if key in request.GET}
    form = ExchangeForm(request.POST or None, initial=initial)
    if form.carry_out(record, by=request.user):
        messages.success(request, _now("Đã ghi cuộc giao lưu."))
        return redirect(form.result)
    return page(request, "exchanges/exchange_create.html", {"form": form})


@require_GET
def exchange_detail(request: Request, pk: int) -> HttpResponse:
    found = Exchange.objects.visible_to(request.user).prefetch_related(
        "participations__unit__names",
        "participations__head",
        "programme",
        "gifts__giver__names",
        "gifts__receiver__names",
    )
    exchange = get_object_or_404(found, pk=pk)
    return page(request, "exchanges/exchange_detail.html", {"exchange": exchange})
