"""The succession wizard: what has been chosen, what it would touch, and the act itself."""

from __future__ import annotations

from functools import cached_property

from django.utils.timezone import localdate

from ketnghia.accounts.models import Request
from ketnghia.units.concerned import Concern, concerned
from ketnghia.units.forms import SuccessionForm
from ketnghia.units.models import Seat, Unit, UnitQuerySet
from ketnghia.units.operations import refuse_wrong_succession, succeed

SHOWN = 12


class Wizard:
    """One page in two steps: look, then save. What was chosen travels in the form itself."""

    def __init__(self, request: Request, allowed: UnitQuerySet) -> None:
        self.request = request
        self.allowed = allowed
        self.data = request.POST if request.method == "POST" else request.GET
        self.words = {side: self.data.get(f"tim-{side}", "") for side in ("cu", "moi")}
        # All that was typed fits, so what it touches is shown, to be saved next.
        self.is_shown = self.is_looking and self.form.carry_out(refuse_wrong_succession)

    def _chosen(self, name: str, among: UnitQuerySet) -> list[Unit]:
        keys = [key for key in self.data.getlist(name) if key.isdigit()]
        return list(among.filter(pk__in=keys).order_by("sort_key")) if keys else []

    @cached_property
    def predecessors(self) -> list[Unit]:
        return self._chosen("predecessors", self.allowed)

    @cached_property
    def successors(self) -> list[Unit]:
        return self._chosen("successors", Unit.objects.all())

    @cached_property
    def old_choices(self) -> list[Unit]:
        """Living units of the person's own tree that match, beside those chosen."""
        words = self.words["cu"]
        found = self.allowed.filter(ended_on=None).ranked(words) if words else Unit.objects.none()
        return list(dict.fromkeys([*self.predecessors, *found[:SHOWN]]))

    @cached_property
    def new_choices(self) -> list[Unit]:
        words = self.words["moi"]
        living = Unit.objects.filter(ended_on=None)
        found = living.ranked(words) if words else living.none()
        return list(dict.fromkeys([*self.successors, *found[:SHOWN]]))

    @cached_property
    def form(self) -> SuccessionForm:
        """Only looking and saving judge what was typed; searching keeps it as it is."""
        if self.is_looking or self.is_saving:
            form = SuccessionForm(self.data)
        else:
            form = SuccessionForm(initial={**self.data.dict(), **self._chosen_keys()})
        form.fields["predecessors"].queryset = self.allowed  # type: ignore[attr-defined]
        form.fields["predecessors"].choices = _choices(self.old_choices)  # type: ignore[attr-defined]
        form.fields["successors"].choices = _choices(self.new_choices)  # type: ignore[attr-defined]
        return form

    def _chosen_keys(self) -> dict[str, list[int]]:
        return {
            "predecessors": [unit.pk for unit in self.predecessors],
            "successors": [unit.pk for unit in self.successors],
        }

    @property
    def is_looking(self) -> bool:
        return self.request.method == "POST" and "look" in self.data

    @property
    def is_saving(self) -> bool:
        return self.request.method == "POST" and "save" in self.data

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

    @cached_property
    def subordinates(self) -> int:
        """Units right below those that end."""
        return sum(
            Unit.objects.children_of(unit, on=localdate()).count() for unit in self.predecessors
        )

    def save(self) -> bool:
        return self.is_saving and self.form.carry_out(succeed, by=self.request.user)


def _choices(units: list[Unit]) -> list[tuple[int, str]]:
    return [(unit.pk, unit.name) for unit in units]
