"""Minutes, the commitments they become, and what has to be done after."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.agreements.hearing import heard
from ketnghia.exchanges.forms.minutes import FollowUpForm, MinutesForm, PointForm
from ketnghia.exchanges.models import AgreedPoint, FollowUp, Minutes
from ketnghia.exchanges.operations import follow_up, papers_for, promise_point, write_minutes
from ketnghia.exchanges.views.acting import back_to, exchange_of
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def minutes(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    found = Minutes.objects.filter(exchange=exchange).first()
    kept = list(found.points.exclude(commitment=None)) if found else []
    loose = found.points.filter(commitment=None).values_list("wording", flat=True) if found else []
    initial = {"on": found.on, "text": found.text} if found else {"on": exchange.ends_on}
    form = MinutesForm(request.POST or None, initial={**initial, "points": "\n".join(loose)})
    if form.carry_out(partial(write_minutes, exchange)):
        messages.success(request, _("Đã ghi biên bản."))
        return back_to(exchange, "minutes")
    context = {"exchange": exchange, "form": form, "kept": kept}
    return page(request, "exchanges/minutes.html", context)


@require_http_methods(["GET", "POST"])
def point_promise(request: Request, pk: int) -> HttpResponse:
    """The point as it was understood, ready to stand in a paper by one button."""
    points = AgreedPoint.objects.editable_by(request.user).select_related("minutes__exchange")
    point = get_object_or_404(points, pk=pk)
    exchange = point.minutes.exchange
    papers = papers_for(exchange, request.user)
    read = heard(point.wording, papers[0]) if papers else {}
    initial = {**read, "agreement": papers[0].pk if papers else None}
    form = PointForm(request.POST or None, initial=initial, papers=papers)
    if form.carry_out(partial(promise_point, point)):
        messages.success(request, _("Điều này đã thành cam kết của văn bản."))
        return back_to(exchange, "minutes")
    context = {
        "point": point,
        "exchange": exchange,
        "form": form,
        "papers": papers,
        "doubts": read["read"].doubts if read else (),
    }
    return page(request, "exchanges/point_promise.html", context)


@require_http_methods(["GET", "POST"])
def follow_up_add(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    form = FollowUpForm(request.POST or None)
    if form.carry_out(partial(follow_up, exchange)):
        messages.success(request, _("Đã ghi việc sau chuyến."))
        return back_to(exchange, "follow-ups")
    title = _("Ghi việc sau chuyến")
    return act_page(
        request, form, title=title, back=exchange.get_absolute_url(), about=exchange.title
    )


@require_POST
def follow_up_finish(request: Request, pk: int) -> HttpResponse:
    """Done; asked again, it is open again."""
    found = FollowUp.objects.editable_by(request.user).select_related("exchange")
    task = get_object_or_404(found, pk=pk)
    if task.done_on:
        attempt(request, task.reopen, _("Đã mở lại việc này."))
    else:
        attempt(request, task.finish, _("Đã xong việc này."))
    return back_to(task.exchange, "follow-ups")
