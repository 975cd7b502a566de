"""The page of a round: one sentence first, then who may do what, quotas, numbers by state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.models import (
    AwardRound,
    Council,
    Decision,
    Honour,
    Nomination,
    Quota,
)
from ketnghia.commendations.taken import Quotas, Taken
from ketnghia.units.models import Seat, Unit
from ketnghia.vietnamese.dates import day, length


@dataclass(frozen=True)
class Ready:
    """An honour with how many nominations wait for its decision."""

    honour: Honour
    number: int


class RoundSheet:
    """What the page of a round tells to one person."""

    def __init__(self, round: AwardRound, user: User, *, today: date | None = None) -> None:  # noqa: A002
        self.round = round
        self.user = user
        self.today = today or localdate()

    @cached_property
    def may_edit(self) -> bool:
        return AwardRound.objects.editable_by(self.user).filter(pk=self.round.pk).exists()

    @cached_property
    def nominator(self) -> Unit | None:
        """The unit of the person that puts forward here: their own seat in the round's tree."""
        return nominator_of(self.round, self.user)

    @property
    def may_nominate(self) -> bool:
        return self.nominator is not None and self.round.is_open

    @cached_property
    def quotas(self) -> list[Taken]:
        """For the unit that opened it every quota; for a unit below what counts for it."""
        found = Quotas(self.round)
        if self.nominator and self.nominator.pk != self.round.unit_id:
            return found.for_unit(self.nominator)
        return [
            Taken(quota, found.of_whole(quota) if quota.scope == Quota.Scope.WHOLE else None)
            for quota in found.quotas
        ]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """How many the person sees in each state."""
        seen = Nomination.objects.visible_to(self.user).filter(round=self.round).order_by()
        return dict(seen.values_list("state").annotate(number=Count("pk")))

    @cached_property
    def councils(self) -> list[Council]:
        """Meetings, for who reads the unit that opened the round."""
        seen = Council.objects.visible_to(self.user).filter(round=self.round)
        return list(seen.annotate(said=Count("verdicts")))

    @cached_property
    def ready(self) -> list[Ready]:
        """What the council agreed and no decision holds yet, by honour."""
        agreed = Nomination.objects.visible_to(self.user).filter(
            round=self.round, state=Nomination.State.AGREED, decision=None
        )
        rows = agreed.order_by("honour__rank", "honour").values_list("honour")
        numbers = dict(rows.annotate(number=Count("pk")))
        honours = Honour.objects.in_bulk(numbers)
        return [Ready(honours[key], number) for key, number in numbers.items()]

    @cached_property
    def decisions(self) -> list[Decision]:
        seen = Decision.objects.visible_to(self.user).filter(nominations__round=self.round)
        return list(seen.select_related("honour").distinct())

    @property
    def petitions(self) -> list[Unit]:
        """Units whose petition the person may print: their own, or all that nominate."""
        seen = Nomination.objects.visible_to(self.user).living().filter(round=self.round)
        return list(Unit.objects.filter(pk__in=seen.values("nominator")).order_by("sort_key"))

    @property
    def state_words(self) -> list[str]:
        labels = Nomination.State
        return [
            f"{self.numbers[state]} {state.label}" for state in labels if self.numbers.get(state)
        ]

    @property
    def due_words(self) -> str:
        """How the day of nominations stands today."""
        words = {"day": day(self.round.due_on)}
        if self.round.closed_on:
            return _("Đã đóng ngày %(day)s.") % {"day": day(self.round.closed_on)}
        if self.round.is_due_past(self.today):
            words["length"] = length(self.round.due_on, self.today)
            return _("Hạn đề nghị %(day)s, đã qua %(length)s.") % words
        if self.round.due_on == self.today:
            return _("Hôm nay là hạn đề nghị.")
        words["length"] = length(self.today, self.round.due_on)
        return _("Hạn đề nghị %(day)s, còn %(length)s.") % words


def nominator_of(round: AwardRound, user: User) -> Unit | None:  # noqa: A002
    """The highest unit of a person's running seats that belongs to the tree of a round."""
    mine = Unit.objects.filter(
        seats__in=Seat.objects.of(user).filter(role__in=Seat.RUNNING),
    )
    inside = mine.filter(reached_by__holder=round.unit).distinct().order_by("began_on", "pk")
    found: Unit | None = inside.first()
    if found is None and mine.filter(reaches__unit=round.unit).exists():
        return round.unit
    return found
