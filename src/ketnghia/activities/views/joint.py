"""Who did it together: offered by the lead, answered by the other side."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.forms.activities import OfferForm, ReplyForm, ShareForm, answered
from ketnghia.activities.models import Activity, Organiser
from ketnghia.activities.operations import divide, offer, withdraw
from ketnghia.ui.acting import act_page, attempt


@require_http_methods(["GET", "POST"])
def organiser_offer(request: Request, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.editable_by(request.user), pk=pk)
    form = OfferForm(request.POST or None)
    if form.carry_out(partial(offer, activity)):
        messages.success(request, _("Đã ghi đơn vị cùng làm. Đơn vị ấy được hỏi lại."))
        return redirect(activity)
    back = activity.get_absolute_url()
    return act_page(request, form, title=_("Thêm đơn vị cùng làm"), back=back, about=activity.title)


@require_http_methods(["GET", "POST"])
def organiser_divide(request: Request, pk: int) -> HttpResponse:
    organiser = get_object_or_404(Organiser.objects.editable_by(request.user), pk=pk)
    form = ShareForm(request.POST or None, initial={"share": organiser.share})
    if form.carry_out(partial(divide, organiser)):
        messages.success(request, _("Đã chia phần."))
        return redirect(organiser.activity)
    back = organiser.activity.get_absolute_url()
    return act_page(request, form, title=_("Chia phần"), back=back, about=str(organiser.unit))


@require_POST
def organiser_withdraw(request: Request, pk: int) -> HttpResponse:
    organiser = get_object_or_404(Organiser.objects.editable_by(request.user), pk=pk)
    attempt(request, partial(withdraw, organiser), _("Đã bỏ đơn vị cùng làm."))
    return redirect(organiser.activity)


@require_http_methods(["GET", "POST"])
def organiser_reply(request: Request, pk: int) -> HttpResponse:
    """The unit that joined in confirms, or says what is different."""
    organiser = get_object_or_404(Organiser.objects.answerable_by(request.user), pk=pk)
    form = ReplyForm(request.POST or None, initial=answered(organiser))
    if form.carry_out(organiser.reply, by=request.user):
        messages.success(request, _("Đã ghi câu trả lời."))
        return redirect(organiser.activity)
    back, about = organiser.activity.get_absolute_url(), organiser.activity.title
    title, button = _("Hoạt động làm chung"), _("Ghi câu trả lời")
    return act_page(request, form, title=title, back=back, about=about, button=button)
