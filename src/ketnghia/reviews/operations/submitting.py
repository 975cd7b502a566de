"""Handing in, locking and reopening: numbers are frozen, and what stands above is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.events import publish
from ketnghia.reviews.codes import code_of, digest_of
from ketnghia.reviews.events import ReportLocked, ReportReopened, ReportSubmitted
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Move, Report, Snapshot
from ketnghia.reviews.snapshots import content_of
from ketnghia.reviews.sums import Piece

# Everything that freezing a line writes.
FROZEN = [
    "is_frozen", "value", "bound", "number", "unknown", "least", "low", "high", "part", "whole",
    "shared", "own_value", "own_bound", "own_unknown", "is_moved", "now_value", "now_bound",
]  # fmt: skip


@transaction.atomic
def submit(report: Report, *, by: User | None, on: date | None = None) -> Snapshot:
    """Hand a report in: freeze its numbers and words under a code."""
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if not locked.is_writable:
        raise ValidationError(_("Báo cáo này đã nộp rồi."))
    today = timezone.localdate()
    if on is not None and not report.round.first <= on <= today:
        raise ValidationError({"on": _("Ngày nộp từ đầu kỳ đến hôm nay.")})
    freeze(report)
    report.state, report.submitted_on = Report.State.SUBMITTED, on or today
    report.changed_below_at, report.remark = None, ""
    report.save(update_fields=["state", "submitted_on", "changed_below_at", "remark"])
    snapshot = take_snapshot(report, by=by)
    report.note(Move.Kind.SUBMITTED, by=by, remark=snapshot.told)
    tell_above(report, by=by)
    publish(ReportSubmitted(report.pk, snapshot.code, by.pk if by else None))
    return snapshot


def freeze(report: Report) -> None:
    """Write what the report says now into its lines; what is blank needs none."""
    figures = Figures(report)
    own, lines = figures.own, figures.lines
    made: list[Line] = []
    changed: list[Line] = []
    for key, total in figures.totals.items():
        part = own.get(key, Piece()).tally
        line = lines.get(key)
        if line is None and total.tally.is_blank and part.is_blank:
            continue
        line = line or Line(report=report, indicator=figures.indicators[key])
        line.freeze(total, part)
        (changed if line.pk else made).append(line)
    Line.objects.bulk_create(made, batch_size=500)
    Line.objects.bulk_update(changed, FROZEN, batch_size=100)


def take_snapshot(report: Report, *, by: User | None) -> Snapshot:
    """The report as it is now, under its code; the same content is kept once."""
    content = content_of(report)
    digest = digest_of(content)
    taken, is_new = Snapshot.objects.get_or_create(
        report=report,
        digest=digest,
        defaults={"code": code_of(digest), "content": content, "taken_by": by},
    )
    if not is_new:
        taken.taken_at, taken.taken_by = timezone.now(), by
        taken.save(update_fields=["taken_at", "taken_by"])
    return taken


@transaction.atomic
def send_back(report: Report, *, remark: str, by: User) -> None:
    """Ask for a report again; its numbers are live once more."""
    report.send_back(remark=remark, by=by)
    _thaw(report)
    tell_above(report, by=by)


@transaction.atomic
def lock(report: Report, *, by: User) -> int:
    """Close a report and everything accepted below it; returns how many were closed with it."""
    is_top = report.parent_id is None
    ready = {Report.State.ACCEPTED, *([Report.State.SUBMITTED] if is_top else [])}
    if report.state not in ready:
        raise ValidationError(_("Duyệt báo cáo rồi mới khóa."))
    accepted = Report.objects.below(report).filter(state=Report.State.ACCEPTED)
    closed = [report, *accepted]
    Report.objects.filter(pk__in=[one.pk for one in closed]).update(state=Report.State.LOCKED)
    report.state = Report.State.LOCKED
    Move.objects.bulk_create(Move(report=one, kind=Move.Kind.LOCKED, by=by) for one in closed)
    publish(ReportLocked(report.pk, by.pk))
    return len(closed) - 1


@transaction.atomic
def reopen(report: Report, *, remark: str, by: User) -> list[Report]:
    """Let a report handed in before be written again; returns those above that may change."""
    if report.is_writable:
        raise ValidationError(_("Báo cáo này đang mở."))
    if not remark:
        raise ValidationError({"remark": _("Ghi lý do mở lại.")})
    above = reports_above(report)
    report.state, report.remark = Report.State.OPEN, remark
    report.save(update_fields=["state", "remark"])
    _thaw(report)
    report.note(Move.Kind.REOPENED, by=by, remark=remark)
    tell_above(report, by=by)
    publish(ReportReopened(report.pk, tuple(one.pk for one in above), by.pk))
    return above


def reports_above(report: Report) -> list[Report]:
    """Reports over this one that were handed in: they hold numbers of it."""
    found = Report.objects.above(report).counted().with_units()
    return sorted(found, key=lambda one: len(one.path), reverse=True)


def tell_above(report: Report, *, by: User | None) -> None:
    """Mark reports over this one that were handed in before it changed."""
    marked = reports_above(report)
    Report.objects.filter(pk__in=[one.pk for one in marked]).update(changed_below_at=timezone.now())
    Move.objects.bulk_create(
        Move(report=one, kind=Move.Kind.CHANGED_BELOW, by=by, remark=report.name) for one in marked
    )


def _thaw(report: Report) -> None:
    """Numbers are read from their sources again; corrections and plans stay."""
    lines = report.lines.frozen()
    lines.filter(plan__isnull=True, is_corrected=False).delete()
    report.lines.frozen().update(is_frozen=False, is_moved=False, now_value=None)


def accept_all(reports: Iterable[Report], *, by: User) -> int:
    """Accept several at once; those that cannot be are left as they are."""
    number = 0
    for report in reports:
        if report.state == Report.State.SUBMITTED:
            report.accept(by=by)
            number += 1
    return number
