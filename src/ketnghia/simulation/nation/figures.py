"""Made-up figures: believable values with their bounds, and what they add to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ketnghia.activities.models import Contribution, Figure, Indicator
from ketnghia.amounts.bounds import Bound
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.land import BASE, CENTRE, COMMUNE, DISTRICT, PROVINCE
from ketnghia.vietnamese.numbers import spoken

MILLION = 1_000_000
# How much more a higher level reaches than a chi đoàn.
TIMES = {BASE: 1, COMMUNE: 3, DISTRICT: 6, PROVINCE: 20, CENTRE: 60}
BOUNDS = Weighted(
    [
        (Bound.EXACTLY, 66),
        (Bound.OVER, 14),
        (Bound.NEARLY, 8),
        (Bound.ABOUT, 8),
        (Bound.AT_LEAST, 3),
        (Bound.AT_MOST, 1),
    ]
)
UNKNOWN, WITHOUT_INDICATOR = 0.02, 0.03
FORMS = Weighted([("", 55), ("cash", 25), ("goods", 18), ("labour", 2)])
FUNDS = Weighted([("", 40), ("mobilised", 45), ("budget", 10), ("partner", 5)])
WHAT_ELSE = (("Lượt thăm hỏi", "lượt"), ("Phong trào tại chỗ", "phong trào"), ("Băng rôn", "tấm"))


@dataclass(frozen=True, slots=True)
class Under:
    """What figures are told under: an indicator, or none with its own words."""

    pk: int | None
    root: int | None
    name: str
    measure: str
    adds: str = "sum"
    is_money: bool = False
    is_split: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An organiser of an activity and what its ledger takes of every figure."""

    key: int
    unit: int
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that was written, with what it says."""

    key: int
    under: Under
    value: Decimal | None


class Figures:
    """Writes figures and their lines in the ledger, which `rebuild-totals` would write the same."""

    def __init__(self, seed: int) -> None:
        self.chance = Chance(seed, "figures")
        self.figures, self.contributions = Table(Figure), Table(Contribution)
        self.under = {i.code: _under(i) for i in Indicator.objects.filter(owner=None)}
        self.elsewhere = [Under(None, None, name, measure) for name, measure in WHAT_ELSE]

    @property
    def tables(self) -> list[Table]:
        return [self.figures, self.contributions]

    def write(
        self, activity: int, level: str, typical: dict[str, float], parts: list[Part], on: date
    ) -> list[Told]:
        """Some of the figures a deed usually has, for each organiser that takes a part."""
        chance = self.chance
        codes = list(typical)
        number = min(len(codes), chance.randint(4, 8))
        found = []
        for order, code in enumerate(chance.sample(codes, number), start=1):
            under = self.under[code]
            if chance.happens(WITHOUT_INDICATOR):
                under = chance.choice(self.elsewhere)
            value = self.value(under, typical[code] * TIMES[level])
            found.append(self.figure(activity, order, under, value, parts=parts, on=on))
        return found

    def value(self, under: Under, typical: float) -> Decimal | None:
        """What was reached; None where nobody counted."""
        chance = self.chance
        if chance.happens(UNKNOWN):
            return None
        if under.adds == "share":
            return Decimal(chance.randint(55, 95))
        number = chance.around(typical)
        if under.is_money:
            return Decimal(max(1, round(number * 2)) * (MILLION // 2))
        if under.is_split and number < 10:  # noqa: PLR2004 - 0,6 km is told so
            return Decimal(f"{max(0.1, number):.1f}")
        is_round = number >= 100 and chance.happens(0.7)  # noqa: PLR2004 - hundreds are told round
        return Decimal(round(number, -1) if is_round else max(1, round(number)))

    def figure(  # noqa: PLR0913 - a figure with all that belongs to it
        self,
        activity: int,
        order: int,
        under: Under,
        value: Decimal | None,
        *,
        parts: Iterable[Part],
        on: date,
        inside: int | None = None,
    ) -> Told:
        """One figure; what lies in another of the same indicator adds nothing."""
        bound = BOUNDS.draw(self.chance) if value is not None else Bound.EXACTLY
        out_of = Decimal(100) if under.adds == "share" and value is not None else None
        row: dict[str, Any] = {}
        if under.is_money:
            row = {"form": FORMS.draw(self.chance), "fund": FUNDS.draw(self.chance)}
        key = self.figures.add(
            activity_id=activity,
            order=order,
            indicator_id=under.pk,
            what=under.name,
            bound=bound,
            value=value,
            out_of=out_of,
            measure=under.measure,
            said=_said(bound, value, under.measure),
            part_of_id=inside,
            **row,
        )
        if under.root is not None and inside is None:
            for part in parts:
                weight = 1 if under.adds == "share" else part.weight
                self.contributions.add(
                    figure_id=key,
                    organiser_id=part.key,
                    unit_id=part.unit,
                    indicator_id=under.root,
                    on=on,
                    bound=bound,
                    value=None if value is None else value * weight,
                    out_of=out_of,
                )
        return Told(key, under, value)


def _under(indicator: Indicator) -> Under:
    return Under(
        pk=indicator.pk,
        root=indicator.root_id,
        name=indicator.name,
        measure="đồng" if indicator.is_money else indicator.measure,
        adds=indicator.adds,
        is_money=indicator.is_money,
        is_split=indicator.measure in {"km", "tấn"},
    )


def _said(bound: Bound, value: Decimal | None, measure: str) -> str:
    if value is None:
        return f"có {measure}, chưa rõ số"
    words = "" if bound == Bound.EXACTLY else f"{bound.label} "
    return f"{words}{spoken(value)} {measure}"
