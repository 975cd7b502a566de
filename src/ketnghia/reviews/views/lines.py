"""One number of a report: what it is made of, its correction, its plan."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reviews.behind import Behind
from ketnghia.reviews.forms.reports import CorrectionForm, PlanForm
from ketnghia.reviews.operations import (
    correct_number,
    line_of,
    plan_number,
    take_back_correction,
)
from ketnghia.reviews.views.loading import asked_indicator, seen, written
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page

PER_PAGE = 50


@require_GET
def line_detail(request: Request, pk: int, indicator: int) -> HttpResponse:
    """The way down from a number; rows of the table, or a page without a script."""
    report = seen(request, pk)
    behind = Behind(report, asked_indicator(report, indicator), request.user)
    figures = Paginator(behind.figures, PER_PAGE).get_page(request.GET.get("page"))
    context = {"report": report, "behind": behind, "figures": figures}
    template = "line_rows" if request.htmx else "line_detail"
    return page(request, f"reviews/{template}.html", context)


@require_http_methods(["GET", "POST"])
def line_correct(request: Request, pk: int, indicator: int) -> HttpResponse:
    report = written(request, pk)
    asked = asked_indicator(report, indicator)
    form = CorrectionForm(request.POST or None, line=line_of(report, asked))
    if form.carry_out(partial(correct_number, report, asked), by=request.user):
        messages.success(request, _("Đã sửa; số tính ra vẫn hiện bên cạnh."))
        return redirect(f"{report.get_absolute_url()}#so-{asked.pk}")
    context = {"report": report, "form": form, "behind": Behind(report, asked, request.user)}
    return page(request, "reviews/line_correct.html", context)


@require_POST
def line_take_back(request: Request, pk: int, indicator: int) -> HttpResponse:
    report = written(request, pk)
    asked = asked_indicator(report, indicator)
    act = partial(take_back_correction, report, asked, by=request.user)
    attempt(request, act, _("Đã bỏ số sửa, dùng số tính ra."))
    return redirect(f"{report.get_absolute_url()}#so-{asked.pk}")


@require_http_methods(["GET", "POST"])
def line_plan(request: Request, pk: int, indicator: int) -> HttpResponse:
    report = written(request, pk)
    asked = asked_indicator(report, indicator)
    form = PlanForm(request.POST or None, line=line_of(report, asked))
    if form.carry_out(partial(plan_number, report, asked)):
        return redirect(f"{report.get_absolute_url()}#so-{asked.pk}")
    title = _("Kế hoạch: %(name)s") % {"name": asked.name}
    back = report.get_absolute_url()
    about = _("Đơn vị tính: %(measure)s.") % {"measure": asked.measure}
    return act_page(request, form, title=title, back=back, about=about, button=_("Ghi kế hoạch"))
