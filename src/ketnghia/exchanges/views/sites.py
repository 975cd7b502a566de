"""The register of sites with the history of their visits."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.exchanges.forms.sites import SiteForm
from ketnghia.exchanges.models import Exchange, ProgrammeItem, Site
from ketnghia.exchanges.operations import write_site
from ketnghia.exchanges.tables import SITE_COLUMNS, SiteFilter
from ketnghia.ui.acting import act_page
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit

AT_MOST = 12


@require_GET
def site_list(request: Request) -> HttpResponse:
    listing = Listing(
        request,
        Site.objects.annotate(visits_number=Count("visits")),
        columns=SITE_COLUMNS,
        filters=SiteFilter,
        default_sort="sort_key",
        name="dia-diem",
    )
    if listing.wants_export:
        return listing.export()
    may_add = Unit.objects.run_by(request.user).exists()
    context = {"listing": listing, "may_add": may_add}
    return page(request, "exchanges/site_list.html", context, "rows")


@require_GET
def site_find(request: Request) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    found = Site.objects.search(words).order_by("sort_key", "pk") if words else ()
    return page(request, "exchanges/site_options.html", {"sites": found[:AT_MOST]})


@require_GET
def site_detail(request: Request, pk: int) -> HttpResponse:
    site = get_object_or_404(Site.objects.select_related("keeper"), pk=pk)
    visits = ProgrammeItem.objects.visible_to(request.user).filter(site=site)
    context = {
        "site": site,
        "visits": visits.exclude(exchange__state=Exchange.State.CANCELLED)
        .select_related("exchange")
        .prefetch_related("exchange__participations__unit__names")
        .order_by("-exchange__begins_on", "-pk"),
        "practices": site.practices.select_related("home_unit"),
        "may_edit": Site.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "exchanges/site_detail.html", context)


@require_http_methods(["GET", "POST"])
def site_create(request: Request) -> HttpResponse:
    own = get_object_or_404(Unit.objects.run_by(request.user).filter(seats__user=request.user)[:1])
    form = SiteForm(request.POST or None, initial={"keeper": own.pk})
    if form.carry_out(write_site):
        messages.success(request, _("Đã ghi địa điểm."))
        return redirect(form.result)
    return act_page(request, form, title=_("Ghi địa điểm"), back=reverse("exchanges:sites"))


@require_http_methods(["GET", "POST"])
def site_edit(request: Request, pk: int) -> HttpResponse:
    site = get_object_or_404(Site.objects.editable_by(request.user), pk=pk)
    names = ("name", "kind", "place", "contact", "note")
    initial = {"keeper": site.keeper_id, **{name: getattr(site, name) for name in names}}
    form = SiteForm(request.POST or None, initial=initial)
    if form.carry_out(partial(write_site, site)):
        messages.success(request, _("Đã sửa."))
        return redirect(site)
    return act_page(
        request, form, title=_("Sửa địa điểm"), back=site.get_absolute_url(), button=_("Lưu")
    )
