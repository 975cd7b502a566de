"""Putting somebody forward: whom the records suggest, the nomination, its evidence."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.candidates import Candidates
from ketnghia.commendations.evidence import of_person, of_unit
from ketnghia.commendations.forms.nominations import NominationForm, ProofsForm, SubjectForm
from ketnghia.commendations.models import AwardRound, Nomination, Proof
from ketnghia.commendations.nomination_sheet import NominationSheet
from ketnghia.commendations.operations import attach, drop, nominate, rewrite
from ketnghia.commendations.round_sheet import nominator_of
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


def _open_round(request: Request, pk: int) -> tuple[AwardRound, Unit]:
    """A round the person may put forward in, and the unit they do it for."""
    found = AwardRound.objects.visible_to(request.user).running().select_related("unit")
    round = get_object_or_404(found, pk=pk)  # noqa: A001 - the word of the field
    nominator = nominator_of(round, request.user)
    if nominator is None:
        raise Http404
    return round, nominator


@require_GET
def candidates(request: Request, pk: int) -> HttpResponse:
    round, nominator = _open_round(request, pk)  # noqa: A001
    context = {
        "round": round,
        "nominator": nominator,
        "candidates": Candidates(round, nominator, request.user),
    }
    return page(request, "commendations/candidates.html", context)


@require_http_methods(["GET", "POST"])
def nomination_create(request: Request, pk: int) -> HttpResponse:
    """Somebody suggested, with what the records tell to pick from; or anybody, by hand."""
    round, nominator = _open_round(request, pk)  # noqa: A001
    initial, offered = _asked_for(request, round)
    form = NominationForm(request.POST or None, round=round, offered=offered, initial=initial)
    act = partial(nominate, round, nominator=nominator)
    if form.carry_out(act, by=request.user):
        messages.success(request, _("Đã ghi đề nghị. Xem lại rồi gửi."))
        return redirect(form.result)
    context = {"form": form, "round": round, "nominator": nominator,
               "subject": initial.get("name", "")}  # fmt: skip
    return page(request, "commendations/nomination_create.html", context)


def _asked_for(request: Request, round: AwardRound) -> tuple[dict[str, Any], list[Proof]]:  # noqa: A002
    """Whom the address names, and the evidence the records have for them."""
    unit, person = request.GET.get("unit", ""), request.GET.get("person", "")
    if unit.isdigit():
        found = get_object_or_404(Unit.objects.visible_to(request.user), pk=unit)
        initial = {"kind": Kind.COLLECTIVE, "unit": found, "name": found.name_on(round.last)}
        return initial, of_unit(found, round, request.user)
    if person.isdigit():
        somebody = get_object_or_404(Person, pk=person)
        initial = {"kind": Kind.PERSON, "person": somebody, "name": somebody.name,
                   "title": somebody.titles_on(round.last)}  # fmt: skip
        return initial, of_person(somebody, round, request.user)
    return {}, []


@require_GET
def nomination_detail(request: Request, pk: int) -> HttpResponse:
    found = Nomination.objects.visible_to(request.user).with_parts()
    nomination = get_object_or_404(found, pk=pk)
    sheet = NominationSheet(nomination, request.user)
    context = {"nomination": nomination, "sheet": sheet}
    return page(request, "commendations/nomination_detail.html", context)


@require_http_methods(["GET", "POST"])
def nomination_edit(request: Request, pk: int) -> HttpResponse:
    nomination = _written(request, pk)
    form = SubjectForm(
        request.POST or None, round=nomination.round, initial=SubjectForm.initial_of(nomination)
    )
    if form.carry_out(partial(rewrite, nomination)):
        messages.success(request, _("Đã sửa đề nghị."))
        return redirect(nomination)
    back = nomination.get_absolute_url()
    return act_page(request, form, title=_("Sửa đề nghị"), back=back, about=nomination.round.title)


def _written(request: Request, pk: int) -> Nomination:
    """A nomination the person still writes."""
    return get_object_or_404(Nomination.objects.editable_by(request.user).with_parts(), pk=pk)


@require_POST
def nomination_remove(request: Request, pk: int) -> HttpResponse:
    nomination = _written(request, pk)
    attempt(request, partial(drop, nomination), _("Đã bỏ đề nghị."))
    return redirect(nomination.round)


@require_http_methods(["GET", "POST"])
def proof_add(request: Request, pk: int) -> HttpResponse:
    """More evidence: what the records tell of the subject and is not there yet, or in words."""
    nomination = _written(request, pk)
    there = set(nomination.proofs.values_list("key", flat=True))
    offered = [p for p in _of_subject(nomination, request) if p.key not in there]
    form = ProofsForm(request.POST or None, offered=offered)
    if form.carry_out(partial(_attach, nomination)):
        messages.success(request, _("Đã thêm minh chứng."))
        return redirect(nomination)
    back = nomination.get_absolute_url()
    return act_page(request, form, title=_("Thêm minh chứng"), back=back, about=nomination.name)


def _attach(nomination: Nomination, *, proofs: list[Proof]) -> None:
    if not proofs:
        raise ValidationError(_("Chọn ít nhất một minh chứng, hoặc ghi bằng chữ."))
    attach(nomination, proofs)


def _of_subject(nomination: Nomination, request: Request) -> list[Proof]:
    if nomination.unit:
        return of_unit(nomination.unit, nomination.round, request.user)
    if nomination.person:
        return of_person(nomination.person, nomination.round, request.user)
    return []


@require_POST
def proof_remove(request: Request, pk: int) -> HttpResponse:
    found = Proof.objects.editable_by(request.user).select_related("nomination")
    proof = get_object_or_404(found, pk=pk)
    attempt(request, proof.delete, _("Đã bỏ minh chứng."))
    return redirect(proof.nomination)
