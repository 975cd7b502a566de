"""Numbers a person writes into a report: corrections with a reason, plans, answers in words."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator
from ketnghia.amounts.bounds import Bound
from ketnghia.reviews.models import Inquiry, Line, Reply, Report
from ketnghia.reviews.operations.holding import HANDED_IN, hold


def line_of(report: Report, indicator: Indicator) -> Line:
    """The line to write into; begun when there is none yet."""
    if not report.is_writable:
        raise ValidationError(HANDED_IN)
    found = report.lines.filter(indicator=indicator).first()
    return found or Line(report=report, indicator=indicator)


@transaction.atomic
def correct_number(
    report: Report,
    indicator: Indicator,
    *,
    value: Decimal | None,
    reason: str,
    by: User | None,
    bound: str = Bound.EXACTLY,
) -> Line:
    """Say another number than the computed one; None: done, but not known how many."""
    hold(report)
    line = line_of(report, indicator)
    line.correct(value=value, bound=bound, reason=reason, by=by)
    return line


@transaction.atomic
def take_back_correction(report: Report, indicator: Indicator, *, by: User) -> None:
    """Let the computed number stand again."""
    hold(report)
    line = line_of(report, indicator)
    if not line.is_corrected:
        raise ValidationError(_("Số này chưa sửa."))
    line.take_back(by=by)


@transaction.atomic
def plan_number(report: Report, indicator: Indicator, *, plan: Decimal | None) -> Line:
    """Write what was planned; none: no percent is told."""
    if plan is not None and plan < 0:
        raise ValidationError({"plan": _("Kế hoạch không thể dưới 0.")})
    hold(report)
    line = line_of(report, indicator)
    line.plan = plan
    line.save()
    return line


@transaction.atomic
def answer(report: Report, inquiry: Inquiry, *, text: str, by: User) -> Reply:
    """Answer a question of the round in words; answered again, it is written anew."""
    hold(report)
    reply = report.replies.filter(inquiry=inquiry).first() or Reply(report=report, inquiry=inquiry)
    reply.text, reply.by = text, by
    reply.save()
    return reply
