"""The tree, a unit's page, finding a unit, recording a succession."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.accounts.operations import send
from ketnghia.ui.pages import page
from ketnghia.units.desk import Desk
from ketnghia.units.forms import FoundingForm, InvitationForm, SeatForm
from ketnghia.units.models import Seat, Succession, Unit, UnitName
from ketnghia.units.operations import (
    end_seat,
    found,
    give_seat,
    offer_seat,
    remove_name,
    undo_succession,
)
from ketnghia.units.timeline import knots
from ketnghia.units.wizard import Wizard
from ketnghia.vietnamese.dates import WrongDayError, parse_day

AT_MOST = 12


@require_GET
def unit_tree(request: Request) -> HttpResponse:
    """The tree as of a day; a branch is fetched when it is opened."""
    on = _day(request.GET.get("ngay", ""))
    key = request.GET.get("duoi", "")
    parent = get_object_or_404(Unit, pk=key) if key.isdigit() else None
    below = Unit.objects.children_of(parent, on=on).with_children(on=on)
    units = below.order_by("-country", "sort_key", "pk")
    context = {
        "units": units,
        "parent": parent,
        "on": on,
        "today": localdate(),
        "may_found": Unit.objects.administered_by(request.user).exists(),
    }
    return page(request, "units/unit_tree.html", context, f"duoi-{key}", "branch")


def _day(typed: str) -> date:
    """A day as a link carries it (2025-06-30) or as an officer types it (30/6/2025)."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    try:
        return parse_day(typed, today=localdate())
    except WrongDayError:
        return localdate()


@require_GET
def unit_find(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    units = Unit.objects.ranked(words)[:AT_MOST] if words else Unit.objects.none()
    found = units.prefetch_related("successions_out__successors")
    template = "units/unit_options.html" if request.htmx else "units/unit_find.html"
    return page(request, template, {"words": words, "units": found})


@require_GET
def unit_detail(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.prefetch_related("names", "standings__parent"), pk=pk)
    came = list(unit.successions_in.prefetch_related("predecessors__names"))
    went = list(unit.successions_out.prefetch_related("successors__names"))
    context = {
        "unit": unit,
        "came_from": came,
        "went_into": went,
        "knots": knots(unit, came, went),
        "heirs": unit.heirs() if unit.ended_on else [],
        "undoable": Succession.objects.undoable_by(request.user).filter(predecessors=unit),
        "may_keep": Unit.objects.administered_by(request.user).filter(pk=pk).exists(),
        "may_read": Unit.objects.visible_to(request.user).filter(pk=pk).exists(),
    }
    return page(request, "units/unit_detail.html", context)


@require_http_methods(["GET", "POST"])
def succession_record(request: Request) -> HttpResponse:
    """Choose units, see what is concerned, then save."""
    mine = Unit.objects.administered_by(request.user)
    get_object_or_404(mine[:1])
    wizard = Wizard(request, mine)
    if wizard.save():
        messages.success(request, _("Đã ghi kế thừa. Quyền và việc theo về đơn vị nhận."))
        return redirect(wizard.predecessors[0])
    return page(request, "units/succession_record.html", {"wizard": wizard})


@require_POST
def succession_undo(request: Request, pk: int) -> HttpResponse:
    succession = get_object_or_404(Succession.objects.undoable_by(request.user), pk=pk)
    unit = succession.predecessors.all()[0]
    _try(request, partial(undo_succession, succession), _("Đã hoàn tác kế thừa."))
    return redirect(unit)


def _try(request: Request, act: Callable[[], None], said: str) -> None:
    """Do what a single button asks, and say what came of it."""
    try:
        act()
        messages.success(request, said)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])


@require_http_methods(["GET", "POST"])
def unit_found(request: Request) -> HttpResponse:
    mine = Unit.objects.administered_by(request.user)
    get_object_or_404(mine[:1])
    form = FoundingForm(request.POST or None, initial={"parent": request.GET.get("duoi")})
    form.fields["parent"].queryset = mine  # type: ignore[attr-defined]
    if form.carry_out(found):
        messages.success(request, _("Đã lập đơn vị."))
        return redirect(form.result)
    return page(request, "units/unit_found.html", {"form": form})


@require_http_methods(["GET", "POST"])
def unit_edit(request: Request, pk: int) -> HttpResponse:
    """Correct, rename, move, add spellings: one small form each."""
    unit = get_object_or_404(Unit.objects.administered_by(request.user), pk=pk)
    desk = Desk(request, unit)
    if said := desk.carry_out():
        messages.success(request, str(said))
        return redirect(unit)
    return page(
        request,
        "units/unit_edit.html",
        {"unit": unit, "desk": desk, "aliases": unit.names.aliases()},
    )


@require_POST
def name_remove(request: Request, pk: int) -> HttpResponse:
    mine = Unit.objects.administered_by(request.user)
    name = get_object_or_404(UnitName.objects.filter(unit__in=mine), pk=pk)
    _try(request, partial(remove_name, name), _("Đã bỏ cách viết này."))
    return redirect("units:edit", name.unit_id)


@require_http_methods(["GET", "POST"])
def seat_list(request: Request, pk: int) -> HttpResponse:
    """Who works in a unit, since when and as what; giving a seat."""
    unit = get_object_or_404(Unit.objects.administered_by(request.user), pk=pk)
    form = SeatForm(request.POST or None)
    if form.carry_out(partial(give_seat, unit)):
        messages.success(request, _("Đã cấp quyền từ hôm nay."))
        return redirect("units:seats", pk)
    seats = unit.seats.select_related("user").order_by("-valid_until", "valid_from", "pk")
    context = {
        "unit": unit,
        "form": form,
        "seats": seats,
        "offers": unit.seat_offers.select_related("invitation"),
    }
    return page(request, "units/seat_list.html", context)


@require_http_methods(["GET", "POST"])
def seat_offer(request: Request, pk: int) -> HttpResponse:
    """Invite somebody by a link; it is mailed, and shown once to hand over."""
    unit = get_object_or_404(Unit.objects.administered_by(request.user), pk=pk)
    form = InvitationForm(request.POST or None)
    link = ""
    if form.carry_out(partial(offer_seat, unit), by=request.user):
        invitation, secret = form.result
        link = request.build_absolute_uri(reverse("accounts:accept", args=[secret]))
        send(invitation, link)
    return page(request, "units/seat_offer.html", {"unit": unit, "form": form, "link": link})


@require_POST
def seat_end(request: Request, pk: int) -> HttpResponse:
    mine = Unit.objects.administered_by(request.user)
    seat = get_object_or_404(Seat.objects.filter(unit__in=mine), pk=pk)
    _try(request, partial(end_seat, seat), _("Đã kết thúc quyền; việc đã làm vẫn còn đó."))
    return redirect("units:seats", seat.unit_id)
