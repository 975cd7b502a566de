"""Which duties an exchange may count for, and counting it."""

from __future__ import annotations

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Duty, Evidence
from ketnghia.agreements.operations import counts_as
from ketnghia.agreements.operations import credit as credit_duty
from ketnghia.agreements.terms import Counted
from ketnghia.exchanges.models import Exchange, ExchangeQuerySet, Participation

# What an exchange is to a promise: any of them is an exchange; talks and meetings are meetings too.
COUNTED = {
    Exchange.Kind.VISIT: Counted.DELEGATION,
    Exchange.Kind.TALKS: Counted.MEETING,
    Exchange.Kind.SEMINAR: Counted.MEETING,
    Exchange.Kind.MEETING: Counted.MEETING,
    Exchange.Kind.REVIEW: Counted.MEETING,
}


def counted(exchange: Exchange) -> Counted:
    return COUNTED.get(Exchange.Kind(exchange.kind), Counted.EXCHANGE)


def fitting(duty: Duty) -> ExchangeQuerySet:
    """Exchanges held in the duty's period by its parties, not yet counted for it."""
    found = Exchange.objects.filter(
        state__in=Exchange.HAPPENED, begins_on__gte=duty.starts_on, kind__in=_kinds_for(duty)
    )
    if duty.ends_on:
        found = found.filter(begins_on__lte=duty.ends_on)
    for party in duty.commitment.agreement.parties.all():
        found = found.filter(participations__unit__in=party.unit.lineage_ids())
    used = Evidence.objects.filter(duty=duty, source_type__model="exchange")
    return found.exclude(pk__in=used.values("source_id")).distinct()


def _kinds_for(duty: Duty) -> list[str]:
    wanted = {branch.counted for branch in duty.commitment.branches.all()}
    return [
        kind
        for kind in Exchange.Kind.values
        if wanted & counts_as(COUNTED.get(Exchange.Kind(kind), Counted.EXCHANGE))
    ]


def credit(exchange: Exchange, duty: Duty, *, by: User) -> Evidence:
    """Count an exchange for a duty; the host's place is where it happened."""
    host = exchange.participations.filter(role=Participation.Role.HOST).first()
    return credit_duty(
        duty,
        exchange,
        counted=counted(exchange),
        on=exchange.begins_on,
        by=by,
        at=host.unit if host else None,
    )
