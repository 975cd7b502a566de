"""The steps of an exchange's life: corrected, confirmed, held, reported, or called off."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ketnghia.accounts.models import Request
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.forms.exchanges import CancellationForm, CorrectionForm, ReportForm
from ketnghia.exchanges.operations import correct
from ketnghia.exchanges.operations.minutes import papers_between
from ketnghia.exchanges.planning import filled_in
from ketnghia.exchanges.views.acting import back_to, exchange_of
from ketnghia.exchanges.views.dates import dates_beside
from ketnghia.ui.acting import act_page, attempt
from ketnghia.ui.pages import page


@require_http_methods(["GET", "POST"])
def exchange_edit(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    names = ("kind", "title", "begins_on", "ends_on", "place", "theme", "occasion", "ordinal",
             "agreement", "note")  # fmt: skip
    initial = {name: getattr(exchange, name) for name in names}
    initial["series"] = str(exchange.series or "")
    initial |= filled_in(request.GET)
    readable = Q(pk__in=Agreement.objects.visible_to(request.user)) | Q(pk=exchange.agreement_id)
    form = CorrectionForm(
        request.POST or None, initial=initial, papers=papers_between(exchange).filter(readable)
    )
    if form.carry_out(partial(correct, exchange)):
        messages.success(request, _("Đã sửa."))
        return back_to(exchange)
    context = {"exchange": exchange, "form": form}
    if exchange.is_coming:
        told = {**(request.POST or request.GET).dict(), "exchange": str(exchange.pk)}
        context |= dates_beside(request, told)
    return page(request, "exchanges/exchange_edit.html", context)


@require_POST
def exchange_confirm(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    attempt(request, partial(exchange.confirm, by=request.user), _("Đã chốt kế hoạch."))
    return back_to(exchange)


@require_POST
def exchange_hold(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    attempt(request, partial(exchange.hold, by=request.user), _("Đã ghi là đã tổ chức."))
    return back_to(exchange)


@require_http_methods(["GET", "POST"])
def exchange_report(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    form = ReportForm(request.POST or None, initial={"result": exchange.result})
    if form.carry_out(exchange.report, by=request.user):
        messages.success(request, _("Đã ghi kết quả."))
        return back_to(exchange)
    return act_page(
        request, form, title=_("Ghi kết quả để báo cáo"), back=exchange.get_absolute_url()
    )


@require_http_methods(["GET", "POST"])
def exchange_cancel(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    form = CancellationForm(request.POST or None)
    if form.carry_out(exchange.cancel, by=request.user):
        messages.success(request, _("Đã hủy cuộc giao lưu."))
        return back_to(exchange)
    return act_page(request, form, title=_("Hủy cuộc giao lưu"), back=exchange.get_absolute_url())


@require_POST
def exchange_take_back(request: Request, pk: int) -> HttpResponse:
    exchange = exchange_of(request, pk)
    attempt(request, exchange.take_back, _("Đã lùi lại một bước."))
    return back_to(exchange)
