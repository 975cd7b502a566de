"""What a round asks, said otherwise while it is open."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ketnghia.activities.models import Indicator
from ketnghia.reviews.deadlines import days_off, last_day
from ketnghia.reviews.models import Asked, Heading, Inquiry, Line, Report, Round


@transaction.atomic
def change_round(made: Round, *, title: str, due_on: date, note: str) -> None:
    """Write a round anew; a day moved moves with it for whoever has not handed in."""
    if due_on < made.first:
        raise ValidationError({"due_on": _("Hạn nộp phải sau ngày đầu của kỳ.")})
    moved = due_on - made.due_on
    made.title, made.due_on, made.note = title, due_on, note
    made.save()
    if not moved:
        return
    waiting = list(made.reports.missing())
    off = days_off(made.first, max([due_on, *(report.due_on + moved for report in waiting)]))
    for report in waiting:
        report.due_on += moved
        report.late_after = last_day(report.due_on, off)
    Report.objects.bulk_update(waiting, ["due_on", "late_after"], batch_size=2_000)


@transaction.atomic
def ask_indicator(made: Round, *, indicator: Indicator, levels: list[str]) -> Asked:
    """Ask for one more indicator; once."""
    if made.asked.filter(indicator=indicator).exists():
        raise ValidationError({"indicator": _("Đợt này đã hỏi chỉ tiêu ấy.")})
    return Asked.objects.create(round=made, indicator=indicator, levels=levels)


def change_levels(asked: Asked, *, levels: list[str]) -> None:
    asked.levels = levels
    asked.save(update_fields=["levels"])


@transaction.atomic
def stop_asking(asked: Asked) -> None:
    """Ask for an indicator no longer; refused once somebody handed it in."""
    kept = Line.objects.frozen().filter(report__round=asked.round_id, indicator=asked.indicator_id)
    if kept.exists():
        raise ValidationError(_("Đã có đơn vị nộp chỉ tiêu này, không bỏ được nữa."))
    asked.delete()


@transaction.atomic
def ask_words(
    made: Round, inquiry: Inquiry | None = None, *, text: str, levels: list[str]
) -> Inquiry:
    """Add a question in words, or write one anew."""
    last = made.inquiries.aggregate(last=Max("order"))["last"] or 0
    kept = inquiry or Inquiry(round=made, order=last + 1)
    kept.text, kept.levels = text, levels
    kept.save()
    return kept


@transaction.atomic
def write_heading(  # noqa: PLR0913 - a section with its facts
    made: Round,
    heading: Heading | None = None,
    *,
    title: str,
    part: str,
    role: str,
    groups: str,
    order: int,
) -> Heading:
    """Add a section of the report, or write one anew."""
    kept = heading or Heading(round=made)
    kept.title, kept.part, kept.role = title, part, role
    kept.groups, kept.order = groups, order
    kept.save()
    return kept
