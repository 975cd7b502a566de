"""Who hosts after whom: the orders of meetings that come again, under papers and in series."""

from __future__ import annotations

from datetime import date

from ketnghia.rotations.models import Rotation, RotationPlace, TurnDecision
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance

# Papers that say who hosts after whom, and how often a turn of them was skipped.
KEPT, SKIPPED = 0.2, 0.15
WHY = ("Bão lũ, hai bên thống nhất hoãn", "Bận đại hội Đoàn", "Sắp xếp lại đơn vị hành chính")


class Orders:
    """Writes orders of hosts with their places, and skipped turns with the reason."""

    def __init__(self, seed: int, today: date) -> None:
        self.chance, self.today = Chance(seed, "orders"), today
        self.rotations, self.places = Table(Rotation), Table(RotationPlace)
        self.decisions = Table(TurnDecision)

    @property
    def tables(self) -> list[Table]:
        return [self.rotations, self.places, self.decisions]

    def write_under(self, agreement: int, units: list[int], since: date) -> None:
        """The order of a paper, for those papers that keep one."""
        if self.chance.happens(KEPT):
            self._write(units, since.year, agreement_id=agreement)

    def write_of(self, series: int, units: list[int], since: date) -> None:
        """The order of a series: one that comes again always has one."""
        self._write(units, since.year, series_id=series)

    def _write(self, units: list[int], since: int, **subject: int) -> None:
        rotation = self.rotations.add(since=since, every=1, **subject)
        places = [
            self.places.add(rotation_id=rotation, unit_id=unit, order=order)
            for order, unit in enumerate(units, start=1)
        ]
        year = since + 1
        if year < self.today.year and self.chance.happens(SKIPPED):
            self.decisions.add(
                rotation_id=rotation,
                kind=TurnDecision.Kind.SKIP,
                year=year,
                place_id=self.chance.choice(places),
                why=self.chance.choice(WHY),
                decided_on=date(year, 11, 20),
            )
