"""Reviews of one agreement: the panel of its page, the table, the meeting, the print."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ketnghia.accounts.models import Request
from ketnghia.agreements.models import Agreement
from ketnghia.reviews.forms.papers import (
    AgreementMeetingForm,
    BeginningForm,
    ConcludingForm,
    PaperForm,
)
from ketnghia.reviews.models import AgreementReview
from ketnghia.reviews.operations import (
    begin_agreement_review,
    meet_about_agreement,
    write_agreement_review,
)
from ketnghia.reviews.papers import PaperSheet, spans_of
from ketnghia.ui.acting import act_page
from ketnghia.ui.pages import page


def _mine(request: Request, pk: int) -> AgreementReview:
    mine = AgreementReview.objects.editable_by(request.user).select_related("agreement")
    return get_object_or_404(mine, pk=pk)


@require_GET
def for_agreement(request: Request, pk: int) -> HttpResponse:
    """Reviews of a paper, and the word that one is missing where it ended without."""
    agreement = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    context = {
        "agreement": agreement,
        "reviews": AgreementReview.objects.filter(agreement=agreement),
        "is_missing": agreement.state_on() == "ended_without_review",
        "may_edit": Agreement.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    template = "for_agreement" if request.htmx else "for_agreement_page"
    return page(request, f"reviews/{template}.html", context)


@require_http_methods(["GET", "POST"])
def agreement_review_begin(request: Request, pk: int) -> HttpResponse:
    mine = Agreement.objects.editable_by(request.user).filter(signed_on__isnull=False)
    agreement = get_object_or_404(mine, pk=pk)
    spans = spans_of(agreement, today=localdate())
    form = BeginningForm(request.POST or None, spans=spans)
    if form.carry_out(partial(begin_agreement_review, agreement), by=request.user):
        return redirect(form.result)
    title, back = _("Rà lại văn bản"), agreement.get_absolute_url()
    about = _("Bảng cam kết đối chiếu kết quả lấy từ việc phải làm và bằng chứng.")
    return act_page(request, form, title=title, back=back, about=about, button=_("Lập bản rà lại"))


@require_GET
def agreement_review(request: Request, pk: int) -> HttpResponse:
    found = AgreementReview.objects.visible_to(request.user).select_related("agreement", "meeting")
    review = get_object_or_404(found, pk=pk)
    context = {
        "review": review,
        "sheet": PaperSheet(review),
        "may_edit": AgreementReview.objects.editable_by(request.user).filter(pk=pk).exists(),
    }
    return page(request, "reviews/agreement_review.html", context)


@require_http_methods(["GET", "POST"])
def agreement_review_edit(request: Request, pk: int) -> HttpResponse:
    review = _mine(request, pk)
    form = PaperForm(request.POST or None, review=review)
    if form.carry_out(partial(write_agreement_review, review), by=request.user):
        messages.success(request, _("Đã ghi."))
        return redirect(review)
    back = review.get_absolute_url()
    return act_page(request, form, title=_("Viết phần đánh giá"), back=back, button=_("Ghi"))


@require_http_methods(["GET", "POST"])
def agreement_review_conclude(request: Request, pk: int) -> HttpResponse:
    review = _mine(request, pk)
    initial = {"on": localdate(), "result": review.result}
    form = ConcludingForm(request.POST or None, initial=initial)
    if form.carry_out(review.conclude, by=request.user):
        messages.success(request, _("Đã ghi kết luận của các bên."))
        return redirect(review)
    about = ""
    if review.is_final:
        about = _("Ghi xong, văn bản được coi là đã tổng kết.")
    back = review.get_absolute_url()
    return act_page(request, form, title=_("Ghi kết luận"), back=back, about=about)


@require_http_methods(["GET", "POST"])
def agreement_review_meet(request: Request, pk: int) -> HttpResponse:
    review = _mine(request, pk)
    form = AgreementMeetingForm(request.POST or None, review=review)
    if form.carry_out(partial(meet_about_agreement, review), by=request.user):
        messages.success(request, _("Đã ghi cuộc họp vào giao lưu."))
        return redirect(form.result)
    title, back = _("Lên lịch họp rà lại"), review.get_absolute_url()
    return act_page(request, form, title=title, back=back)
