"""One relation: two lineages of units and everything recorded between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q, prefetch_related_objects
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Organiser
from ketnghia.agreements.models import Agreement, Duty, Party
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.gifts.models import Gift
from ketnghia.gifts.sums import Sum, sums
from ketnghia.overview.shapes import LIVING, is_quiet, tie_shape
from ketnghia.rotations.ledger_reading import ledgers_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, RotationPlace
from ketnghia.units.models import Succession, Unit

GIFTS_SHOWN = 8


def today_side(unit: Unit) -> Unit:
    """The unit that stands for a side today: its one living successor, else itself."""
    if unit.is_living:
        return unit
    living = Unit.objects.filter(pk__in=unit.successor_ids()).living_on(localdate())
    found = list(living[:2])
    return found[0] if len(found) == 1 else unit


@dataclass(frozen=True)
class GiftTotal:
    """What one side gave of one kind: the honest sum of what has a value."""

    giver: str
    sum: Sum


class Relation:
    """Everything between two units, whatever they were called, as far as a person may see it."""

    def __init__(self, one: Unit, other: Unit, *, user: User, today: date | None = None) -> None:
        self.a, self.b = today_side(one), today_side(other)
        prefetch_related_objects([self.a, self.b], "names", "successions_in__predecessors__names")
        self.a_ids, self.b_ids = self.a.lineage_ids(), self.b.lineage_ids()
        self.user = user
        self.today = today or localdate()

    @cached_property
    def mine(self) -> set[int]:
        """Units of both sides whose papers the person may read; a sister heir's stay hidden."""
        reached = Unit.objects.visible_to(self.user).filter(pk__in=self.a_ids | self.b_ids)
        return set(reached.values_list("pk", flat=True))

    @cached_property
    def agreements(self) -> list[Agreement]:
        """Papers between the two, newest first."""
        seen = Party.objects.filter(unit__in=self.mine).values("agreement")
        found = Agreement.objects.between(self.a_ids, self.b_ids).filter(pk__in=seen)
        signed = found.filter(signed_on__isnull=False).with_parts()
        return list(signed.order_by("-signed_on", "-pk"))

    @cached_property
    def exchanges(self) -> list[Exchange]:
        one = Participation.objects.filter(unit__in=self.a_ids).values("exchange")
        other = Participation.objects.filter(unit__in=self.b_ids).values("exchange")
        seen = Participation.objects.filter(unit__in=self.mine).values("exchange")
        found = Exchange.objects.filter(pk__in=one).filter(pk__in=other).filter(pk__in=seen)
        return list(
            found.exclude(state=Exchange.State.CANCELLED)
            .prefetch_related("participations")
            .order_by("begins_on", "pk")
        )

    @cached_property
    def activities(self) -> list[Activity]:
        """Activities one side ran with the other, or at the other's place."""
        seen = Organiser.objects.filter(unit__in=self.mine).values("activity")
        found = Activity.objects.filter(Q(pk__in=seen) | Q(partner__in=self.mine)).filter(
            Q(organisers__unit__in=self.a_ids, partner__in=self.b_ids)
            | Q(organisers__unit__in=self.b_ids, partner__in=self.a_ids)
            | Q(organisers__unit__in=self.a_ids, at_unit__in=self.b_ids)
            | Q(organisers__unit__in=self.b_ids, at_unit__in=self.a_ids)
        )
        return list(found.distinct().prefetch_related("organisers").order_by("begins_on", "pk"))

    @cached_property
    def ledgers(self) -> list[Ledger]:
        """Ledgers of turns both sides have a place in, that of the current paper first."""
        found = Rotation.objects.visible_to(self.user)
        for ids in (self.a_ids, self.b_ids):
            found = found.filter(
                pk__in=RotationPlace.objects.filter(unit__in=ids).values("rotation")
            )
        told = ledgers_of(found.order_by("pk"), seen_by=self.user, today=self.today)
        papers = [agreement.pk for agreement in self.agreements]
        return sorted(told, key=lambda one: _rank(papers, one.rotation.agreement_id))

    @property
    def ledger(self) -> Ledger | None:
        return next(iter(self.ledgers), None)

    @cached_property
    def gifts(self) -> list[Gift]:
        found = Gift.objects.filter(
            Q(giver__in=self.a_ids, receiver__in=self.b_ids)
            | Q(giver__in=self.b_ids, receiver__in=self.a_ids)
        ).filter(Q(giver__in=self.mine) | Q(receiver__in=self.mine))
        return list(found.select_related("giver").prefetch_related("giver__names"))

    @cached_property
    def gift_totals(self) -> list[GiftTotal]:
        """What each side gave: kinds and currencies apart, bounds kept."""
        return [
            GiftTotal(unit.short_name, one)
            for unit, ids in ((self.a, self.a_ids), (self.b, self.b_ids))
            for one in sums(gift.lot for gift in self.gifts if gift.giver_id in ids)
            if one.money or one.counts
        ]

    @property
    def gifts_shown(self) -> list[Gift]:
        """The newest, as many as a column holds; the book has them all."""
        return self.gifts[-GIFTS_SHOWN:][::-1]

    @property
    def gifts_of_unknown_value(self) -> int:
        return sum(gift.value is None for gift in self.gifts)

    @cached_property
    def mergers(self) -> list[Succession]:
        """What became of the units of either side."""
        found = Succession.objects.filter(predecessors__in=self.a_ids | self.b_ids).distinct()
        return list(found.prefetch_related("predecessors__names", "successors__names"))

    @cached_property
    def current(self) -> Agreement | None:
        """The paper whose duties the page shows: the newest in force, else the newest."""
        living = [a for a in self.agreements if a.state_on(self.today) in LIVING]
        return next(iter(living or self.agreements), None)

    @cached_property
    def all_duties(self) -> list[Duty]:
        """Every duty of the current paper, all its periods."""
        if self.current is None:
            return []
        return list(
            Duty.objects.filter(commitment__agreement=self.current)
            .select_related("commitment__side", "party")
            .prefetch_related(
                "commitment__branches",
                "commitment__delegates__names",
                "evidence",
            )
            .order_by("commitment__order", "starts_on", "party__order")
        )

    @cached_property
    def duties(self) -> list[Duty]:
        """Those of the period of today, else of the last one."""
        starts: dict[int, list[date]] = {}
        for duty in self.all_duties:
            starts.setdefault(duty.commitment_id, []).append(duty.starts_on)
        return [
            duty
            for duty in self.all_duties
            if duty.starts_on == _period_of(starts[duty.commitment_id], self.today)
        ]

    @cached_property
    def recorded_ids(self) -> set[int]:
        """Units of both sides that stand in a record of the relation."""
        found = {party.unit_id for paper in self.agreements for party in paper.parties.all()}
        found |= {part.unit_id for e in self.exchanges for part in e.participations.all()}
        found |= {organiser.unit_id for a in self.activities for organiser in a.organisers.all()}
        found |= {unit for gift in self.gifts for unit in (gift.giver_id, gift.receiver_id)}
        return found & (self.a_ids | self.b_ids)

    @cached_property
    def last_on(self) -> date | None:
        """The day of the last thing recorded along the tie."""
        days = [a.signed_on for a in self.agreements if a.signed_on]
        days += [e.ends_on for e in self.exchanges if e.has_happened]
        days += [a.ends_on for a in self.activities] + [g.on for g in self.gifts]
        return max((day for day in days if day <= self.today), default=None)

    @property
    def shape(self) -> str:
        """The shape of the tie (design.md §6)."""
        return tie_shape(
            [a.state_on(self.today) for a in self.agreements],
            meetings=len(self.exchanges) + len(self.activities),
            last_on=self.last_on,
            today=self.today,
        )

    @property
    def is_quiet(self) -> bool:
        return is_quiet(self.last_on, self.today)

    def side_of(self, unit_id: int) -> str:
        return "a" if unit_id in self.a_ids else "b" if unit_id in self.b_ids else ""

    def unit_on(self, side: str) -> Unit:
        return self.b if side == "b" else self.a

    def host_side(self, exchange: Exchange) -> str:
        hosts = [p.unit_id for p in exchange.participations.all() if p.role == "host"]
        return next((side for side in map(self.side_of, hosts) if side), "")

    def stands_outside(self, exchange: Exchange) -> bool:
        """Whether a third unit hosted: the meeting used up nobody's turn."""
        hosts = [p.unit_id for p in exchange.participations.all() if p.role == "host"]
        return bool(hosts) and not any(map(self.side_of, hosts))


def _rank(papers: list[int], paper: int | None) -> int:
    """The place of a paper among those of the relation, newest first; others stand behind."""
    return papers.index(paper) if paper in papers else len(papers)


def _period_of(starts: list[date], today: date) -> date:
    begun = [start for start in starts if start <= today]
    return max(begun, default=min(starts))
