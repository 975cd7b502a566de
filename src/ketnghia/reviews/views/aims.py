"""Tasks for the next period."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reviews.forms.reports import AimForm
from ketnghia.reviews.models import Aim, Report
from ketnghia.reviews.operations import aims_before, keep_aim, propose_aims, write_aim
from ketnghia.reviews.sheet import abilities_of
from ketnghia.reviews.views.loading import seen, written
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


def _mine(request: Request, pk: int) -> Aim:
    mine = Aim.objects.filter(report__in=Report.objects.editable_by(request.user))
    return get_object_or_404(mine.select_related("report__round"), pk=pk)


@require_GET
def aim_list(request: Request, pk: int) -> HttpResponse:
    report = seen(request, pk)
    aims = report.aims.select_related("indicator", "duty__commitment__agreement")
    context = {
        "report": report,
        "kept": aims.filter(state=Aim.State.KEPT),
        "proposed": aims.filter(state=Aim.State.PROPOSED),
        "dropped": aims.filter(state=Aim.State.DROPPED),
        "before": aims_before(report),
        "may": abilities_of(report, request.user),
    }
    return page(request, "reviews/aim_list.html", context)


@require_http_methods(["GET", "POST"])
def aim_add(request: Request, pk: int) -> HttpResponse:
    report = written(request, pk)
    form = AimForm(request.POST or None, report=report)
    if form.carry_out(partial(write_aim, report), by=request.user):
        return redirect("reviews:aims", report.pk)
    back = reverse("reviews:aims", args=[report.pk])
    return act_page(request, form, title=_("Thêm nhiệm vụ kỳ sau"), back=back)


@require_http_methods(["GET", "POST"])
def aim_edit(request: Request, pk: int) -> HttpResponse:
    aim = _mine(request, pk)
    form = AimForm(request.POST or None, report=aim.report, aim=aim)
    if form.carry_out(partial(write_aim, aim.report, aim), by=request.user):
        return redirect("reviews:aims", aim.report_id)
    back = reverse("reviews:aims", args=[aim.report_id])
    return act_page(request, form, title=_("Sửa nhiệm vụ"), back=back, button=_("Ghi"))


@require_POST
def aim_keep(request: Request, pk: int) -> HttpResponse:
    aim = _mine(request, pk)
    keep = request.POST.get("keep") == "1"
    done = _("Đã nhận vào nhiệm vụ.") if keep else _("Đã để ngoài nhiệm vụ.")
    attempt(request, partial(keep_aim, aim, keep=keep), done)
    return redirect("reviews:aims", aim.report_id)


@require_POST
def aim_propose(request: Request, pk: int) -> HttpResponse:
    report = written(request, pk)
    attempt(request, partial(propose_aims, report), _("Đã tìm trong các cam kết chưa đạt."))
    return redirect("reviews:aims", report.pk)
