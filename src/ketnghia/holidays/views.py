"""The days off and days kept of a year, and correcting them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.holidays.calendar import last_known_day
from ketnghia.holidays.forms import OFF, WORKING, DayOffForm
from ketnghia.holidays.models import Holiday
from ketnghia.holidays.operations import correct_day
from ketnghia.holidays.year_list import YearListing
from ketnghia.ui.pages import page
from ketnghia.units.models import Unit


@require_GET
def year(request: Request) -> HttpResponse:
    listing = YearListing(request)
    if listing.wants_export:
        return listing.export()
    context = {
        "listing": listing,
        "may_edit": Unit.objects.run_by(request.user).exists(),
        "last_year": last_known_day().year,
    }
    return page(request, "holidays/year.html", context, "rows")


@require_http_methods(["GET", "POST"])
def day_correct(request: Request) -> HttpResponse:
    """Add a day off, or say that one is none; `on` and `country` may come filled in."""
    get_object_or_404(Unit.objects.run_by(request.user)[:1])
    initial: dict[str, Any] = {
        key: request.GET[key] for key in ("country", "on", "name") if key in request.GET
    }
    initial["is_off"] = WORKING if "working" in request.GET else OFF
    form = DayOffForm(request.POST or None, initial=initial)
    if form.carry_out(correct_day):
        messages.success(request, _("Đã sửa lịch nghỉ."))
        return redirect(form.result)
    return page(request, "holidays/day_correct.html", {"form": form})


@require_POST
def day_withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a correction back: the table holds again."""
    holiday = get_object_or_404(Holiday.objects.editable_by(request.user), pk=pk)
    back = holiday.get_absolute_url()
    holiday.delete()
    messages.success(request, _("Đã bỏ chỗ sửa, lịch trở lại như bảng có sẵn."))
    return redirect(back)
