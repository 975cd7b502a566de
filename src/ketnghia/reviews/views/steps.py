"""The steps of a report: handed in, judged, locked, reopened; reminding, going a level down."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reviews.forms.papers import ReportMeetingForm
from ketnghia.reviews.forms.reports import RemarkForm, ReminderForm, SubmittingForm
from ketnghia.reviews.forms.rounds import BelowForm
from ketnghia.reviews.models import Report
from ketnghia.reviews.operations import (
    accept_all,
    lock,
    meet_about_report,
    open_below,
    remind,
    reopen,
    reports_above,
    send_back,
    submit,
)
from ketnghia.reviews.sheet import ReportSheet
from ketnghia.reviews.views.loading import judged, run, written
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def report_submit(request: Request, pk: int) -> HttpResponse:
    """What will be frozen, what is still open, and the button."""
    mine = Report.objects.submittable_by(request.user).with_units()
    report = get_object_or_404(mine, pk=pk)
    form = SubmittingForm(request.POST or None)
    if form.carry_out(partial(submit, report), by=request.user):
        messages.success(request, _("Đã nộp. Mã báo cáo: %(code)s.") % {"code": form.result.told})
        return redirect(report)
    context = {"report": report, "form": form, "sheet": ReportSheet(report, request.user)}
    return page(request, "reviews/report_submit.html", context)


@require_POST
def report_accept(request: Request, pk: int) -> HttpResponse:
    report = judged(request, pk)
    attempt(request, partial(report.accept, by=request.user), _("Đã duyệt báo cáo."))
    return redirect(report.parent or report)


@require_POST
def accept_below(request: Request, pk: int) -> HttpResponse:
    """Accept every report right below that waits."""
    report = run(request, pk)
    waiting = report.children.filter(state=Report.State.SUBMITTED)
    attempt(request, partial(accept_all, waiting, by=request.user), _("Đã duyệt các báo cáo."))
    return redirect(report)


@require_http_methods(["GET", "POST"])
def report_send_back(request: Request, pk: int) -> HttpResponse:
    report = judged(request, pk)
    form = RemarkForm(request.POST or None)
    if form.carry_out(partial(send_back, report), by=request.user):
        messages.success(request, _("Đã trả lại kèm ý kiến."))
        return redirect(report.parent or report)
    about = _("%(unit)s thấy ý kiến này ở trang Hôm nay và sửa rồi nộp lại.") % {
        "unit": report.name
    }
    back = report.get_absolute_url()
    return act_page(request, form, title=_("Trả lại báo cáo"), back=back, about=about)


@require_POST
def report_lock(request: Request, pk: int) -> HttpResponse:
    report = judged(request, pk)
    done = _("Đã khóa báo cáo và các báo cáo đã duyệt bên dưới.")
    attempt(request, partial(lock, report, by=request.user), done)
    return redirect(report)


@require_http_methods(["GET", "POST"])
def report_reopen(request: Request, pk: int) -> HttpResponse:
    """Says first which reports above hold its numbers and are marked."""
    report = judged(request, pk)
    form = RemarkForm(request.POST or None)
    if form.carry_out(partial(reopen, report), by=request.user):
        messages.success(request, _("Đã mở lại. Báo cáo cấp trên đã nộp được đánh dấu."))
        return redirect(report)
    context = {"report": report, "form": form, "above": reports_above(report)}
    return page(request, "reviews/report_reopen.html", context)


@require_http_methods(["GET", "POST"])
def report_open_below(request: Request, pk: int) -> HttpResponse:
    report = written(request, pk)
    initial = {"due_on": report.due_on, "depth": "1", "earlier": 3}
    form = BelowForm(request.POST or None, initial=initial)
    if form.carry_out(partial(open_below, report), by=request.user):
        made = len(form.result)
        messages.success(request, _("Đã mở cho %(number)s đơn vị.") % {"number": made})
        return redirect(report)
    title, back = _("Mở cho cấp dưới"), report.get_absolute_url()
    about = _("Số của đơn vị bên dưới từ nay lấy từ báo cáo họ nộp.")
    return act_page(request, form, title=title, back=back, about=about)


@require_http_methods(["GET", "POST"])
def report_remind(request: Request, pk: int) -> HttpResponse:
    """Remind every unit right below that has not handed in."""
    report = run(request, pk)
    form = ReminderForm(request.POST or None)
    waiting = report.children.missing().with_units()
    if form.carry_out(partial(remind, waiting), by=request.user):
        number = len(form.result)
        messages.success(request, _("Đã nhắc %(number)s đơn vị.") % {"number": number})
        return redirect(report)
    context = {"report": report, "form": form, "waiting": waiting}
    return page(request, "reviews/report_remind.html", context)


@require_http_methods(["GET", "POST"])
def report_meet(request: Request, pk: int) -> HttpResponse:
    report = run(request, pk)
    beside = report.parent or report.children.first()
    initial = {"guest": beside.unit_id if beside else None}
    form = ReportMeetingForm(request.POST or None, initial=initial)
    if form.carry_out(partial(meet_about_report, report), by=request.user):
        messages.success(request, _("Đã ghi cuộc họp vào giao lưu."))
        return redirect(form.result)
    title = _("Ghi hội nghị sơ kết")
    return act_page(request, form, title=title, back=report.get_absolute_url())
