"""The succession wizard: what has been chosen, what it would touch, and the act itself."""

from __future__ import annotations

from functools import cached_property

from ketnghia.accounts.models import Request
from ketnghia.units.concerned import Concern, concerned
from ketnghia.units.forms import SuccessionForm
from ketnghia.units.models import Seat, Unit, UnitQuerySet
from ketnghia.units.operations import succeed

SHOWN = 12


class Wizard:
    """One page in two steps: look, then save. What was chosen travels in the form itself."""

    def __init__(self, request: Request, allowed: UnitQuerySet) -> None:
        self.request = request
        self.allowed = allowed
        self.data = request.POST if request.method == "POST" else request.GET
        self.words = {side: self.data.get(f"tim-{side}", "") for side in ("cu", "moi")}

    def _chosen(self, name: str) -> list[Unit]:
        keys = [key for key in self.data.getlist(name) if key.isdigit()]
        return list(Unit.objects.filter(pk__in=keys).order_by("sort_key"))

    @cached_property
    def predecessors(self) -> list[Unit]:
        return [unit for unit in self._chosen("predecessors") if unit in self.allowed]

    @cached_property
    def successors(self) -> list[Unit]:
        return self._chosen("successors")

    @cached_property
    def old_choices(self) -> list[Unit]:
        """Living units of the person's own tree that match, beside those chosen."""
        words = self.words["cu"]
        found = self.allowed.filter(ended_on=None).ranked(words)[:SHOWN] if words else []
        return list(dict.fromkeys([*self.predecessors, *found]))

    @cached_property
    def new_choices(self) -> list[Unit]:
        words = self.words["moi"]
        found = Unit.objects.filter(ended_on=None).ranked(words)[:SHOWN] if words else []
        return list(dict.fromkeys([*self.successors, *found]))

    @cached_property
    def form(self) -> SuccessionForm:
        form = SuccessionForm(self.data if "kind" in self.data or self.is_saving else None)
        form.fields["predecessors"].choices = _choices(self.old_choices)  # type: ignore[attr-defined]
        form.fields["successors"].choices = _choices(self.new_choices)  # type: ignore[attr-defined]
        return form

    @property
    def is_saving(self) -> bool:
        return self.request.method == "POST" and "save" in self.data

    @property
    def is_looking(self) -> bool:
        return "look" in self.data and self.form.is_valid()

    @cached_property
    def concerns(self) -> list[Concern]:
        return concerned(self.predecessors)

    @cached_property
    def seats(self) -> list[Seat]:
        """People whose seat is in a unit that ends."""
        return list(
            Seat.objects.filter(unit__in=self.predecessors, valid_until=None).select_related(
                "user", "unit"
            )
        )

    def save(self) -> bool:
        if not self.is_saving:
            return False
        if not set(self._chosen("predecessors")) <= set(self.predecessors):
            return False
        return self.form.carry_out(succeed, by=self.request.user)


def _choices(units: list[Unit]) -> list[tuple[int, str]]:
    return [(unit.pk, unit.name) for unit in units]
