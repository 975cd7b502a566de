"""Meetings of the council: held, mended, each nomination considered, the minutes printed."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.councils import CouncilForm, VerdictForm, members_told
from ketnghia.commendations.minutes import Minutes
from ketnghia.commendations.models import AwardRound, Council, Nomination
from ketnghia.commendations.operations import (
    agree_to_rest,
    change_council,
    hold_council,
    judge,
)
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def council_hold(request: Request, pk: int) -> HttpResponse:
    found = AwardRound.objects.editable_by(request.user).running().select_related("unit")
    round = get_object_or_404(found, pk=pk)  # noqa: A001 - the word of the field
    last = Council.objects.filter(round__unit=round.unit).first()
    initial = {"held_on": localdate(), "members": members_told(last)}
    form = CouncilForm(request.POST or None, initial=initial)
    if form.carry_out(partial(hold_council, round), by=request.user):
        messages.success(request, _("Đã ghi cuộc họp. Ghi ý kiến từng đề nghị ở đây."))
        return redirect(form.result)
    title, back = _("Họp hội đồng"), round.get_absolute_url()
    return act_page(
        request, form, title=title, back=back, about=round.title, button=_("Ghi cuộc họp")
    )


@require_GET
def council_detail(request: Request, pk: int) -> HttpResponse:
    council = _seen(request, pk)
    may_edit = Council.objects.editable_by(request.user).filter(pk=pk).exists()
    context = {"council": council, "minutes": Minutes(council), "may_edit": may_edit}
    return page(request, "commendations/council_detail.html", context)


def _seen(request: Request, pk: int) -> Council:
    found = Council.objects.visible_to(request.user).select_related("round__unit")
    return get_object_or_404(found.prefetch_related("members"), pk=pk)


def _kept(request: Request, pk: int) -> Council:
    found = Council.objects.editable_by(request.user).select_related("round__unit")
    return get_object_or_404(found.prefetch_related("members"), pk=pk)


@require_http_methods(["GET", "POST"])
def council_edit(request: Request, pk: int) -> HttpResponse:
    council = _kept(request, pk)
    form = CouncilForm(request.POST or None, initial=CouncilForm.initial_of(council))
    if form.carry_out(partial(change_council, council)):
        messages.success(request, _("Đã sửa cuộc họp."))
        return redirect(council)
    title, back = _("Sửa cuộc họp"), council.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=council.round.title)


@require_http_methods(["GET", "POST"])
def council_judge(request: Request, pk: int, nomination: int) -> HttpResponse:
    council = _kept(request, pk)
    found = council.round.nominations.with_parts()
    one = get_object_or_404(found.exclude(state__in=Nomination.WRITABLE), pk=nomination)
    said = council.verdicts.filter(nomination=one).first()
    form = VerdictForm(request.POST or None, initial=VerdictForm.initial_of(said))
    if form.carry_out(partial(judge, council, one), by=request.user):
        messages.success(request, _("Đã ghi ý kiến hội đồng."))
        return redirect(council)
    words = {"name": one.name, "honour": one.honour.name, "present": council.present}
    about = _("%(name)s, %(honour)s. Có mặt %(present)s người.") % words
    title, back = _("Ý kiến hội đồng"), council.get_absolute_url()
    return act_page(request, form, title=title, back=back, about=about, button=_("Ghi ý kiến"))


@require_POST
def council_agree(request: Request, pk: int) -> HttpResponse:
    council = _kept(request, pk)
    done = _("Đã ghi hội đồng nhất trí các đề nghị còn lại.")
    attempt(request, partial(agree_to_rest, council, by=request.user), done)
    return redirect(council)


@require_GET
def council_minutes(request: Request, pk: int) -> HttpResponse:
    council = _seen(request, pk)
    context = {"council": council, "minutes": Minutes(council)}
    return page(request, "commendations/council_minutes.html", context)
