"""Which duties an activity may count for, and counting it."""

from __future__ import annotations

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, ActivityQuerySet
from ketnghia.agreements.models import Duty, Evidence
from ketnghia.agreements.operations import counts_as
from ketnghia.agreements.operations import credit as credit_duty
from ketnghia.agreements.terms import Counted


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
