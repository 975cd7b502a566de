"""Reminding units that have not handed in: written down, shown to them, mailed; once a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.reviews.models import Move, Report
from ketnghia.units.models import Seat


@transaction.atomic
def remind(reports: Iterable[Report], *, by: User, words: str = "") -> list[Report]:
    """Remind the units of these reports; those reminded today or handed in are left out."""
    today = localdate()
    listed = [report for report in reports if report.is_writable]
    reminded = set(
        Move.objects.filter(
            report__in=[report.pk for report in listed], kind=Move.Kind.REMINDED, at__date=today
        ).values_list("report_id", flat=True)
    )
    due = [report for report in listed if report.pk not in reminded]
    if not due:
        raise ValidationError(_("Hôm nay đã nhắc rồi. Mai nhắc lại được."))
    Move.objects.bulk_create(
        Move(report=report, kind=Move.Kind.REMINDED, by=by, remark=words) for report in due
    )
    _mail(due, by=by, words=words)
    return due


def _mail(reports: list[Report], *, by: User, words: str) -> None:
    """Write to whoever runs each unit, once the change is certain."""
    of_unit: dict[int, list[str]] = defaultdict(list)
    seats = Seat.objects.held_on(localdate()).filter(
        unit__in=[report.unit_id for report in reports], role__in=Seat.RUNNING
    )
    for unit, address in seats.values_list("unit_id", "user__email"):
        if address:
            of_unit[unit].append(address)
    letters = [
        (_letter(report, by=by, words=words), of_unit[report.unit_id])
        for report in reports
        if of_unit[report.unit_id]
    ]
    transaction.on_commit(lambda: _send(letters))


def _letter(report: Report, *, by: User, words: str) -> tuple[str, str]:
    subject = _("Nhắc nộp: %(title)s") % {"title": report.round.title}
    context = {"report": report, "by": by, "words": words}
    return subject, render_to_string("reviews/reminder_mail.txt", context)


def _send(letters: list[tuple[tuple[str, str], list[str]]]) -> None:
    for (subject, body), addresses in letters:
        for address in dict.fromkeys(addresses):
            send_mail(subject, body, None, [address], fail_silently=True)
