"""Pages of activities, and the panel they hang on duties."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.forms import ActivityForm
from ketnghia.activities.models import Activity
from ketnghia.activities.operations import credit, fitting, record
from ketnghia.agreements.models import Duty
from ketnghia.ui.listing import Column, Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


def _units(activity: Activity) -> str:
    return ", ".join(o.unit.name_on(activity.begins_on) for o in activity.organisers.all())


def _figures(activity: Activity) -> str:
    return "; ".join(f"{figure.what}: {figure.words}" for figure in activity.figures.all())


KEY = 15  # figures of the longest key an address may name
COLUMNS = [
    Column("title", _("Hoạt động"), lambda a: a.title),
    Column("units", _("Đơn vị"), _units),
    Column("begins_on", _("Ngày"), lambda a: a.begins_on, sort="-begins_on"),
    Column("figures", _("Số liệu"), _figures),
]


@require_GET
def activity_list(request: Request) -> HttpResponse:
    found = Activity.objects.visible_to(request.user)
    listing = Listing(
        request,
        found.prefetch_related("organisers__unit__names", "figures"),
        columns=COLUMNS,
        default_sort="-begins_on",
        name="hoat-dong",
    )
    if listing.wants_export:
        return listing.export()
    return page(request, "activities/activity_list.html", {"listing": listing}, "rows")


@require_http_methods(["GET", "POST"])
def activity_create(request: Request) -> HttpResponse:
    own = get_object_or_404(Unit.objects.run_by(request.user).order_by("began_on", "pk")[:1])
    given = {key: request.GET.get(key, "") for key in ("organiser", "partner", "at_unit")}
    known = {key: value for key, value in given.items() if value.isdecimal() and len(value) <= KEY}
    form = ActivityForm(request.POST or None, initial={"organiser": own.pk, **known})
    if form.carry_out(record, by=request.user):
        messages.success(request, _now("Đã ghi hoạt động."))
        return redirect(form.result)
    return page(request, "activities/activity_create.html", {"form": form})


@require_GET
def activity_detail(request: Request, pk: int) -> HttpResponse:
    found = Activity.objects.visible_to(request.user).prefetch_related(
        "organisers__unit__names", "figures"
    )
    activity = get_object_or_404(found, pk=pk)
    return page(request, "activities/activity_detail.html", {"activity": activity})


@require_GET
def for_duty(request: Request, pk: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    context = {"duty": duty, "activities": fitting(duty)}
    template = "activities/for_duty.html" if request.htmx else "activities/for_duty_page.html"
    return page(request, template, context)


@require_POST
def activity_credit(request: Request, pk: int, activity: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    chosen = get_object_or_404(Activity.objects.visible_to(request.user), pk=activity)
    try:
        credit(chosen, duty, by=request.user)
        messages.success(request, _now("Đã tính vào việc này."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(duty)
