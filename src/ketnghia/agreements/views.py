"""Pages of agreements and duties."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.agreements.drafting import close, extend, renew
from ketnghia.agreements.forms import ClosingForm, ExtensionForm, InheritanceForm, ReviewForm
from ketnghia.agreements.models import Agreement, Duty, Evidence, Party
from ketnghia.agreements.operations import inherit, uncredit
from ketnghia.agreements.sheet import Sheet
from ketnghia.agreements.tables import COLUMNS, DUTY_COLUMNS, AgreementFilter, DutyFilter
from ketnghia.agreements.words import view_of
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def agreement_list(request: Request) -> HttpResponse:
    listing = Listing(
        request,
        Agreement.objects.visible_to(request.user).with_parts(),
        columns=COLUMNS,
        filters=AgreementFilter,
        default_sort="-signed_on",
        name="van-ban",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "agreements/agreement_list.html", {"listing": listing}, "rows")


@require_GET
def agreement_detail(request: Request, pk: int) -> HttpResponse:
    found = Agreement.objects.visible_to(request.user).with_parts()
    agreement = get_object_or_404(found, pk=pk)
    context = {
        "agreement": agreement,
        "sheet": Sheet(agreement),
        "can_edit": Agreement.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "agreements/agreement_detail.html", context)


@require_GET
def for_unit(request: Request, pk: int) -> HttpResponse:
    """Papers in force that a unit signed, or one that went into it: a panel of its page."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    signed = Agreement.objects.visible_to(request.user).in_force_on(localdate())
    mine = signed.filter(parties__unit__in={unit.pk} | unit.predecessor_ids()).distinct()
    context = {"unit": unit, "agreements": mine.order_by("-signed_on", "pk")}
    template = "agreements/for_unit.html" if request.htmx else "agreements/for_unit_page.html"
    return page(request, template, context)


def _act(
    request: Request,
    agreement: Agreement,
    form: ActionForm,
    act: Callable[..., Any],
    *,
    title: str,
    done: str,
) -> HttpResponse:
    """Ask for what a small act needs, carry it out, say so."""
    if form.carry_out(act):
        messages.success(request, done)
        return redirect(agreement)
    context = {"agreement": agreement, "form": form, "title": title}
    return page(request, "agreements/agreement_act.html", context)


def _own(request: Request, pk: int) -> Agreement:
    mine = Agreement.objects.editable_by(request.user).filter(signed_on__isnull=False)
    return get_object_or_404(mine, pk=pk)


@require_http_methods(["GET", "POST"])
def agreement_review(request: Request, pk: int) -> HttpResponse:
    agreement, form = _own(request, pk), ReviewForm(request.POST or None)
    words = {"title": _("Ghi ngày tổng kết"), "done": _("Đã ghi ngày tổng kết.")}
    return _act(request, agreement, form, agreement.review, **words)


@require_http_methods(["GET", "POST"])
def agreement_extend(request: Request, pk: int) -> HttpResponse:
    agreement, form = _own(request, pk), ExtensionForm(request.POST or None)
    words = {"title": _("Gia hạn"), "done": _("Đã gia hạn. Việc của thời gian thêm đã mở.")}
    return _act(request, agreement, form, partial(extend, agreement, by=request.user), **words)


@require_http_methods(["GET", "POST"])
def agreement_close(request: Request, pk: int) -> HttpResponse:
    agreement, form = _own(request, pk), ClosingForm(request.POST or None)
    words = {"title": _("Khép lại văn bản"), "done": _("Đã khép lại văn bản.")}
    return _act(request, agreement, form, partial(close, agreement, by=request.user), **words)


@require_POST
def agreement_renew(request: Request, pk: int) -> HttpResponse:
    agreement = _own(request, pk)
    try:
        new = renew(agreement, by=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect(agreement)
    messages.success(request, _("Đã mở bản thảo mới từ văn bản này."))
    return redirect("agreements:terms", new.pk)


@require_GET
def duty_list(request: Request) -> HttpResponse:
    found = Duty.objects.visible_to(request.user).select_related(
        "commitment__agreement", "party__unit"
    )
    listing = Listing(
        request,
        found.prefetch_related("commitment__branches", "evidence", "party__unit__names"),
        columns=DUTY_COLUMNS,
        filters=DutyFilter,
        default_sort="ends_on",
        name="viec-phai-lam",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "agreements/duty_list.html", {"listing": listing}, "rows")


@require_GET
def duty_detail(request: Request, pk: int) -> HttpResponse:
    found = Duty.objects.visible_to(request.user).select_related("commitment__agreement")
    duty = get_object_or_404(found, pk=pk)
    context = {
        "duty": duty,
        "view": view_of(duty),
        "agreement": duty.commitment.agreement,
        "evidence": duty.evidence.select_related("credited_by", "branch"),
        "can_edit": Duty.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "agreements/duty_detail.html", context)


@require_POST
def evidence_remove(request: Request, pk: int) -> HttpResponse:
    mine = Evidence.objects.filter(duty__in=Duty.objects.editable_by(request.user))
    evidence = get_object_or_404(mine, pk=pk)
    uncredit(evidence, by=request.user)
    messages.success(request, _("Đã bỏ tính việc này."))
    return redirect(evidence.duty)


@require_http_methods(["GET", "POST"])
def party_inherit(request: Request, pk: int) -> HttpResponse:
    mine = Party.objects.filter(agreement__in=Agreement.objects.editable_by(request.user))
    party = get_object_or_404(mine.filter(unit__ended_on__isnull=False), pk=pk)
    form = InheritanceForm(request.POST or None, party=party)
    if form.carry_out(lambda **typed: inherit(party, by=request.user, **typed)):
        messages.success(request, _("Đã ghi quyết định."))
        return redirect(party.agreement)
    context = {"party": party, "agreement": party.agreement, "form": form}
    return page(request, "agreements/party_inherit.html", context)
