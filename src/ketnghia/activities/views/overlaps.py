"""The overlap guard: questions before numbers add up, and their answers."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.overlaps import AnswerForm
from ketnghia.activities.models import Overlap
from ketnghia.activities.operations import answer_overlaps
from ketnghia.activities.questions import Question, questions
from ketnghia.ui.pages import page

AT_MOST = 200


@require_GET
def overlap_list(request: Request) -> HttpResponse:
    """What waits for an answer, and what was answered last."""
    seen = Overlap.objects.visible_to(request.user).with_figures()
    context = {
        "questions": questions(seen.waiting()[:AT_MOST]),
        "answers": seen.exclude(answer=Overlap.Answer.WAITING).order_by("-answered_at")[:20],
        "may_answer": set(
            Overlap.objects.editable_by(request.user).waiting().values_list("pk", flat=True)
        ),
    }
    return page(request, "activities/overlap_list.html", context)


def _question(request: Request, pk: int) -> Question:
    """The open question a pair belongs to; a pair answered before may be answered again alone."""
    mine = Overlap.objects.editable_by(request.user).with_figures()
    overlap = get_object_or_404(mine, pk=pk)
    if not overlap.is_waiting:
        return Question([overlap])
    found = [q for q in questions(mine.waiting()) if overlap in q.overlaps]
    if not found:
        raise Http404
    return found[0]


@require_POST
def overlap_answer(request: Request, pk: int) -> HttpResponse:
    question = _question(request, pk)
    form = AnswerForm(request.POST, question=question)
    if form.carry_out(partial(answer_overlaps, question.overlaps), by=request.user):
        messages.success(request, _("Đã ghi câu trả lời; tổng số đã tính theo."))
    else:
        reasons = [str(error) for errors in form.errors.values() for error in errors]
        messages.error(request, reasons[0])
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect(back)
    return redirect("activities:overlaps")
