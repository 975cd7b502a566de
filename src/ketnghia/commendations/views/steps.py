"""The steps of a nomination: sent, taken back, sent back; the answer to a doubled merit."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.commendations.forms.nominations import RemarkForm, RepeatForm, SubmittingForm
from ketnghia.commendations.models import Nomination
from ketnghia.commendations.operations import answer_repeat, send_back, submit, withdraw
from ketnghia.commendations.repeats import repeats_of
from ketnghia.commendations.taken import Quotas
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def nomination_submit(request: Request, pk: int) -> HttpResponse:
    """What is still open is told first; over a quota a reason is asked for."""
    found = Nomination.objects.editable_by(request.user).with_parts()
    nomination = get_object_or_404(found, pk=pk)
    over = Quotas(nomination.round).exceeded_by(nomination)
    form = SubmittingForm(request.POST if request.method == "POST" else None, is_over=bool(over))
    if form.carry_out(partial(submit, nomination), by=request.user):
        words = {"unit": nomination.round.unit.name}
        messages.success(request, _("Đã gửi đề nghị lên %(unit)s.") % words)
        return redirect(nomination)
    context = {"form": form, "nomination": nomination, "over": over,
               "repeats": repeats_of(nomination)}  # fmt: skip
    return page(request, "commendations/nomination_submit.html", context)


@require_POST
def nomination_withdraw(request: Request, pk: int) -> HttpResponse:
    nomination = get_object_or_404(Nomination.objects.run_by(request.user).with_parts(), pk=pk)
    done = _("Đã rút đề nghị về để sửa.")
    attempt(request, partial(withdraw, nomination, by=request.user), done)
    return redirect(nomination)


@require_http_methods(["GET", "POST"])
def nomination_send_back(request: Request, pk: int) -> HttpResponse:
    nomination = get_object_or_404(Nomination.objects.judged_by(request.user).with_parts(), pk=pk)
    form = RemarkForm(request.POST or None)
    if form.carry_out(partial(send_back, nomination), by=request.user):
        messages.success(request, _("Đã trả lại kèm ý kiến."))
        return redirect(nomination.round)
    back, title = nomination.get_absolute_url(), _("Trả lại đề nghị")
    about = _("%(unit)s thấy ý kiến này, sửa rồi gửi lại.") % {"unit": nomination.nominator.name}
    return act_page(request, form, title=title, back=back, about=about)


@require_http_methods(["GET", "POST"])
def repeat_answer(request: Request, pk: int, key: str) -> HttpResponse:
    """Say why a merit that looks honoured already is put forward all the same."""
    found = Nomination.objects.editable_by(request.user).with_parts()
    nomination = get_object_or_404(found, pk=pk)
    one = next((one for one in repeats_of(nomination) if one.key == key), None)
    if one is None:
        raise Http404
    initial = {"answer": one.repeat.answer if one.repeat else ""}
    form = RepeatForm(request.POST or None, initial=initial)
    if form.carry_out(partial(answer_repeat, nomination, key=key), by=request.user):
        messages.success(request, _("Đã ghi câu trả lời."))
        return redirect(nomination)
    words = {"name": nomination.name, "told": one.told, "why": one.why}
    about = _("%(name)s: %(told)s, %(why)s.") % words
    back = nomination.get_absolute_url()
    return act_page(
        request, form, title=_("Trùng thành tích"), back=back, about=about, button=_("Ghi trả lời")
    )
