"""The review of the fourth situation: its round, and the one report the source tells of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ketnghia.activities.models import Indicator
from ketnghia.reviews.models import Move, Report, Round
from ketnghia.reviews.operations import correct_number, draft, open_round, submit, write_aim
from ketnghia.units.models import Unit


def load_rounds(listed: Iterable[dict[str, Any]]) -> None:
    """Open what is not there yet; loaded again, nothing doubles."""
    for facts in listed:
        if not Round.objects.filter(code=facts["code"]).exists():
            _round(facts)


def _round(facts: dict[str, Any]) -> None:
    plain = ("title", "first", "last", "due_on", "note")
    made = open_round(
        Unit.objects.get(code=facts["unit"]), depth=1, **{key: facts[key] for key in plain}
    )
    made.code = facts["code"]
    made.save(update_fields=["code"])
    for report in facts["report"]:
        _report(made, report)


def _report(made: Round, facts: dict[str, Any]) -> None:
    report = Report.objects.with_units().get(round=made, unit__code=facts["unit"])
    for correction in facts["corrections"]:
        indicator = Indicator.objects.national().get(
            code=correction["indicator"], asked__round=made
        )
        value, reason = Decimal(correction["value"]), correction["reason"]
        correct_number(report, indicator, value=value, reason=reason, by=None)
    for text in facts["aims"]:
        write_aim(report, text=text)
    draft(report)
    submit(report, by=None, on=facts["submitted_on"])
    _at_its_time(report, facts["submitted_on"])


def _at_its_time(report: Report, on: date) -> None:
    """Steps bear the day they were taken, not the day of loading."""
    noon = timezone.make_aware(datetime.combine(on, time(15)))
    Move.objects.filter(report=report).update(at=noon)
    report.snapshots.update(taken_at=noon)
