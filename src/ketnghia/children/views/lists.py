"""Lists in numbers: all of them, one, making one, opening one, and the day it is erased."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.children.forms.lists import EraseDayForm, MakingForm, OpeningForm
from ketnghia.children.models import ChildList, Handed, units_kept_by
from ketnghia.children.occasions import can_have_lists, occasion_of
from ketnghia.children.operations import (
    change_erase_day,
    current_opening,
    erase,
    make_list,
    open_list,
)
from ketnghia.children.operations.lists import default_erase_day
from ketnghia.children.operations.opening import close_list
from ketnghia.children.sheet import Numbers
from ketnghia.children.tables import LIST_COLUMNS, ListFilter
from ketnghia.children.views.guarding import kept_list
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def list_list(request: Request) -> HttpResponse:
    found = ChildList.objects.visible_to(request.user).with_numbers()
    listing = Listing(
        request,
        found.select_related("unit", "made_by"),
        columns=LIST_COLUMNS,
        filters=ListFilter,
        default_sort="-made_at",
        name="danh-sach-thieu-nhi",
    )
    if listing.wants_export:
        return listing.export()
    keeps = bool(units_kept_by(request.user))
    context = {"listing": listing, "keeps": keeps}
    return page(request, "children/list_list.html", context, "rows")


@require_http_methods(["GET", "POST"])
def list_create(request: Request, app: str, model: str, pk: int) -> HttpResponse:
    """A list for a record the person may change, kept by a unit that entrusted them."""
    subject = _subject(request, app, model, pk)
    occasion = occasion_of(subject)
    units = Unit.objects.filter(pk__in=units_kept_by(request.user)).order_by("sort_key")
    get_object_or_404(units[:1])
    if occasion is None:
        raise Http404
    initial = {
        "unit": units.filter(pk__in=occasion.units).first() or units.first(),
        "erase_on": default_erase_day(occasion.last_day),
    }
    form = MakingForm(request.POST or None, initial=initial, units=units)
    facts = {"about": occasion.title, "last_day": occasion.last_day}
    if form.carry_out(partial(make_list, subject), **facts, by=request.user):
        messages.success(request, _("Đã lập danh sách. Mở ra để ghi các em."))
        return redirect("children:open", form.result.pk)
    return page(request, "children/list_create.html", {"form": form, "occasion": occasion})


def _subject(request: Request, app: str, model: str, pk: int) -> Any:
    kind = get_object_or_404(ContentType, app_label=app, model=model)
    found: Any = kind.model_class()
    if not can_have_lists(found):
        raise Http404
    return get_object_or_404(found.objects.editable_by(request.user), pk=pk)


@require_GET
def list_detail(request: Request, pk: int) -> HttpResponse:
    """What the list is for and how far consents are, without a name."""
    found = ChildList.objects.visible_to(request.user).select_related(
        "unit", "made_by", "erased_by"
    )
    child_list = get_object_or_404(found, pk=pk)
    keeps = ChildList.objects.kept_by(request.user).holding().filter(pk=pk).exists()
    context = {
        "child_list": child_list,
        "numbers": Numbers(child_list),
        "occasion": occasion_of(child_list.subject) if child_list.subject else None,
        "handovers": child_list.handovers.select_related("by"),
        "ask_back": _ask_back(child_list),
        "may_tell": ChildList.objects.kept_by(request.user).filter(pk=pk).exists(),
        "openings": child_list.openings.select_related("by")[:20],
        "keeps": keeps,
        "opening": current_opening(child_list, request.user) if keeps else None,
    }
    return page(request, "children/list_detail.html", context)


def _ask_back(child_list: ChildList) -> QuerySet[Handed]:
    """Children whose receiver has to be told that consent was withdrawn."""
    found = Handed.objects.to_ask_back().filter(handover__child_list=child_list)
    return found.select_related("child", "handover")


@require_http_methods(["GET", "POST"])
def list_open(request: Request, pk: int) -> HttpResponse:
    child_list = kept_list(request, pk)
    form = OpeningForm(request.POST or None)
    if form.carry_out(partial(open_list, child_list), by=request.user):
        return redirect("children:names", pk)
    return page(request, "children/list_open.html", {"child_list": child_list, "form": form})


@require_POST
def list_close(request: Request, pk: int) -> HttpResponse:
    child_list = kept_list(request, pk)
    close_list(child_list, by=request.user)
    messages.success(request, _("Đã đóng danh sách."))
    return redirect(child_list)


@require_http_methods(["GET", "POST"])
def erase_day(request: Request, pk: int) -> HttpResponse:
    child_list = kept_list(request, pk)
    initial = {"erase_on": child_list.erase_on}
    form = EraseDayForm(request.POST or None, initial=initial)
    if form.carry_out(partial(change_erase_day, child_list)):
        messages.success(request, _("Đã đổi ngày xóa."))
        return redirect(child_list)
    context = {"child_list": child_list, "form": form, "title": _("Đổi ngày xóa")}
    return page(request, "children/act.html", context)


@require_POST
def list_erase(request: Request, pk: int) -> HttpResponse:
    child_list = kept_list(request, pk)
    number = erase(child_list, by=request.user)
    messages.success(request, _("Đã xóa tên %(number)s em.") % {"number": number})
    return redirect(child_list)
