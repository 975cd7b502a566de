"""The tree, a unit's page, finding a unit, recording a succession."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.ui.pages import page
from ketnghia.units.models import Succession, Unit
from ketnghia.units.operations import undo_succession
from ketnghia.units.wizard import Wizard

AT_MOST = 12


@require_GET
def unit_tree(request: Request) -> HttpResponse:
    """The tree as of a day; a branch is fetched when it is opened."""
    on = _day(request.GET.get("ngay", ""))
    key = request.GET.get("duoi", "")
    parent = get_object_or_404(Unit, pk=key) if key.isdigit() else None
    units = Unit.objects.children_of(parent, on=on).order_by("country", "sort_key")
    context = {"units": units, "parent": parent, "on": on, "today": localdate()}
    return page(request, "units/unit_tree.html", context, f"duoi-{key}", "branch")


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
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
    context = {
        "unit": unit,
        "came_from": unit.successions_in.prefetch_related("predecessors"),
        "went_into": unit.successions_out.prefetch_related("successors"),
        "seats": unit.seats.held_on(localdate()).select_related("user"),
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
    mine = Unit.objects.administered_by(request.user)
    found = Succession.objects.filter(predecessors__in=mine).distinct()
    succession = get_object_or_404(found, pk=pk)
    unit = succession.predecessors.all()[0]
    try:
        undo_succession(succession)
        messages.success(request, _("Đã hoàn tác kế thừa."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(unit)
