"""Good practices heard at a friend's, and who took them over."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.exchanges.forms.sites import AdoptionForm, PracticeForm, ResultForm
from ketnghia.exchanges.models import Adoption, Exchange, Practice
from ketnghia.exchanges.operations import take_over, write_practice
from ketnghia.exchanges.tables import PRACTICE_COLUMNS
from ketnghia.ui.acting import act_page
from ketnghia.ui.listing import Listing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def practice_list(request: Request) -> HttpResponse:
    found = Practice.objects.select_related("home_unit")
    listing = Listing(
        request,
        found.annotate(adopters_number=Count("adoptions")),
        columns=PRACTICE_COLUMNS,
        default_sort="sort_key",
        name="mo-hinh-hay",
    )
    if listing.wants_export:
        return listing.export()
    may_add = Unit.objects.run_by(request.user).exists()
    context = {"listing": listing, "may_add": may_add}
    return page(request, "exchanges/practice_list.html", context, "rows")


@require_GET
def practice_detail(request: Request, pk: int) -> HttpResponse:
    practice = get_object_or_404(Practice.objects.select_related("home_unit", "site"), pk=pk)
    heard = Exchange.objects.visible_to(request.user).filter(pk=practice.heard_at_id or 0).first()
    context = {
        "practice": practice,
        "heard_at": heard,
        "adoptions": practice.adoptions.select_related("unit"),
        "mine": set(Adoption.objects.editable_by(request.user).values_list("pk", flat=True)),
        "may_edit": Practice.objects.editable_by(request.user).filter(pk=pk).exists(),
        "may_take_over": Unit.objects.run_by(request.user).exists(),
    }
    return page(request, "exchanges/practice_detail.html", context)


@require_http_methods(["GET", "POST"])
def practice_create(request: Request) -> HttpResponse:
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    initial: dict[str, Any] = {}
    key = request.GET.get("tai", "")
    if key.isdecimal():
        heard = get_object_or_404(Exchange.objects.visible_to(request.user), pk=key)
        host = heard.participations.filter(role="host").first()
        initial = {"heard_at": heard.pk, "home_unit": host.unit_id if host else None}
    form = PracticeForm(request.POST or None, initial=initial, by=request.user)
    if form.carry_out(write_practice):
        messages.success(request, _("Đã ghi mô hình hay."))
        return redirect(form.result)
    return act_page(request, form, title=_("Ghi mô hình hay"), back=reverse("exchanges:practices"))


@require_http_methods(["GET", "POST"])
def practice_edit(request: Request, pk: int) -> HttpResponse:
    practice = get_object_or_404(Practice.objects.editable_by(request.user), pk=pk)
    initial = {
        "name": practice.name,
        "what": practice.what,
        "home_unit": practice.home_unit_id,
        "heard_at": practice.heard_at_id,
        "site": practice.site_id,
    }
    form = PracticeForm(request.POST or None, initial=initial, by=request.user)
    if form.carry_out(partial(write_practice, practice)):
        messages.success(request, _("Đã sửa."))
        return redirect(practice)
    return act_page(
        request, form, title=_("Sửa mô hình"), back=practice.get_absolute_url(), button=_("Lưu")
    )


@require_http_methods(["GET", "POST"])
def adoption_add(request: Request, pk: int) -> HttpResponse:
    own = get_object_or_404(Unit.objects.run_by(request.user).filter(seats__user=request.user)[:1])
    practice = get_object_or_404(Practice, pk=pk)
    form = AdoptionForm(request.POST or None, initial={"unit": own.pk})
    if form.carry_out(partial(take_over, practice), by=request.user):
        messages.success(request, _("Đã ghi đơn vị học theo."))
        return redirect(practice)
    title = _("Ghi đơn vị học theo")
    return act_page(
        request, form, title=title, back=practice.get_absolute_url(), about=practice.name
    )


@require_http_methods(["GET", "POST"])
def adoption_tell(request: Request, pk: int) -> HttpResponse:
    found = Adoption.objects.editable_by(request.user).select_related("practice", "unit")
    adoption = get_object_or_404(found, pk=pk)
    initial = {"result": adoption.result, "stopped_on": adoption.stopped_on}
    form = ResultForm(request.POST or None, initial=initial)
    if form.carry_out(adoption.tell):
        messages.success(request, _("Đã ghi kết quả."))
        return redirect(adoption.practice)
    about = f"{adoption.practice}, {adoption.unit}"
    return act_page(
        request,
        form,
        title=_("Ghi kết quả học theo"),
        back=adoption.practice.get_absolute_url(),
        about=about,
    )
