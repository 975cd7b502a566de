"""Reports of reviews that wait: one's own to hand in or mend, and those below to judge."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.overview.words import days_left, days_past
from ketnghia.reviews.models import Move, Report
from ketnghia.reviews.sheet import reports_waiting
from ketnghia.units.models import Seat
from ketnghia.vietnamese.dates import day

DUE_WITHIN = 45
LATE_SHOWN = 366


@dataclass(frozen=True)
class Reporting:
    """One line about reports; `act` names what is done there."""

    url: str
    title: str
    tone: str
    when: str
    note: str
    act: str


def reporting_of(user: User, *, today: date) -> list[Reporting]:
    """Sent back first, then late, then due; then what waits to be judged."""
    units = list(
        Seat.objects.of(user).filter(role__in=Seat.RUNNING).values_list("unit_id", flat=True)
    )
    if not units:
        return []
    mine, to_judge = reports_waiting(units)
    pressing = [report for report in mine if _presses(report, today)]
    reminded = _reminded(pressing)
    lines = [_mine(report, reminded.get(report.pk), today) for report in pressing]
    return [*sorted(lines, key=lambda line: line.tone != "late"), *_judging(to_judge)]


def _presses(report: Report, today: date) -> bool:
    days = (report.late_after - today).days
    is_sent_back = report.state == Report.State.SENT_BACK
    return is_sent_back or -LATE_SHOWN <= days <= DUE_WITHIN


def _reminded(reports: list[Report]) -> dict[int, Move]:
    """The last reminder of each."""
    moves = Move.objects.filter(
        report__in=[report.pk for report in reports], kind=Move.Kind.REMINDED
    ).order_by("at", "pk")
    return {move.report_id: move for move in moves}


def _mine(report: Report, reminder: Move | None, today: date) -> Reporting:
    is_late = report.late_after < today
    notes = [f"{report.name}."]
    if report.state == Report.State.SENT_BACK:
        notes.append(_("Cấp trên trả lại: %(remark)s") % {"remark": report.remark})
    if reminder:
        notes.append(_("Cấp trên nhắc ngày %(day)s.") % {"day": day(reminder.at.date())})
        notes.append(reminder.remark)
    when = days_past if is_late else days_left
    return Reporting(
        url=report.get_absolute_url(),
        title=report.round.title,
        tone="late" if is_late or report.state == Report.State.SENT_BACK else "due",
        when=when(report.late_after, today),
        note=" ".join(note for note in notes if note),
        act=_("Làm báo cáo"),
    )


def _judging(reports: list[Report]) -> list[Reporting]:
    """Reports below that were handed in, one line for each round and unit above."""
    of_parent: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if report.parent_id is not None:
            of_parent[report.parent_id].append(report)
    lines = []
    for some in of_parent.values():
        words = {"number": len(some), "names": ", ".join(one.name for one in some[:3])}
        told = ngettext(
            "%(number)s báo cáo chờ duyệt: %(names)s.",
            "%(number)s báo cáo chờ duyệt: %(names)s.",
            len(some),
        )
        lines.append(
            Reporting(
                url=_parent_url(some[0]),
                title=some[0].round.title,
                tone="due",
                when=_("chờ duyệt"),
                note=told % words,
                act=_("Xem và duyệt"),
            )
        )
    return lines


def _parent_url(report: Report) -> str:
    assert report.parent  # noqa: S101 - grouped by it above
    return report.parent.get_absolute_url()
