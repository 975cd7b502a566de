"""Tasks for the next period: proposed from duties not met, typed, kept or dropped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator
from ketnghia.agreements.models import Duty
from ketnghia.reviews.figures import own_units
from ketnghia.reviews.models import Aim, Report


def unmet_duties(report: Report) -> list[Duty]:
    """Counted duties of the unit due in these days or before, still open, of papers not over."""
    units = own_units(report)
    found = Duty.objects.counted().filter(
        Q(party__unit__in=units)
        | Q(party__isnull=True, commitment__agreement__parties__unit__in=units),
        is_met=False,
        dropped_on__isnull=True,
        ends_on__lte=report.round.last,
        commitment__agreement__reviewed_on__isnull=True,
    )
    return list(found.distinct().select_related("commitment__agreement").order_by("ends_on", "pk"))


@transaction.atomic
def propose_aims(report: Report) -> int:
    """Propose every unmet duty as a task once; what was dropped stays dropped."""
    there = set(report.aims.filter(duty__isnull=False).values_list("duty_id", flat=True))
    fresh = [duty for duty in unmet_duties(report) if duty.pk not in there]
    for order, duty in enumerate(fresh, start=_next(report)):
        Aim.objects.create(
            report=report,
            order=order,
            text=_("%(what)s (%(paper)s)")
            % {"what": duty.commitment.wording, "paper": duty.commitment.agreement.title},
            duty=duty,
            state=Aim.State.PROPOSED,
        )
    return len(fresh)


@transaction.atomic
def write_aim(  # noqa: PLR0913 - a task with its facts
    report: Report,
    aim: Aim | None = None,
    *,
    text: str,
    indicator: Indicator | None = None,
    quantity: Decimal | None = None,
    due_on: date | None = None,
    by: User | None = None,  # noqa: ARG001 - history names them
) -> Aim:
    """Add a task, or write one anew; with a number it becomes the plan of the next round."""
    if quantity is not None and indicator is None:
        raise ValidationError({"indicator": _("Có số lượng thì chọn chỉ tiêu của nó.")})
    if due_on is not None and due_on <= report.round.last:
        raise ValidationError({"due_on": _("Việc của kỳ sau thì hạn sau kỳ này.")})
    made = aim or Aim(report=report, order=_next(report))
    made.text, made.indicator, made.quantity, made.due_on = text, indicator, quantity, due_on
    if made.state == Aim.State.PROPOSED:
        made.state = Aim.State.KEPT
    made.save()
    return made


def keep_aim(aim: Aim, *, keep: bool) -> None:
    """Take a proposed task on, or leave it out; both can be said again."""
    aim.state = Aim.State.KEPT if keep else Aim.State.DROPPED
    aim.save(update_fields=["state"])


def aims_before(report: Report) -> list[Aim]:
    """What the unit, or the ones it came from, set itself in the round before."""
    if report.round.previous_id is None:
        return []
    units = {report.unit_id} | report.unit.predecessor_ids()
    found = Aim.objects.filter(
        report__round=report.round.previous_id, report__unit__in=units, state=Aim.State.KEPT
    )
    return list(found.select_related("indicator", "duty").order_by("report", "order", "pk"))


def _next(report: Report) -> int:
    return (report.aims.aggregate(last=Max("order"))["last"] or 0) + 1
