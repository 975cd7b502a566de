"""Papers in the agenda: duties that fall due, and the days papers end."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Stored
from ketnghia.agreements.models import Agreement, Duty, Party


def _duties(scope: Scope) -> QuerySet[Duty]:
    """Counted and not met, of papers nobody has summed up; as on the first page."""
    parties = Party.objects.filter(agreement=OuterRef("commitment__agreement"))
    return (
        Duty.objects.visible_to(scope.user)
        .filter(scope.touched(parties), is_met=False, dropped_on=None, ends_on__isnull=False)
        .filter(commitment__agreement__reviewed_on=None, commitment__agreement__renewals=None)
        .counted()
        .select_related("commitment__agreement")
    )


def _duty(duty: Duty, today: date) -> Entry:
    assert duty.ends_on  # noqa: S101 - only duties with a last day are asked for
    return Entry(
        source="viec",
        key=str(duty.pk),
        first=duty.ends_on,
        last=duty.ends_on,
        title=duty.commitment.wording,
        summary=_now("Đến hạn: %(title)s") % {"title": duty.commitment.wording},
        url=duty.get_absolute_url(),
        mark="late" if duty.ends_on < today else "due",
        note=duty.commitment.agreement.title,
    )


def _endings(scope: Scope) -> QuerySet[Agreement]:
    """Papers on the last day they give themselves; not those ended before it."""
    parties = Party.objects.filter(agreement=OuterRef("pk"))
    handed = Agreement.objects.filter(
        predecessor=OuterRef("pk"),
        signed_on__isnull=False,
        handed_over_on__lte=OuterRef("ends_on"),
    )
    return (
        Agreement.objects.visible_to(scope.user)
        .filter(scope.touched(parties), signed_on__isnull=False, ends_on__isnull=False)
        .exclude(closed_on__lte=F("ends_on"))
        .exclude(Exists(handed))
        .prefetch_related("renewals")
    )


def _ending(agreement: Agreement, today: date) -> Entry:
    assert agreement.ends_on  # noqa: S101 - only papers with a last day are asked for
    is_over = agreement.ends_on < today
    is_reviewed = agreement.reviewed_on is not None or bool(agreement.renewals.all())
    words = _now("chưa tổng kết") if is_over else _now("hết hạn")
    return Entry(
        source="het-han",
        key=str(agreement.pk),
        first=agreement.ends_on,
        last=agreement.ends_on,
        title=_now("Hết hạn %(title)s") % {"title": agreement.title},
        url=agreement.get_absolute_url(),
        mark="done" if is_reviewed else "late" if is_over else "due",
        words=_now("đã tổng kết hoặc ký tiếp") if is_reviewed else words,
    )


DUTIES = Stored(
    key="viec",
    model=Duty,
    label=_("Việc đến hạn"),
    counted=ngettext_lazy("%(number)s việc tới hạn", "%(number)s việc tới hạn", "number"),
    rows=_duties,
    tell=_duty,
    units=("commitment__agreement__parties__unit",),
    first="ends_on",
    searched="commitment__agreement__search_text",
)
ENDINGS = Stored(
    key="het-han",
    model=Agreement,
    label=_("Văn bản hết hạn"),
    counted=ngettext_lazy("%(number)s văn bản hết hạn", "%(number)s văn bản hết hạn", "number"),
    rows=_endings,
    tell=_ending,
    units=("parties__unit",),
    first="ends_on",
)
