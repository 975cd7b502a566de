"""The words of a report: drafted, written, and answers to the round's questions."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.reviews.forms.reports import PassageForm, ReplyForm
from ketnghia.reviews.narrative import Narrative
from ketnghia.reviews.operations import answer, draft, use_draft, write_passage
from ketnghia.reviews.sheet import abilities_of
from ketnghia.reviews.views.loading import seen, written
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_GET
def report_words(request: Request, pk: int) -> HttpResponse:
    report = seen(request, pk)
    context = {
        "report": report,
        "narrative": Narrative(report),
        "may": abilities_of(report, request.user),
    }
    return page(request, "reviews/report_words.html", context)


@require_POST
def words_draft(request: Request, pk: int) -> HttpResponse:
    report = written(request, pk)
    attempt(request, partial(draft, report), _("Đã soạn từ số liệu; chữ đồng chí viết giữ nguyên."))
    return redirect("reviews:words", report.pk)


@require_http_methods(["GET", "POST"])
def passage_edit(request: Request, pk: int, heading: int) -> HttpResponse:
    report = written(request, pk)
    part = get_object_or_404(report.round.headings, pk=heading)
    kept = report.passages.filter(heading=part).first()
    form = PassageForm(request.POST or None, initial={"text": kept.words if kept else ""})
    if form.carry_out(partial(write_passage, report, part), by=request.user):
        return redirect(f"{reverse('reviews:words', args=[report.pk])}#muc-{part.pk}")
    back = reverse("reviews:words", args=[report.pk])
    return act_page(request, form, title=part.title, back=back, button=_("Ghi đoạn này"))


@require_POST
def passage_reset(request: Request, pk: int, heading: int) -> HttpResponse:
    report = written(request, pk)
    part = get_object_or_404(report.round.headings, pk=heading)
    attempt(request, partial(use_draft, report, part, by=request.user), _("Đã dùng bản soạn."))
    return redirect(f"{reverse('reviews:words', args=[report.pk])}#muc-{part.pk}")


@require_http_methods(["GET", "POST"])
def reply_write(request: Request, pk: int, inquiry: int) -> HttpResponse:
    report = written(request, pk)
    question = get_object_or_404(report.round.inquiries, pk=inquiry)
    kept = report.replies.filter(inquiry=question).first()
    form = ReplyForm(request.POST or None, initial={"text": kept.text if kept else ""})
    if form.carry_out(partial(answer, report, question), by=request.user):
        messages.success(request, _("Đã ghi câu trả lời."))
        return redirect(f"{report.get_absolute_url()}#cau-hoi")
    back = report.get_absolute_url()
    return act_page(request, form, title=question.text, back=back, button=_("Ghi câu trả lời"))
