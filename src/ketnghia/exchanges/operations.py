"""Recording exchanges, and which duties they may count for."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Duty, Evidence
from ketnghia.agreements.operations import counts_as
from ketnghia.agreements.operations import credit as credit_duty
from ketnghia.agreements.terms import Counted
from ketnghia.exchanges.models import Exchange, ExchangeQuerySet, Participation
from ketnghia.units.models import Unit, searchable

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


@transaction.atomic
def record(  # noqa: PLR0913 - an exchange is recorded with all its facts
    *,
    kind: str,
    title: str,
    begins_on: date,
    host: Unit,
    guest: Unit,
    ends_on: date | None = None,
    place: str = "",
    children_count: int | None = None,
    by: User | None = None,
) -> Exchange:
    """Record an exchange that was held, or one that is planned for a day to come."""
    runs = Unit.objects.run_by(by).filter(pk__in=[host.pk, guest.pk]) if by else None
    if runs is not None and not runs.exists():
        raise ValidationError({"host": _("Một trong hai bên phải là đơn vị của đồng chí.")})
    is_coming = begins_on > localdate()
    exchange = Exchange.objects.create(
        kind=kind,
        title=title,
        begins_on=begins_on,
        ends_on=ends_on or begins_on,
        place=place,
        children_count=children_count,
        state=Exchange.State.PLANNED if is_coming else Exchange.State.HELD,
        recorded_by=by,
        search_text=searchable([title, place, host.name, guest.name]),
    )
    for unit, role in ((host, Participation.Role.HOST), (guest, Participation.Role.GUEST)):
        Participation.objects.create(exchange=exchange, unit=unit, role=role)
    return exchange


def fitting(duty: Duty) -> ExchangeQuerySet:
    """Exchanges held in the duty's period by its parties, not yet counted for it."""
    found = Exchange.objects.filter(
        state=Exchange.State.HELD, begins_on__gte=duty.starts_on, kind__in=_kinds_for(duty)
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
