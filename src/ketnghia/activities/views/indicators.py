"""Indicators of the year and campaigns: read by everybody, a unit's own kept by its officers."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.indicators import CampaignForm, IndicatorForm, NewIndicatorForm
from ketnghia.activities.models import Activity, Campaign, Indicator, IndicatorQuerySet
from ketnghia.activities.operations import write_campaign, write_indicator
from ketnghia.activities.tables import INDICATOR_COLUMNS, IndicatorFilter
from ketnghia.ui.acting import act_page
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def indicator_list(request: Request) -> HttpResponse:
    listing = Listing(
        request,
        Indicator.objects.visible_to(request.user).select_related("owner", "under"),
        columns=INDICATOR_COLUMNS,
        filters=IndicatorFilter,
        default_sort="order",
        per_page=100,
        name="chi-tieu",
    )
    if listing.wants_export:
        return listing.export()
    mine = Indicator.objects.editable_by(request.user).values_list("pk", flat=True)
    context = {"listing": listing, "may_edit": set(mine)}
    return page(request, "activities/indicator_list.html", context, "rows")


def _national() -> IndicatorQuerySet:
    return Indicator.objects.national().in_year(localdate().year).filter(under=None)


@require_http_methods(["GET", "POST"])
def indicator_create(request: Request) -> HttpResponse:
    units = Unit.objects.run_by(request.user).filter(seats__user=request.user).distinct()
    get_object_or_404(units[:1])
    form = NewIndicatorForm(request.POST or None, national=_national(), units=units)
    if form.carry_out(write_indicator, by=request.user):
        messages.success(request, _("Đã thêm chỉ tiêu."))
        return redirect("activities:indicators")
    back = reverse("activities:indicators")
    return act_page(request, form, title=_("Thêm chỉ tiêu của đơn vị"), back=back)


@require_http_methods(["GET", "POST"])
def indicator_edit(request: Request, pk: int) -> HttpResponse:
    indicator = get_object_or_404(Indicator.objects.editable_by(request.user), pk=pk)
    initial = IndicatorForm.initial_of(indicator)
    form = IndicatorForm(request.POST or None, initial=initial, national=_national())
    if form.carry_out(partial(write_indicator, indicator), owner=indicator.owner, by=request.user):
        messages.success(request, _("Đã sửa chỉ tiêu."))
        return redirect("activities:indicators")
    back = reverse("activities:indicators")
    return act_page(request, form, title=_("Sửa chỉ tiêu"), back=back, about=indicator.name)


@require_GET
def campaign_list(request: Request) -> HttpResponse:
    numbers = Activity.objects.numbers_by_campaign(request.user)
    campaigns = [(one, numbers.get(one.pk, 0)) for one in Campaign.objects.all()]
    may_edit = Unit.objects.run_by(request.user).exists()
    context = {"campaigns": campaigns, "may_edit": may_edit}
    return page(request, "activities/campaign_list.html", context)


@require_http_methods(["GET", "POST"])
def campaign_write(request: Request, pk: int | None = None) -> HttpResponse:
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    campaign = get_object_or_404(Campaign, pk=pk) if pk else None
    names = ("name", "begins_on", "ends_on")
    initial = {name: getattr(campaign, name) for name in names} if campaign else {}
    form = CampaignForm(request.POST or None, initial=initial)
    if form.carry_out(partial(write_campaign, campaign)):
        messages.success(request, _("Đã ghi chiến dịch."))
        return redirect("activities:campaigns")
    back, title = reverse("activities:campaigns"), _("Chiến dịch, đợt")
    return act_page(request, form, title=title, back=back, button=_("Ghi chiến dịch"))
