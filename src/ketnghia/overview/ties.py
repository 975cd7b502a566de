"""Every tie a person may see, in a fixed number of queries: for home and the list of relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Count, Max, Min, Q
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.agreements.states import AgreementState
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.scopes import Scope
from ketnghia.overview.shapes import is_quiet, tie_shape
from ketnghia.units.lines import standing_for
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import length

# What states and shapes ask of a paper.
PARTS = ("parties__unit__names", "parties__inheritance", "renewals")


@dataclass
class Tie:
    """Two units and what ties them; `left` is on the person's own side."""

    left: Unit
    right: Unit
    today: date
    agreements: list[Agreement] = field(default_factory=list)
    last_on: date | None = None
    planned_on: date | None = None
    meetings: int = 0
    left_ids: set[int] = field(default_factory=set)
    right_ids: set[int] = field(default_factory=set)

    @property
    def url(self) -> str:
        return reverse("overview:relation", args=[self.left.pk, self.right.pk])

    @property
    def states(self) -> list[AgreementState]:
        return [agreement.state_on(self.today) for agreement in self.agreements]

    @property
    def is_quiet(self) -> bool:
        """Nothing recorded for a year, and somebody still waits: a single visit is done."""
        return self.shape in {"slack", "cut"} and is_quiet(self.last_on, self.today)

    @property
    def quiet_for(self) -> str:
        return length(self.last_on, self.today) if self.last_on else ""

    @cached_property
    def shape(self) -> str:
        """The shape of the tie (design.md §6)."""
        return tie_shape(
            self.states, meetings=self.meetings, last_on=self.last_on, today=self.today
        )

    @property
    def next_on(self) -> date | None:
        """The next day that binds: a meeting planned, or the end of a running paper."""
        ends = [a.last_day for a in self.agreements if a.last_day and a.last_day >= self.today]
        return min(filter(None, [self.planned_on, *ends]), default=None)

    @property
    def newest(self) -> Agreement | None:
        return max(self.agreements, key=lambda a: a.signed_on or date.min, default=None)


@dataclass(frozen=True)
class Met:
    """How often two units met, the last day they did, and the next one planned."""

    number: int
    last_on: date | None
    planned_on: date | None


def ties_of(user: User, *, today: date | None = None, scope: Scope | None = None) -> list[Tie]:
    """Ties of the units the person reaches, as far as the scope goes, by the partner's name."""
    scope = scope or Scope(user)
    day = today or localdate()
    papers = list(scope.papers.prefetch_related(*PARTS))
    meetings = _meetings(scope, day)
    involved = {party.unit_id for paper in papers for party in paper.parties.all()}
    involved |= {unit for pair in meetings for unit in pair}
    mine = scope.mine_among(involved)
    weaver = _Weaver(mine, involved, day)
    for paper in papers:
        for one, other in _pairs([party.unit_id for party in paper.parties.all()], mine):
            weaver.add(one, other, paper.signed_on, paper)
    for (one, other), met in meetings.items():
        if one in mine or other in mine:
            weaver.meet(one, other, met)
    return sorted(weaver.ties.values(), key=lambda t: (t.right.sort_key, t.left.sort_key))


class _Weaver:
    """Gathers papers and meetings into ties between the units that stand for both sides today."""

    def __init__(self, mine: set[int], involved: set[int], day: date) -> None:
        self.mine = mine
        self.day = day
        self.stands = standing_for(involved)
        found = Unit.objects.filter(pk__in=self.stands.values()).prefetch_related("names")
        self.units = {unit.pk: unit for unit in found}
        self.ties: dict[frozenset[int], Tie] = {}

    def add(self, one: int, other: int, on: date | None, paper: Agreement) -> None:
        """Weave in a paper of two units."""
        tie = self._between(one, other)
        if tie is not None:
            tie.last_on = _later(tie.last_on, on)
            if paper not in tie.agreements:
                tie.agreements.append(paper)

    def meet(self, one: int, other: int, met: Met) -> None:
        """Weave in that two units met, or will."""
        tie = self._between(one, other)
        if tie is not None:
            tie.meetings += met.number
            tie.last_on = _later(tie.last_on, met.last_on)
            tie.planned_on = min(filter(None, [tie.planned_on, met.planned_on]), default=None)

    def _between(self, one: int, other: int) -> Tie | None:
        """The tie of two units, with both written down on their sides; none with oneself."""
        left, right = self.stands[one], self.stands[other]
        if left == right:
            return None
        if left not in self.mine and right in self.mine:
            left, right, one, other = right, left, other, one
        new = Tie(self.units[left], self.units[right], self.day)
        tie = self.ties.setdefault(frozenset({left, right}), new)
        if tie.left.pk != left:
            one, other = other, one
        tie.left_ids.add(one)
        tie.right_ids.add(other)
        return tie


def _pairs(units: list[int], mine: set[int]) -> Iterable[tuple[int, int]]:
    for place, one in enumerate(units):
        for other in units[place + 1 :]:
            if one in mine or other in mine:
                yield one, other


def _meetings(scope: Scope, today: date) -> dict[tuple[int, int], Met]:
    """Pairs of units with what they held together and what they plan."""
    found: dict[tuple[int, int], Met] = {}
    held = Q(exchange__state__in=Exchange.HAPPENED, exchange__begins_on__lte=today)
    planned = Q(exchange__state__in=Exchange.COMING, exchange__begins_on__gte=today)
    pairs = (
        scope.sides.filter(held | planned)
        .values_list("unit", "exchange__participations__unit")
        .annotate(
            number=Count("exchange", filter=held),
            last=Max("exchange__ends_on", filter=held),
            next=Min("exchange__begins_on", filter=planned),
        )
        .order_by()
    )
    for one, other, number, last, upcoming in pairs:
        if one != other and (other, one) not in found:
            found[(one, other)] = Met(number, last, upcoming)
    return found


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)
