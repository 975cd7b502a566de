"""The book of gifts and support: the list, one line, writing, and the balance by partner."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.gifts.book import Balance
from ketnghia.gifts.forms import MendGiftForm, NewGiftForm, said
from ketnghia.gifts.lists import COLUMNS, EXPORTED, BalanceListing, GiftFilter
from ketnghia.gifts.models import Gift
from ketnghia.gifts.operations import bring_back, mend_gift, record_gift, remove_gift, removed_gifts
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.forms import ReasonForm
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

AT_MOST = 100


@require_GET
def gift_list(request: Request) -> HttpResponse:
    listing = Listing(
        request,
        Gift.objects.visible_to(request.user).with_units(),
        columns=COLUMNS,
        filters=GiftFilter,
        default_sort="-on",
        name="qua-va-ho-tro",
        export_columns=EXPORTED,
    )
    if listing.wants_export:
        return listing.export()
    may_add = Unit.objects.run_by(request.user).exists()
    context = {"listing": listing, "may_add": may_add}
    return page(request, "gifts/gift_list.html", context, "rows")


@require_GET
def gift_detail(request: Request, pk: int) -> HttpResponse:
    gift = get_object_or_404(Gift.objects.visible_to(request.user).with_units(), pk=pk)
    seen = Exchange.objects.visible_to(request.user).filter(pk=gift.exchange_id or 0)
    context = {
        "gift": gift,
        "exchange": seen.first(),
        "may_edit": Gift.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "gifts/gift_detail.html", context)


@require_http_methods(["GET", "POST"])
def gift_create(request: Request) -> HttpResponse:
    """Write a gift down; from the page of an exchange the two sides come filled in."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    exchange = _exchange_asked_for(request)
    initial = _from_exchange(exchange) if exchange else {}
    initial |= {key: request.GET[key] for key in ("giver", "receiver") if key in request.GET}
    form = NewGiftForm(
        request.POST or None, request.FILES or None, initial=initial, by=request.user
    )
    if form.carry_out(record_gift, by=request.user):
        messages.success(request, _("Đã ghi vào sổ quà và hỗ trợ."))
        return _after(request, form.result)
    context = {"form": form, "exchange": exchange}
    return page(request, "gifts/gift_create.html", context)


def _exchange_asked_for(request: Request) -> Exchange | None:
    key = request.GET.get("exchange", "")
    if not key.isdecimal():
        return None
    return get_object_or_404(Exchange.objects.visible_to(request.user), pk=key)


def _from_exchange(exchange: Exchange) -> dict[str, Any]:
    """The guest gives, the host receives; whoever writes may turn it round."""
    parts = list(exchange.participations.all())
    host = next((p.unit_id for p in parts if p.role == Participation.Role.HOST), None)
    guest = next((p.unit_id for p in parts if p.role == Participation.Role.GUEST), None)
    return {
        "exchange": exchange.pk,
        "giver": guest,
        "receiver": host,
        "on": exchange.begins_on,
        "kind": Gift.Kind.SOUVENIR,
    }


def _after(request: Request, gift: Gift) -> HttpResponse:
    """Another gift of the same exchange, or back to where it is shown."""
    if "again" in request.POST:
        query = f"?exchange={gift.exchange_id}" if gift.exchange_id else ""
        return redirect(f"{reverse('gifts:create')}{query}")
    return redirect(gift)


@require_http_methods(["GET", "POST"])
def gift_edit(request: Request, pk: int) -> HttpResponse:
    gift = get_object_or_404(Gift.objects.editable_by(request.user), pk=pk)
    form = MendGiftForm(request.POST or None, initial=said(gift), by=request.user)
    if form.carry_out(partial(mend_gift, gift), by=request.user):
        messages.success(request, _("Đã sửa."))
        return redirect(gift)
    context = {"form": form, "gift": gift}
    return page(request, "gifts/gift_create.html", context)


@require_http_methods(["GET", "POST"])
def gift_remove(request: Request, pk: int) -> HttpResponse:
    gift = get_object_or_404(Gift.objects.editable_by(request.user), pk=pk)
    form = ReasonForm(request.POST or None)
    if form.carry_out(partial(remove_gift, gift)):
        messages.success(request, _("Đã bỏ khỏi sổ. Nếu nhầm, bấm Ghi lại."))
        return redirect("gifts:removed")
    title = _("Bỏ khỏi sổ quà và hỗ trợ")
    return act_page(request, form, title=title, back=gift.get_absolute_url(), about=str(gift))


@require_GET
def gifts_removed(request: Request) -> HttpResponse:
    mine = removed_gifts(request.user, to_edit=True).values_list("pk", flat=True)
    context = {"versions": removed_gifts(request.user)[:AT_MOST], "mine": set(mine)}
    return page(request, "gifts/gifts_removed.html", context)


@require_POST
def gift_bring_back(request: Request, pk: int) -> HttpResponse:
    version = get_object_or_404(removed_gifts(request.user, to_edit=True), pk=pk)
    attempt(request, partial(bring_back, version), _("Đã ghi lại vào sổ."))
    return redirect("gifts:list")


@require_GET
def gift_balance(request: Request) -> HttpResponse:
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == len("2026") else None
    balance = Balance(request.user, year=year)
    listing = BalanceListing(request, balance)
    if listing.wants_export:
        return listing.export()
    context = {"listing": listing, "balance": balance}
    return page(request, "gifts/gift_balance.html", context, "rows")
