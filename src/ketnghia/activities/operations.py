"""Recording activities, and which duties they may count for."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, ActivityQuerySet, Organiser
from ketnghia.agreements.models import Duty, Evidence
from ketnghia.agreements.operations import counts_as
from ketnghia.agreements.operations import credit as credit_duty
from ketnghia.agreements.terms import Counted
from ketnghia.units.models import Unit, searchable


@transaction.atomic
def record(  # noqa: PLR0913 - an activity is recorded with all its facts
    *,
    title: str,
    kind: str,
    begins_on: date,
    organiser: Unit,
    ends_on: date | None = None,
    place: str = "",
    at_unit: Unit | None = None,
    partner: Unit | None = None,
    participants: int | None = None,
    by: User | None = None,
) -> Activity:
    """Record an activity of one of the person's own units."""
    if by is not None and not Unit.objects.run_by(by).filter(pk=organiser.pk).exists():
        raise ValidationError({"organiser": _("Chỉ ghi được hoạt động của đơn vị mình.")})
    names = [unit.name for unit in (organiser, at_unit, partner) if unit]
    activity = Activity.objects.create(
        title=title,
        kind=kind,
        begins_on=begins_on,
        ends_on=ends_on or begins_on,
        place=place,
        at_unit=at_unit,
        partner=partner,
        participants=participants,
        recorded_by=by,
        search_text=searchable([title, place, *names]),
    )
    Organiser.objects.create(activity=activity, unit=organiser)
    return activity


def fitting(duty: Duty) -> ActivityQuerySet:
    """Activities of the duty's side in its period, of a kind it counts, not yet counted for it."""
    wanted = {branch.counted for branch in duty.commitment.branches.all()}
    kinds = [kind for kind in Counted.values if wanted & counts_as(kind)]
    found = Activity.objects.filter(kind__in=kinds, begins_on__gte=duty.starts_on)
    if duty.ends_on:
        found = found.filter(begins_on__lte=duty.ends_on)
    parties = [duty.party] if duty.party else duty.commitment.agreement.parties.all()
    units = {pk for party in parties for pk in party.unit.lineage_ids()}
    used = Evidence.objects.filter(duty=duty, source_type__model="activity")
    ours = found.filter(organisers__unit__in=units)
    return ours.exclude(pk__in=used.values("source_id")).distinct()


def credit(activity: Activity, duty: Duty, *, by: User) -> Evidence:
    """Count an activity for a duty, at the place of the unit it was done for."""
    return credit_duty(
        duty,
        activity,
        counted=activity.kind,
        on=activity.begins_on,
        by=by,
        at=activity.at_unit or activity.partner,
    )
