"""How many were honoured: what reviews and indicators ask of the register.

Lines are counted, not subjects: who was honoured at two levels was honoured twice. A number without
names keeps its bound; names found for it later are inside it, never beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from ketnghia.activities.tallies import Tally
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount, total
from ketnghia.commendations.models import Award, AwardQuerySet
from ketnghia.commendations.terms import Kind
from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Honoured:
    """Collectives and people that were honoured (indicators 86 and 87)."""

    collectives: Tally
    people: Tally


def honoured(unit: Unit, first: date, last: date, *, with_below: bool = True) -> Honoured:
    """What a unit, alone or with all that stood below it on the last day, was honoured with."""
    return counted(received_in(unit, first, last, with_below=with_below))


def received_in(unit: Unit, first: date, last: date, *, with_below: bool = True) -> AwardQuerySet:
    """The lines themselves: to these units, to their people, or kept by them without a unit."""
    scope = Q(pk=unit.pk)
    if with_below:
        scope |= Q(pk__in=Unit.objects.below(unit, on=last))
    units = Unit.objects.filter(scope)
    ours = Q(unit__in=units) | Q(of_unit__in=units)
    kept = Q(unit=None, of_unit=None, keeper__in=units)
    return Award.objects.standing().between(first, last).filter(ours | kept)


def counted(awards: AwardQuerySet) -> Honoured:
    """What lines come to; those inside a number are counted by it."""
    lines = awards.filter(part_of=None).annotate(names=Count("named")).order_by()
    rows = list(lines.values_list("kind", "number", "bound", "names"))
    return Honoured(
        collectives=_tally(row for row in rows if row[0] == Kind.COLLECTIVE),
        people=_tally(row for row in rows if row[0] == Kind.PERSON),
    )


def _tally(rows: Iterable[tuple[str, int | None, str, int]]) -> Tally:
    amounts = [amount_of(number, bound, names) for _kind, number, bound, names in rows]
    return Tally(amount=total(amounts), number=len(amounts))


def amount_of(number: int | None, bound: str, names: int) -> Amount:
    """One line: a name is exactly one; more names than the source told are at least so many."""
    if number is None:
        return Amount(Decimal(1))
    if names > number:
        return Amount(Decimal(names), Bound.AT_LEAST)
    return Amount(Decimal(number), Bound(bound))
