"""The list of activities, recording one, and the page of one."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.activities import CorrectionForm
from ketnghia.activities.forms.entry import Entry
from ketnghia.activities.models import Activity, Campaign, Organiser, Overlap
from ketnghia.activities.operations import correct
from ketnghia.activities.sheet import Sheet
from ketnghia.activities.tables import COLUMNS, ActivityFilter
from ketnghia.ui.acting import act_page
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

ENOUGH = 100  # questions are counted so far
KEY = 15  # figures of the longest key an address may name
PREFILLED = ("organiser", "partner", "at_unit", "duty")


@require_GET
def activity_list(request: Request) -> HttpResponse:
    found = Activity.objects.newest_seen_by(request.user).select_related("campaign")
    listing = Listing(
        request,
        found.prefetch_related("organisers__unit__names", "figures"),
        counted=Activity.objects.visible_to(request.user),
        columns=COLUMNS,
        filters=ActivityFilter,
        default_sort="-begins_on",
        name="hoat-dong",
    )
    if listing.wants_export:
        return listing.export()
    context = {
        "listing": listing,
        "asked": Activity.objects.waiting_for(request.user).order_by()[:ENOUGH].count(),
        "overlaps": Overlap.objects.waiting().noticed_by(request.user).order_by()[:ENOUGH].count(),
        "enough": ENOUGH,
    }
    return page(request, "activities/activity_list.html", context, "rows")


def _own_unit(request: Request) -> Unit:
    """The unit the person records for, unless another is chosen: the highest of their seats."""
    mine = Unit.objects.run_by(request.user).filter(seats__user=request.user)
    return get_object_or_404(mine.order_by("began_on", "pk")[:1])


@require_http_methods(["GET", "POST"])
def activity_create(request: Request) -> HttpResponse:
    given = {key: request.GET.get(key, "") for key in PREFILLED}
    known = {key: value for key, value in given.items() if value.isdecimal() and len(value) <= KEY}
    entry = Entry(
        request.user,
        _own_unit(request),
        data=request.POST or None,
        files=request.FILES,
        initial=known,
    )
    activity = entry.keep()
    if activity:
        messages.success(request, _("Đã lưu hoạt động."))
        return redirect(activity)
    campaigns = Campaign.objects.order_by("-begins_on", "folded")[:30]
    context = {"entry": entry, "form": entry.form, "campaigns": campaigns}
    return page(request, "activities/activity_create.html", context)


@require_POST
def activity_hear(request: Request) -> HttpResponse:
    """What the numbers of the entry are understood as; nothing is kept."""
    entry = Entry(request.user, _own_unit(request), data=request.POST)
    return page(request, "activities/heard.html", {"entry": entry, "is_live": True})


@require_GET
def activity_detail(request: Request, pk: int) -> HttpResponse:
    found = Activity.objects.visible_to(request.user).select_related("campaign", "agreement")
    activity = get_object_or_404(found, pk=pk)
    context = {
        "activity": activity,
        "sheet": Sheet(activity, request.user),
        "may_edit": Activity.objects.editable_by(request.user).filter(pk=pk).exists(),
        "may_answer": set(
            Organiser.objects.answerable_by(request.user)
            .filter(activity=pk)
            .values_list("pk", flat=True)
        ),
    }
    return page(request, "activities/activity_detail.html", context)


@require_http_methods(["GET", "POST"])
def activity_edit(request: Request, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.editable_by(request.user), pk=pk)
    initial = CorrectionForm.initial_of(activity)
    form = CorrectionForm(request.POST or None, initial=initial)
    if form.carry_out(partial(correct, activity)):
        messages.success(request, _("Đã sửa hoạt động."))
        return redirect(activity)
    back = activity.get_absolute_url()
    return act_page(request, form, title=_("Sửa hoạt động"), back=back, about=activity.title)
