"""The list of exchanges, recording one, and the page of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.exchanges.awaited import awaited_meeting
from ketnghia.exchanges.dates import clashes
from ketnghia.exchanges.forms.exchanges import ExchangeForm
from ketnghia.exchanges.models import Exchange, Practice
from ketnghia.exchanges.operations import record
from ketnghia.exchanges.planning import filled_in
from ketnghia.exchanges.sheet import Sheet
from ketnghia.exchanges.tables import COLUMNS, ExchangeFilter
from ketnghia.exchanges.views.dates import dates_beside
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

AT_MOST = 12


@require_GET
def exchange_list(request: Request) -> HttpResponse:
    found = Exchange.objects.visible_to(request.user)
    listing = Listing(
        request,
        found.prefetch_related("participations__unit__names"),
        columns=COLUMNS,
        filters=ExchangeFilter,
        default_sort="-begins_on",
        name="giao-luu",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "exchanges/exchange_list.html", {"listing": listing}, "rows")


@require_GET
def exchange_find(request: Request) -> HttpResponse:
    """Options of a finder: exchanges the person may see."""
    words = request.GET.get("q", "").strip()[:100]
    found = Exchange.objects.visible_to(request.user).search(words) if words else ()
    return page(request, "exchanges/exchange_options.html", {"exchanges": found[:AT_MOST]})


@require_http_methods(["GET", "POST"])
def exchange_create(request: Request) -> HttpResponse:
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    awaited = awaited_meeting(request.user, (request.POST or request.GET).get("rotation", ""))
    initial = {"title": awaited.title if awaited else "", **filled_in(request.GET)}
    form = ExchangeForm(request.POST or None, initial=initial, by=request.user)
    if form.carry_out(record, by=request.user):
        messages.success(request, _("Đã ghi cuộc giao lưu."))
        return redirect(form.result)
    context = {"form": form, "awaited": awaited}
    context |= dates_beside(request, request.POST or request.GET)
    return page(request, "exchanges/exchange_create.html", context)


@require_GET
def exchange_detail(request: Request, pk: int) -> HttpResponse:
    found = Exchange.objects.visible_to(request.user).select_related("agreement", "series")
    exchange = get_object_or_404(found, pk=pk)
    sheet = Sheet(exchange)
    context = {
        "exchange": exchange,
        "sheet": sheet,
        "clashes": clashes(exchange, sheet.units, user=request.user),
        "may_edit": Exchange.objects.editable_by(request.user).filter(pk=pk).exists(),
        "practices": Practice.objects.filter(heard_at=exchange).select_related("home_unit"),
    }
    return page(request, "exchanges/exchange_detail.html", context)
