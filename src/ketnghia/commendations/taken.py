"""The quotas of a round beside what is nominated: asked in three queries however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from ketnghia.commendations.models import AwardRound, Nomination, Quota
from ketnghia.commendations.quotas import Room, share
from ketnghia.commendations.terms import Kind
from ketnghia.units.models import Unit

# Honour, kind, nominating unit.
Place = tuple[int, str, int]


@dataclass(frozen=True)
class Taken:
    """One quota with what is taken of it: by one unit, or by all; else no room is told."""

    quota: Quota
    room: Room | None


class Quotas:
    """Every quota of a round and every living nomination that takes a place of one."""

    def __init__(self, round: AwardRound) -> None:  # noqa: A002 - the word of the field
        self.round = round

    @cached_property
    def quotas(self) -> list[Quota]:
        return list(self.round.quotas.select_related("honour", "unit"))

    @cached_property
    def numbers(self) -> Counter[Place]:
        rows = (
            self.round.nominations.living()
            .order_by()
            .values_list("honour_id", "kind", "nominator_id")
            .annotate(number=Count("pk"))
        )
        return Counter({(honour, kind, unit): number for honour, kind, unit, number in rows})

    def whole(self, honour: int, kind: str) -> int:
        return sum(n for (h, k, _unit), n in self.numbers.items() if (h, k) == (honour, kind))

    def nominated(self, kind: str) -> int:
        """All of one kind, whatever the honour: what a share is a share of."""
        return sum(n for (_honour, k, _unit), n in self.numbers.items() if k == kind)

    def for_unit(self, unit: Unit) -> list[Taken]:
        """What counts for one nominating unit: its own quotas, and those of the whole."""
        own = {(q.honour_id, q.kind) for q in self.quotas if q.unit_id == unit.pk}
        return [
            Taken(quota, self._room(quota, unit))
            for quota in self.quotas
            if self._counts(quota, unit, own)
        ]

    @staticmethod
    def _counts(quota: Quota, unit: Unit, own: set[tuple[int, str]]) -> bool:
        """A quota for one unit stands in place of what each unit has."""
        if quota.scope == Quota.Scope.EACH:
            return (quota.honour_id, quota.kind) not in own
        return quota.scope == Quota.Scope.WHOLE or quota.unit_id == unit.pk

    def _room(self, quota: Quota, unit: Unit) -> Room:
        if quota.scope == Quota.Scope.WHOLE:
            return self.of_whole(quota)
        used = self.numbers[(quota.honour_id, quota.kind, unit.pk)]
        return Room(quota.number or 0, used)

    def of_whole(self, quota: Quota) -> Room:
        limit = quota.number
        if quota.percent is not None:
            limit = share(quota.percent, self.nominated(quota.kind))
        return Room(limit or 0, self.whole(quota.honour_id, quota.kind))

    def exceeded_by(self, nomination: Nomination) -> list[Taken]:
        """Quotas of this nomination's honour that are over with it in."""
        mine = (nomination.honour_id, nomination.kind)
        found = self.for_unit(nomination.nominator)
        return [
            t
            for t in found
            if (t.quota.honour_id, t.quota.kind) == mine and t.room and t.room.is_over
        ]


def limits(honours: Iterable[int], collectives: int | None, people: int | None) -> list[Quota]:
    """Quotas of each unit for every honour that was chosen, unsaved; a blank is no limit."""
    told = ((Kind.COLLECTIVE, collectives), (Kind.PERSON, people))
    return [
        Quota(honour_id=honour, kind=kind, number=number)
        for honour in honours
        for kind, number in told
        if number is not None
    ]
