"""Days by which reports of reviews are to be handed in, in the agenda."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Stored
from ketnghia.reviews.models import Report


def _reports(scope: Scope) -> QuerySet[Report]:
    """Reports still to hand in; with all below, the uppermost of a round speaks for its tree."""
    found = Report.objects.visible_to(scope.user).missing()
    found = found.filter(scope.touched(Report.objects.filter(pk=OuterRef("pk"))))
    if scope.units is None:
        found = found.uppermost_for(scope.user)
    return found.with_units()


def _report(report: Report, today: date) -> Entry:
    return Entry(
        source="so-ket",
        key=str(report.pk),
        first=report.late_after,
        last=report.late_after,
        title=_now("Nộp %(round)s") % {"round": report.round.title},
        summary=_now("Hạn nộp: %(round)s") % {"round": report.round.title},
        url=report.get_absolute_url(),
        mark="late" if report.late_after < today else "due",
        words=_now("bị trả lại") if report.state == Report.State.SENT_BACK else "",
        note=report.name,
    )


REPORTS = Stored(
    key="so-ket",
    model=Report,
    label=_("Hạn nộp báo cáo"),
    counted=ngettext_lazy("%(number)s báo cáo phải nộp", "%(number)s báo cáo phải nộp", "number"),
    rows=_reports,
    tell=_report,
    units=("unit",),
    first="late_after",
    last="late_after",
    searched="unit__search_text",
)
