"""How much of what a person may see the first pages show, so that the centre's open as fast.

Whoever reaches a commune or a few provinces sees everything. A seat over a whole province or the
country reaches thousands of papers: the first pages then tell what concerns its own units, and
what lies below is found by a name, or in the lists of papers and duties.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, AgreementQuerySet, Duty, DutyQuerySet, Party
from ketnghia.exchanges.models import Exchange, ExchangeQuerySet, Participation
from ketnghia.overview.words import all_of
from ketnghia.rotations.models import Rotation, RotationPlace, RotationQuerySet
from ketnghia.units.models import Breadth, Seat, Unit, breadth_of, may_read
from ketnghia.vietnamese.text import fold

# With a wide reach and more papers than this, a person is shown their own units' matters first.
MANY_PAPERS = 100
# So many of the newest papers and meetings are looked through for a name.
LOOKED_THROUGH = 200
Found = TypeVar("Found", AgreementQuerySet, ExchangeQuerySet)


class Scope:
    """What the first pages of a person show; `words` narrow it to ties that are named so."""

    def __init__(self, user: User, words: str = "") -> None:
        self.user = user
        self.words = fold(words).split()

    @cached_property
    def is_narrow(self) -> bool:
        """Whether the person reaches too much to be told at once."""
        if breadth_of(self.user) == Breadth.FEW:
            return False
        if breadth_of(self.user) == Breadth.COUNTRY:
            return True
        return Agreement.objects.visible_to(self.user).order_by()[MANY_PAPERS:].exists()

    @cached_property
    def own(self) -> list[Unit]:
        """The units of the person's seats."""
        return list(Unit.objects.filter(seats__in=Seat.objects.of(self.user)).distinct())

    @property
    def own_names(self) -> str:
        return all_of([unit.short_name for unit in self.own])

    @property
    def most(self) -> int:
        """How many papers, and how many meetings, a search looks through."""
        return LOOKED_THROUGH

    @cached_property
    def own_ids(self) -> set[int]:
        """Keys of these units and of all they came from."""
        return {key for unit in self.own for key in (unit.pk, *unit.predecessor_ids())}

    @property
    def is_own(self) -> bool:
        """Whether only the person's own units are told; a search looks through everything."""
        return self.is_narrow and not self.words

    @property
    def papers(self) -> AgreementQuerySet:
        found = Agreement.objects.filter(signed_on__isnull=False)
        if self.is_own:
            mine = Party.objects.filter(unit__in=self.own_ids, agreement=OuterRef("pk"))
            return found.filter(Exists(mine))
        found = found.visible_to(self.user)
        return self._first(found, _named_papers) if self.is_narrow else found

    @property
    def duties(self) -> DutyQuerySet:
        if not self.is_own:
            return Duty.objects.visible_to(self.user)
        mine = Party.objects.filter(unit__in=self.own_ids).values_list("agreement", flat=True)
        return Duty.objects.filter(commitment__agreement__in=list(mine))

    @property
    def exchanges(self) -> ExchangeQuerySet:
        if self.is_own:
            mine = Participation.objects.filter(unit__in=self.own_ids, exchange=OuterRef("pk"))
            return Exchange.objects.filter(Exists(mine))
        found = Exchange.objects.visible_to(self.user)
        return self._first(found, _named_exchanges) if self.is_narrow else found

    @property
    def rotations(self) -> RotationQuerySet:
        """Orders of hosts; told only beside what the person's own units do where that is much."""
        if not self.is_narrow:
            return Rotation.objects.visible_to(self.user)
        mine = RotationPlace.objects.filter(unit__in=self.own_ids, rotation=OuterRef("pk"))
        return Rotation.objects.filter(Exists(mine))

    @property
    def sides(self) -> QuerySet[Participation]:
        """What units did in exchanges, on the person's side; all sides of what was looked for."""
        if self.is_own:
            return Participation.objects.filter(unit__in=self.own_ids)
        if self.is_narrow:
            return Participation.objects.filter(exchange__in=self.exchanges)
        return Participation.objects.filter(may_read(self.user))

    def mine_among(self, units: set[int]) -> set[int]:
        """Which of these units stand on the person's side of a tie."""
        if self.is_own:
            return self.own_ids & units
        found = Unit.objects.visible_to(self.user).filter(pk__in=units)
        return set(found.values_list("pk", flat=True))

    def _first(self, found: Found, named: Callable[[str], Q]) -> Found:
        """The newest that hold every word, as many as are looked through."""
        for word in self.words:
            found = found.filter(named(word))
        newest = "-signed_on" if found.model is Agreement else "-begins_on"
        keys = list(found.order_by(newest, "-pk").values_list("pk", flat=True)[:LOOKED_THROUGH])
        return found.filter(pk__in=keys)


def _named_papers(word: str) -> Q:
    """A word in the paper or its parties' names, or in the name of what a party went into."""
    parties = Party.objects.filter(
        agreement=OuterRef("pk"), unit__successions_out__successors__search_text__contains=word
    )
    return Q(search_text__contains=word) | Q(Exists(parties))


def _named_exchanges(word: str) -> Q:
    return Q(search_text__contains=word)
