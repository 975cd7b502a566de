"""What this room hangs on pages below it."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ketnghia.accounts.models import Request
from ketnghia.activities.models import Activity
from ketnghia.activities.operations import credit, fitting
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.ui.acting import attempt
from ketnghia.ui.pages import page

AT_MOST = 20


@require_GET
def for_duty(request: Request, pk: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    context = {"duty": duty, "activities": fitting(duty)}
    template = "activities/for_duty.html" if request.htmx else "activities/for_duty_page.html"
    return page(request, template, context)


@require_POST
def activity_credit(request: Request, pk: int, activity: int) -> HttpResponse:
    duty = get_object_or_404(Duty.objects.editable_by(request.user), pk=pk)
    chosen = get_object_or_404(Activity.objects.visible_to(request.user), pk=activity)
    attempt(request, partial(credit, chosen, duty, by=request.user), _("Đã tính vào việc này."))
    return redirect(duty)


@require_GET
def for_agreement(request: Request, pk: int) -> HttpResponse:
    """Activities done under a paper, newest first."""
    agreement = get_object_or_404(Agreement.objects.visible_to(request.user), pk=pk)
    found = Activity.objects.visible_to(request.user).filter(agreement=agreement)
    activities = found.prefetch_related("organisers__unit__names", "figures")[:AT_MOST]
    context = {"agreement": agreement, "activities": activities}
    kind = "for_agreement" if request.htmx else "for_agreement_page"
    return page(request, f"activities/{kind}.html", context)
