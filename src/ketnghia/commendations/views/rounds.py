"""Rounds of commendation: the list, opening, one round with what is nominated, its quotas."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.fields import own_unit
from ketnghia.commendations.forms.rounds import (
    OpeningForm,
    QuotaForm,
    RoundForm,
    opening_defaults,
)
from ketnghia.commendations.models import AwardRound, Nomination, Quota
from ketnghia.commendations.operations import change_round, open_round, write_quota
from ketnghia.commendations.round_sheet import RoundSheet
from ketnghia.commendations.tables import NOMINATION_COLUMNS, NominationFilter
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def round_list(request: Request) -> HttpResponse:
    found = AwardRound.objects.visible_to(request.user).select_related("unit").with_numbers()
    context = {
        "running": found.running().order_by("due_on", "pk"),
        "closed": found.exclude(closed_on=None)[:50],
        "today": localdate(),
        "may_open": Unit.objects.run_by(request.user).exists(),
    }
    return page(request, "commendations/round_list.html", context)


@require_http_methods(["GET", "POST"])
def round_open(request: Request) -> HttpResponse:
    own = own_unit(request.user)
    unit = get_object_or_404(Unit.objects.run_by(request.user), pk=own.pk if own else None)
    initial = opening_defaults(unit, localdate())
    form = OpeningForm(request.POST or None, unit=unit, initial=initial)
    if form.carry_out(open_round, unit=unit, by=request.user):
        messages.success(request, _("Đã mở đợt. Các đơn vị bên dưới thấy và đề nghị được."))
        return redirect(form.result)
    return page(request, "commendations/round_open.html", {"form": form, "unit": unit})


@require_GET
def round_detail(request: Request, pk: int) -> HttpResponse:
    """What the round takes, who is put forward, what the council said, which decisions follow."""
    found = AwardRound.objects.visible_to(request.user).select_related("unit", "campaign")
    round = get_object_or_404(found, pk=pk)  # noqa: A001 - the word of the field
    seen = Nomination.objects.visible_to(request.user).filter(round=round).with_parts()
    listing = Listing(
        request, seen, columns=NOMINATION_COLUMNS, filters=NominationFilter,
        default_sort="nominator__sort_key", name="de-nghi-khen-thuong",
    )  # fmt: skip
    if listing.wants_export:
        return listing.export()
    context = {"round": round, "listing": listing, "sheet": RoundSheet(round, request.user)}
    return page(request, "commendations/round_detail.html", context, "rows")


@require_http_methods(["GET", "POST"])
def round_edit(request: Request, pk: int) -> HttpResponse:
    found = AwardRound.objects.editable_by(request.user).select_related("unit")
    round = get_object_or_404(found, pk=pk)  # noqa: A001
    form = RoundForm(request.POST or None, unit=round.unit, initial=RoundForm.initial_of(round))
    if form.carry_out(partial(change_round, round)):
        messages.success(request, _("Đã sửa đợt khen thưởng."))
        return redirect(round)
    title = _("Sửa đợt khen thưởng")
    return act_page(request, form, title=title, back=round.get_absolute_url(), about=round.title)


@require_POST
def round_close(request: Request, pk: int) -> HttpResponse:
    round = get_object_or_404(AwardRound.objects.editable_by(request.user), pk=pk)  # noqa: A001
    attempt(request, partial(round.close, by=request.user), _("Đã đóng đợt khen thưởng."))
    return redirect(round)


@require_POST
def round_reopen(request: Request, pk: int) -> HttpResponse:
    round = get_object_or_404(AwardRound.objects.editable_by(request.user), pk=pk)  # noqa: A001
    attempt(request, round.reopen, _("Đã mở lại đợt khen thưởng."))
    return redirect(round)


@require_http_methods(["GET", "POST"])
def quota_add(request: Request, pk: int) -> HttpResponse:
    round = get_object_or_404(AwardRound.objects.editable_by(request.user), pk=pk)  # noqa: A001
    form = QuotaForm(request.POST or None, round=round)
    return _quota_page(request, form, Quota(round=round), _("Đặt chỉ tiêu"))


@require_http_methods(["GET", "POST"])
def quota_edit(request: Request, pk: int) -> HttpResponse:
    found = Quota.objects.editable_by(request.user).select_related("round", "honour", "unit")
    quota = get_object_or_404(found, pk=pk)
    form = QuotaForm(request.POST or None, round=quota.round, initial=QuotaForm.initial_of(quota))
    return _quota_page(request, form, quota, _("Sửa chỉ tiêu"))


def _quota_page(request: Request, form: QuotaForm, quota: Quota, title: str) -> HttpResponse:
    if form.carry_out(partial(write_quota, quota)):
        messages.success(request, _("Đã đặt chỉ tiêu."))
        return redirect(quota.round)
    back = quota.round.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=quota.round.title)


@require_POST
def quota_remove(request: Request, pk: int) -> HttpResponse:
    quota = get_object_or_404(
        Quota.objects.editable_by(request.user).select_related("round"), pk=pk
    )
    attempt(request, quota.delete, _("Đã bỏ chỉ tiêu."))
    return redirect(quota.round)
