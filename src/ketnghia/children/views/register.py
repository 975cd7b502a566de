"""The register of what was given, who keeps lists, and what hangs on a unit's page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.children.forms.lists import KeeperForm
from ketnghia.children.models import ChildList, Handed, Handover, Keeper
from ketnghia.children.operations import entrust
from ketnghia.children.tables import HANDOVER_COLUMNS, HandoverFilter
from ketnghia.children.year import Year
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Seat, Unit


@require_GET
def register(request: Request) -> HttpResponse:
    """A year of guarding children's data, in numbers and entries, without a name."""
    asked = request.GET.get("year", "")
    year = Year(request.user, int(asked) if asked.isdecimal() and len(asked) == 4 else None)  # noqa: PLR2004 - a year
    listing = Listing(
        request,
        Handover.objects.visible_to(request.user)
        .in_year(year.year)
        .select_related("child_list__unit", "by"),
        columns=HANDOVER_COLUMNS,
        filters=HandoverFilter,
        default_sort="-on",
        name=f"so-giao-danh-sach-{year.year}",
    )
    if listing.wants_export:
        return listing.export()
    context = {"listing": listing, "year": year}
    return page(request, "children/register.html", context, "rows")


@require_POST
def handover_told(request: Request, pk: int) -> HttpResponse:
    """The receiver was asked to erase a child whose consent was withdrawn."""
    kept = ChildList.objects.kept_by(request.user)
    found = Handed.objects.to_ask_back().filter(handover__child_list__in=kept)
    handed = get_object_or_404(found.select_related("handover__child_list"), pk=pk)
    handed.tell(localdate())
    messages.success(request, _("Đã ghi là đã báo bên nhận."))
    return redirect(handed.handover.child_list)


@require_http_methods(["GET", "POST"])
def keepers(request: Request, pk: int) -> HttpResponse:
    """Who keeps a unit's lists; entrusting somebody."""
    unit = get_object_or_404(Unit.objects.administered_by(request.user), pk=pk)
    seats = Seat.objects.held_on(localdate()).filter(unit=unit, role__in=Seat.RUNNING)
    form = KeeperForm(request.POST or None, seats=seats.select_related("user"))
    if form.carry_out(entrust, by=request.user):
        messages.success(request, _("Đã giao giữ danh sách từ hôm nay."))
        return redirect("children:keepers", pk)
    found = Keeper.objects.filter(seat__unit=unit).select_related("seat__user", "given_by")
    context = {"unit": unit, "form": form, "keepers": found}
    return page(request, "children/keepers.html", context)


@require_POST
def keeper_end(request: Request, pk: int) -> HttpResponse:
    mine = Unit.objects.administered_by(request.user)
    keeper = get_object_or_404(Keeper.objects.filter(seat__unit__in=mine), pk=pk)
    try:
        keeper.end()
        messages.success(request, _("Đã thôi giao; từ hôm nay không mở được nữa."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect("children:keepers", keeper.seat.unit_id)


@require_GET
def for_unit(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    context = {
        "unit": unit,
        "keepers": Keeper.objects.on(localdate())
        .filter(seat__unit=unit)
        .select_related("seat__user"),
        "may_keep": Unit.objects.administered_by(request.user).filter(pk=pk).exists(),
    }
    name = "for_unit" if request.htmx else "for_unit_page"
    return page(request, f"children/{name}.html", context)
