"""Ledgers of turns: the list, one ledger, setting an order, and deciding about turns."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange, Series
from ketnghia.rotations.forms import (
    ChangeOrderForm,
    CountForm,
    OrderForm,
    SkipForm,
    SwapForm,
    said,
)
from ketnghia.rotations.ledger_reading import ledger_of, ledgers_of
from ketnghia.rotations.models import Rotation, TurnDecision
from ketnghia.rotations.operations.orders import (
    change_order,
    close_ledger,
    rotation_of_paper,
    set_order,
)
from ketnghia.rotations.operations.turns import count_for_turn, skip_turn, swap_turn, withdraw
from ketnghia.rotations.planning import plan_turn_url
from ketnghia.rotations.proposing import (
    Proposal,
    alternates,
    papers_without_order,
    proposed_for_paper,
    proposed_for_series,
)
from ketnghia.rotations.rotation_list import LedgerListing
from ketnghia.rotations.turn_words import lead
from ketnghia.ui.acting import act_page
from ketnghia.ui.forms import ReasonForm
from ketnghia.ui.pages import page


@require_GET
def rotation_list(request: Request) -> HttpResponse:
    listing = LedgerListing(request, ledgers_of(Rotation.objects.visible_to(request.user)))
    if listing.wants_export:
        return listing.export()
    context = {"listing": listing, "without_order": papers_without_order(request.user)}
    return page(request, "rotations/rotation_list.html", context, "rows")


@require_GET
def rotation_detail(request: Request, pk: int) -> HttpResponse:
    rotation = get_object_or_404(Rotation.objects.visible_to(request.user), pk=pk)
    ledger = ledger_of(rotation, seen_by=request.user)
    context = {
        "ledger": ledger,
        "rotation": ledger.rotation,
        "may_edit": Rotation.objects.editable_by(request.user).filter(pk=pk).exists(),
        "plan_url": plan_turn_url(ledger),
    }
    return page(request, "rotations/rotation_detail.html", context)


def rotation_of(request: Request, pk: int) -> Rotation:
    """An order the person may change; what they may not is not there."""
    return get_object_or_404(Rotation.objects.editable_by(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
def paper_order(request: Request, pk: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement.objects.editable_by(request.user), pk=pk)
    known = rotation_of_paper(agreement)
    if known:
        return redirect(known)
    form = OrderForm(request.POST or None, initial=said(proposed_for_paper(agreement)))
    if form.carry_out(partial(set_order, agreement=agreement, by=request.user)):
        messages.success(request, _("Đã đặt thứ tự đăng cai."))
        return redirect(form.result)
    context = {"form": form, "subject": agreement, "is_new": True}
    return page(request, "rotations/rotation_order.html", context)


@require_http_methods(["GET", "POST"])
def series_order(request: Request, pk: int) -> HttpResponse:
    series = get_object_or_404(Series.objects.editable_by(request.user), pk=pk)
    known = Rotation.objects.filter(series=series).first()
    if known:
        return redirect(known)
    form = OrderForm(request.POST or None, initial=said(proposed_for_series(series)))
    if form.carry_out(partial(set_order, series=series, by=request.user)):
        messages.success(request, _("Đã đặt thứ tự đăng cai."))
        return redirect(form.result)
    context = {"form": form, "subject": series, "is_new": True}
    return page(request, "rotations/rotation_order.html", context)


@require_http_methods(["GET", "POST"])
def rotation_edit(request: Request, pk: int) -> HttpResponse:
    rotation = rotation_of(request, pk)
    hosts = [place.unit for place in ledger_of(rotation).places]
    due = (rotation.due_month, rotation.due_day)
    now = Proposal(hosts, rotation.since, rotation.every, due)
    form = ChangeOrderForm(request.POST or None, initial=said(now))
    if form.carry_out(partial(change_order, rotation), by=request.user):
        messages.success(request, _("Đã sửa thứ tự đăng cai."))
        return redirect(rotation)
    context = {"form": form, "subject": rotation, "is_new": False}
    return page(request, "rotations/rotation_order.html", context)


@require_http_methods(["GET", "POST"])
def rotation_close(request: Request, pk: int) -> HttpResponse:
    rotation = rotation_of(request, pk)
    form = ReasonForm(request.POST or None)
    subject = rotation.subject
    if form.carry_out(partial(close_ledger, rotation)):
        messages.success(request, _("Đã bỏ sổ luân phiên. Các cuộc gặp vẫn giữ nguyên."))
        return redirect(subject)
    title = _("Bỏ sổ luân phiên này")
    return act_page(
        request, form, title=title, back=rotation.get_absolute_url(), about=str(rotation)
    )


@require_http_methods(["GET", "POST"])
def turn_skip(request: Request, pk: int) -> HttpResponse:
    rotation = rotation_of(request, pk)
    ledger = ledger_of(rotation)
    form = SkipForm(request.POST or None, ledger=ledger)
    if form.carry_out(partial(skip_turn, rotation), by=request.user):
        messages.success(request, _("Đã ghi bỏ lượt."))
        return redirect(rotation)
    title = _("Bỏ lượt này")
    return act_page(
        request, form, title=title, back=rotation.get_absolute_url(), about=lead(ledger)
    )


@require_http_methods(["GET", "POST"])
def turn_swap(request: Request, pk: int) -> HttpResponse:
    rotation = rotation_of(request, pk)
    ledger = ledger_of(rotation)
    form = SwapForm(request.POST or None, ledger=ledger)
    if form.carry_out(partial(swap_turn, rotation), by=request.user):
        messages.success(request, _("Đã ghi đổi lượt."))
        return redirect(rotation)
    title = _("Đổi lượt")
    return act_page(
        request, form, title=title, back=rotation.get_absolute_url(), about=lead(ledger)
    )


@require_http_methods(["GET", "POST"])
def turn_count(request: Request, pk: int, exchange: int) -> HttpResponse:
    rotation = rotation_of(request, pk)
    chosen = get_object_or_404(Exchange.objects.visible_to(request.user), pk=exchange)
    ledger = ledger_of(rotation, seen_by=request.user)
    known = TurnDecision.objects.filter(rotation=rotation, exchange=chosen).first()
    names = ("place", "why", "decided_by", "paper")
    initial = {name: getattr(known, name) for name in names} if known else {}
    form = CountForm(request.POST or None, initial=initial, ledger=ledger)
    if form.carry_out(partial(count_for_turn, rotation, chosen), by=request.user):
        messages.success(request, _("Đã ghi cuộc này tính vào lượt nào."))
        return redirect(rotation)
    title = _("Cuộc này tính vào lượt nào")
    return act_page(
        request,
        form,
        title=title,
        back=rotation.get_absolute_url(),
        about=str(chosen),
        button=_("Lưu"),
    )


@require_http_methods(["GET", "POST"])
def decision_withdraw(request: Request, pk: int) -> HttpResponse:
    found = TurnDecision.objects.editable_by(request.user).select_related("rotation")
    decision = get_object_or_404(found, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.carry_out(partial(withdraw, decision)):
        messages.success(request, _("Đã rút quyết định. Sổ trở lại như khi chưa có."))
        return redirect(decision.rotation)
    title = _("Rút quyết định này")
    return act_page(
        request, form, title=title, back=decision.rotation.get_absolute_url(), about=str(decision)
    )


@require_GET
def for_agreement(request: Request, pk: int) -> HttpResponse:
    """Whose turn it is under a paper; where it says they alternate, how to set the order."""
    agreement = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    rotation = rotation_of_paper(agreement)
    promises = agreement.commitments.prefetch_related("branches")
    context = {
        "agreement": agreement,
        "ledger": ledger_of(rotation) if rotation else None,
        "alternates": any(map(alternates, promises)),
        "may_edit": Agreement.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    template = "rotations/turns_panel.html" if request.htmx else "rotations/turns_panel_page.html"
    return page(request, template, context)
