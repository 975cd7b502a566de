"""Whose work the agenda shows: within what the person may see, one unit or all below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ketnghia.accounts.models import User
from ketnghia.units.models import Reach, Seat, Succession, Unit


@dataclass(frozen=True)
class Scope:
    """Units whose work is shown, and what narrows it. What the person may not see never is.

    `units` are the units asked for with all that went into them; `holders` bring everything they
    reach. Neither: all that the person may see.
    """

    user: User
    units: frozenset[int] | None = None
    holders: frozenset[int] | None = None
    partner: str = ""
    kind: str = ""
    with_cancelled: bool = False

    def touched(self, parts: QuerySet[Any], *, at: str = "unit") -> Q | Exists:
        """Condition of a row: one of its parts names, at this path, a unit of the scope."""
        if self.units is not None:
            return Exists(parts.filter(**{f"{at}__in": self.units}))
        if self.holders is not None:
            reached = Reach.objects.filter(unit=OuterRef(at), holder__in=self.holders)
            return Exists(parts.filter(Exists(reached)))
        return Q()


def scope_of(
    user: User,
    unit: Unit | None = None,
    *,
    with_below: bool = False,
    partner: str = "",
    kind: str = "",
) -> Scope:
    """The scope around one unit, else around the units where the person has a seat."""
    if with_below:
        holders = frozenset({unit.pk}) if unit else None
        return Scope(user, holders=holders, partner=partner, kind=kind)
    own = {unit.pk} if unit else set(Seat.objects.of(user).values_list("unit", flat=True))
    return Scope(user, units=frozenset(_with_predecessors(own)), partner=partner, kind=kind)


def _with_predecessors(units: Iterable[int]) -> set[int]:
    """The units and all that went into them: a new unit goes on with the work of the old ones."""
    seen: set[int] = set()
    waiting = set(units)
    while waiting:
        seen |= waiting
        rows = Succession.objects.filter(successors__in=waiting)
        waiting = set(rows.values_list("predecessors", flat=True)) - seen
    return seen
