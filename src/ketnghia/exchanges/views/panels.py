"""What exchanges hang on the pages of agreements and duties."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.views.decorators.http import require_GET, require_POST

from ketnghia.accounts.models import Request
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.operations import credit, fitting
from ketnghia.ui.pages import page


@require_GET
def for_duty(request: Request, pk: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    context = {"duty": duty, "exchanges": fitting(duty)}
    template = "exchanges/for_duty.html" if request.htmx else "exchanges/for_duty_page.html"
    return page(request, template, context)


@require_POST
def exchange_credit(request: Request, pk: int, exchange: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    chosen = get_object_or_404(Exchange.objects.visible_to(request.user), pk=exchange)
    try:
        credit(chosen, duty, by=request.user)
        messages.success(request, _now("Đã tính vào việc này."))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(duty)


@require_GET
def for_agreement(request: Request, pk: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    context = {"agreement": agreement, "exchanges": agreement.exchanges.all()}
    template = (
        "exchanges/for_agreement.html" if request.htmx else "exchanges/for_agreement_page.html"
    )
    return page(request, template, context)
