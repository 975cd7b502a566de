"""Loading a report or a round through what the person may do with it."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from ketnghia.accounts.models import Request
from ketnghia.activities.models import Indicator
from ketnghia.reviews.models import Report, Round


def seen(request: Request, pk: int) -> Report:
    return get_object_or_404(Report.objects.visible_to(request.user).with_units(), pk=pk)


def written(request: Request, pk: int) -> Report:
    """A report whose numbers and words the person may still write."""
    return get_object_or_404(Report.objects.editable_by(request.user).with_units(), pk=pk)


def run(request: Request, pk: int) -> Report:
    return get_object_or_404(Report.objects.run_by(request.user).with_units(), pk=pk)


def judged(request: Request, pk: int) -> Report:
    return get_object_or_404(Report.objects.judged_by(request.user).with_units(), pk=pk)


def kept_round(request: Request, pk: int) -> Round:
    return get_object_or_404(Round.objects.editable_by(request.user), pk=pk)


def asked_indicator(report: Report, pk: int) -> Indicator:
    """An indicator the round asks; any other is not there."""
    return get_object_or_404(Indicator.objects.filter(asked__round=report.round_id), pk=pk)
