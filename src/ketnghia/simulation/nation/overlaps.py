"""Figures of a month that may hold a deed's own: questions that wait, and some answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ketnghia.activities.models import Overlap
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.figures import Figures, Part, Told
from ketnghia.simulation.nation.moments import moment

ARISES = 0.6
ANSWERS = Weighted([("waiting", 40), ("separate", 30), ("part", 30), ("same", 5)])


class Overlaps:
    """Writes a deed's figure beside the month's, with the question between them."""

    def __init__(self, figures: Figures, seed: int) -> None:
        self.figures = figures
        self.chance = Chance(seed, "overlaps")
        self.overlaps = Table(Overlap)

    @property
    def tables(self) -> list[Table]:
        return [self.overlaps]

    def arises(self) -> bool:
        return self.chance.happens(ARISES)

    def write(
        self, month: list[Told], activity: int, parts: list[Part], on: date, user: int | None
    ) -> None:
        """The deed says a part of one of the month's figures; the guard asks, somebody answers."""
        whole = next((told for told in month if told.value and told.under.adds == "sum"), None)
        if whole is None or whole.value is None:
            return
        answer = ANSWERS.draw(self.chance)
        is_inside = answer in {"part", "same"}
        value = (
            whole.value
            if answer == "same"
            else self.figures.value(whole.under, float(whole.value) / 5)
        )
        inner = self.figures.figure(
            activity,
            1,
            whole.under,
            value,
            parts=parts,
            on=on,
            inside=whole.key if is_inside else None,
        )
        answered: dict[str, Any] = {}
        if answer != "waiting":
            answered = {"answered_by_id": user, "answered_at": moment(on + timedelta(days=30))}
        self.overlaps.add(
            first_id=whole.key,
            second_id=inner.key,
            reason=Overlap.Reason.SPAN,
            answer=answer,
            kept_id=whole.key if is_inside else None,
            **answered,
        )
