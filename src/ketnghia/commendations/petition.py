"""The petition (tờ trình) by which a unit puts forward in a round, with its list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ketnghia.commendations.drafting import listed, parent_of
from ketnghia.commendations.models import AwardRound, Nomination
from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Asked:
    """What is asked for one honour: as papers call it, and for how many."""

    honour: str
    number: str
    nominations: list[Nomination]


class Petition:
    """Everything one unit puts forward, by honour from the highest down."""

    def __init__(self, round: AwardRound, nominator: Unit) -> None:  # noqa: A002
        self.round = round
        self.nominator = nominator

    @cached_property
    def nominations(self) -> list[Nomination]:
        found = self.round.nominations.filter(nominator=self.nominator).living()
        return list(found.with_parts().prefetch_related("proofs"))

    @property
    def asked(self) -> list[Asked]:
        by_honour: dict[int, list[Nomination]] = {}
        for one in sorted(self.nominations, key=lambda n: (n.honour.rank, n.honour_id)):
            by_honour.setdefault(one.honour_id, []).append(one)
        return [
            Asked(some[0].honour.said_by(self._giver(some[0])), listed(some), some)
            for some in by_honour.values()
        ]

    def _giver(self, nomination: Nomination) -> str:
        return nomination.round.unit.name_on(self.round.last)

    @cached_property
    def above(self) -> Unit | None:
        return parent_of(self.nominator, self.round.last)

    @property
    def place(self) -> str:
        unit = self.nominator
        return unit.territory.name if unit.territory else unit.short_name
