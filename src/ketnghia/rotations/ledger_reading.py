"""Reading ledgers of turns: what many orders need, in a number of questions that does not grow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.agreements.chains import chains
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, RotationQuerySet, TurnDecision
from ketnghia.rotations.turn_book import tell
from ketnghia.rotations.turns import Facts, Meeting, Ruling, Skip, Swap
from ketnghia.units.lines import Lines, lineages, standing_for
from ketnghia.units.models import Unit

# Kinds of exchange at which one side receives the other: under a paper only these use up a turn.
MEETINGS = frozenset(
    {
        Exchange.Kind.VISIT,
        Exchange.Kind.TALKS,
        Exchange.Kind.SEMINAR,
        Exchange.Kind.MEETING,
        Exchange.Kind.REVIEW,
        Exchange.Kind.SIGNING,
    }
)
TWO = 2


def ledgers_of(
    rotations: RotationQuerySet, *, seen_by: User | None = None, today: date | None = None
) -> list[Ledger]:
    """The ledgers of these orders; the number of questions does not grow with their number.

    For a person also what they may see of other meetings between the same units: these use up
    nobody's turn, so whose turn it is can be asked without.
    """
    found = rotations.select_related("series", "agreement").prefetch_related(
        "places__unit__names", "decisions"
    )
    return _Reader(list(found), seen_by, today or localdate()).ledgers()


def ledger_of(rotation: Rotation, *, seen_by: User | None = None) -> Ledger:
    """The ledger of one order as it stands now."""
    found = Rotation.objects.filter(pk=rotation.pk)
    return ledgers_of(found, seen_by=seen_by)[0]


class _Reader:
    """Reads what all the orders need, then tells each from its own part of it."""

    def __init__(self, rotations: list[Rotation], user: User | None, today: date) -> None:
        self.rotations = rotations
        self.user = user
        self.today = today
        self.units = {place.unit_id for one in rotations for place in one.places.all()}

    def ledgers(self) -> list[Ledger]:
        return [self._ledger(rotation) for rotation in self.rotations]

    @cached_property
    def lines(self) -> Lines:
        return lineages(self.units)

    @cached_property
    def stands(self) -> dict[int, Unit]:
        """For each unit of a line the one that stands for it today."""
        heirs = standing_for({unit for line in self.lines.values() for unit in line})
        units = {p.unit_id: p.unit for one in self.rotations for p in one.places.all()}
        others = set(heirs.values()) - units.keys()
        if others:
            units |= Unit.objects.prefetch_related("names").in_bulk(others)
        return {unit: units[heir] for unit, heir in heirs.items()}

    @cached_property
    def papers(self) -> dict[int, set[int]]:
        return chains({one.agreement_id for one in self.rotations if one.agreement_id})

    @cached_property
    def signed(self) -> dict[int, date]:
        """When the papers of all chains were signed: history, told only to a person."""
        if self.user is None:
            return {}
        keys = {paper for chain in self.papers.values() for paper in chain}
        rows = Agreement.objects.filter(pk__in=keys, signed_on__lte=self.today)
        return {pk: on for pk, on in rows.values_list("pk", "signed_on") if on}

    @cached_property
    def exchanges(self) -> list[Any]:
        """What belongs to one of the orders, and what else two of its units did together."""
        wanted = Q(series__in=[one.series_id for one in self.rotations if one.series_id])
        wanted |= Q(agreement__in={paper for chain in self.papers.values() for paper in chain})
        wanted |= Q(pk__in={pk for one in self.rotations for pk in _ruled(one)})
        found = Exchange.objects.all()
        if self.user:
            units = {unit for line in self.lines.values() for unit in line}
            parts = Participation.objects.filter(unit__in=units)
            wanted |= Q(pk__in=parts.values("exchange"), kind__in=MEETINGS)
            found = found.seen_by(self.user)
        found = found.filter(wanted).exclude(state=Exchange.State.CANCELLED)
        return list(
            found.order_by("begins_on", "pk").prefetch_related("participations__unit__names")
        )

    @cached_property
    def by_subject(self) -> dict[tuple[str, int], list[Any]]:
        """Exchanges by the series, the paper and each unit they belong to."""
        found: dict[tuple[str, int], list[Any]] = {}
        for exchange in self.exchanges:
            keys = {("series", exchange.series_id), ("paper", exchange.agreement_id)}
            keys.add(("exchange", exchange.pk))
            keys |= {("unit", part.unit_id) for part in exchange.participations.all()}
            for key in keys:
                found.setdefault(key, []).append(exchange)
        return found

    def _exchanges_for(self, rotation: Rotation) -> list[Any]:
        """What may have a place in an order, in time."""
        keys = [("series", rotation.series_id)] if rotation.series_id else []
        keys += [("paper", paper) for paper in self._chain(rotation)]
        keys += [("exchange", exchange) for exchange in _ruled(rotation)]
        if self.user and not rotation.series_id:
            places = rotation.places.all()
            keys += [("unit", unit) for place in places for unit in self.lines[place.unit_id]]
        found = {one.pk: one for key in keys for one in self.by_subject.get(key, ())}
        return sorted(found.values(), key=lambda one: (one.begins_on, one.pk))

    def _chain(self, rotation: Rotation) -> Collection[int]:
        return self.papers.get(rotation.agreement_id or 0, ())

    def _ledger(self, rotation: Rotation) -> Ledger:
        happened, coming, meetings = {}, [], []
        for exchange in self._exchanges_for(rotation):
            meeting = self._meeting(rotation, exchange)
            if meeting and exchange.has_happened and exchange.begins_on <= self.today:
                happened[exchange.pk] = exchange
                meetings.append(meeting)
            elif meeting and meeting.counts and exchange.is_coming:
                coming.append(exchange)
        order = [place.place for place in rotation.places.all()]
        told = tell(order, rotation.rhythm, self._facts(rotation, meetings))
        papers = frozenset(self._chain(rotation))
        return Ledger(rotation, told, self.today, happened, coming, self.stands, self.lines, papers)

    def _meeting(self, rotation: Rotation, exchange: Exchange) -> Meeting | None:
        """An exchange as the ledger of an order sees it; None where it has no place in it."""
        counts = self._belongs(rotation, exchange)
        parts = list(exchange.participations.all())
        is_told = counts or exchange.pk in _ruled(rotation)
        if not is_told and not self._is_between(rotation, exchange, parts):
            return None
        hosts = {part.unit_id for part in parts if part.role == Participation.Role.HOST}
        hosting = tuple(
            place.pk for place in rotation.places.all() if self.lines[place.unit_id] & hosts
        )
        return Meeting(exchange.pk, exchange.begins_on, hosting, bool(hosts), counts)

    def _belongs(self, rotation: Rotation, exchange: Exchange) -> bool:
        if rotation.series_id:
            return exchange.series_id == rotation.series_id
        return exchange.agreement_id in self._chain(rotation) and exchange.kind in MEETINGS

    def _is_between(
        self, rotation: Rotation, exchange: Any, parts: Sequence[Participation]
    ) -> bool:
        """A meeting of two of the order beside the paper, told only to who may see it."""
        if rotation.series_id or not self.user or exchange.kind not in MEETINGS:
            return False
        if not exchange.may_be_seen:
            return False
        present = {part.unit_id for part in parts}
        lines = [self.lines[place.unit_id] for place in rotation.places.all()]
        return sum(bool(line & present) for line in lines) >= TWO

    def _facts(self, rotation: Rotation, meetings: Iterable[Meeting]) -> Facts:
        said = list(rotation.decisions.all())
        return Facts(
            tuple(meetings),
            tuple(map(_skip, _of(said, TurnDecision.Kind.SKIP))),
            tuple(map(_swap, _of(said, TurnDecision.Kind.SWAP))),
            tuple(map(_ruling, _of(said, TurnDecision.Kind.COUNT))),
            tuple(self.signed[paper] for paper in self._chain(rotation) if paper in self.signed),
        )


def _ruled(rotation: Rotation) -> set[int]:
    """Exchanges about which a person said whose turn they used up."""
    return {said.exchange_id for said in rotation.decisions.all() if said.exchange_id}


def _of(decisions: Iterable[TurnDecision], kind: TurnDecision.Kind) -> list[TurnDecision]:
    return [decision for decision in decisions if decision.kind == kind]


def _skip(said: TurnDecision) -> Skip:
    assert said.place_id is not None  # noqa: S101 - a constraint says so
    return Skip(said.pk, said.place_id, said.year or said.decided_on.year, said.decided_on)


def _swap(said: TurnDecision) -> Swap:
    assert said.place_id is not None  # noqa: S101 - a constraint says so
    assert said.by_place_id is not None  # noqa: S101 - a constraint says so
    year = said.year or said.decided_on.year
    return Swap(said.pk, said.place_id, said.by_place_id, year, said.decided_on)


def _ruling(said: TurnDecision) -> Ruling:
    assert said.exchange_id is not None  # noqa: S101 - a constraint says so
    return Ruling(said.pk, said.exchange_id, said.place_id)
