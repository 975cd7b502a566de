"""One relation: two lineages of units and everything recorded between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from ketnghia.activities.models import Activity
from ketnghia.agreements.amounts import Amount, total
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.states import AgreementState
from ketnghia.agreements.terms import Bound, Counted, Where, Who
from ketnghia.exchanges.models import Exchange, Gift, Participation
from ketnghia.units.models import Succession, Unit
from ketnghia.vietnamese.dates import months_between

# A tie without a rhythm of its own goes slack after a year, and is unknown after four.
SLACK_AFTER, UNKNOWN_AFTER = 12, 48
MEETINGS = {"visit", "talks", "seminar", "meeting", "review", "signing"}
LIVING = {AgreementState.IN_FORCE, AgreementState.SIGNED, AgreementState.SIGNATORY_ENDED}


def today_side(unit: Unit) -> Unit:
    """The unit that stands for a side today: its one living successor, else itself."""
    if unit.is_living:
        return unit
    living = Unit.objects.filter(pk__in=unit.successor_ids()).living_on(localdate())
    found = list(living[:2])
    return found[0] if len(found) == 1 else unit


@dataclass(frozen=True)
class GiftTotal:
    """What one side gave: the honest sum of what has a value, and how many have none."""

    giver: str
    amount: Amount | None
    unknown: int


@dataclass(frozen=True)
class Turn:
    """Who hosted in a year; `side` is a, b, or empty when not recorded or elsewhere."""

    year: int
    side: str
    exchange: Exchange | None
    is_next: bool = False
    before: date | None = None


class Relation:
    """Everything between two units, whatever they were called; side "a" is ours if one is."""

    def __init__(self, one: Unit, other: Unit, *, today: date | None = None) -> None:
        self.a, self.b = today_side(one), today_side(other)
        self.a_ids, self.b_ids = self.a.lineage_ids(), self.b.lineage_ids()
        self.today = today or localdate()

    @cached_property
    def agreements(self) -> list[Agreement]:
        """Papers between the two, newest first."""
        found = Agreement.objects.between(self.a_ids, self.b_ids).with_parts()
        return list(found.filter(signed_on__isnull=False).order_by("-signed_on", "-pk"))

    @cached_property
    def exchanges(self) -> list[Exchange]:
        one = Participation.objects.filter(unit__in=self.a_ids).values("exchange")
        other = Participation.objects.filter(unit__in=self.b_ids).values("exchange")
        found = Exchange.objects.filter(pk__in=one).filter(pk__in=other)
        return list(
            found.exclude(state=Exchange.State.CANCELLED)
            .prefetch_related("participations__unit__names", "participations__head")
            .order_by("begins_on", "pk")
        )

    @cached_property
    def activities(self) -> list[Activity]:
        """Activities one side ran with the other, or at the other's place."""
        found = Activity.objects.filter(
            Q(organisers__unit__in=self.a_ids, partner__in=self.b_ids)
            | Q(organisers__unit__in=self.b_ids, partner__in=self.a_ids)
            | Q(organisers__unit__in=self.a_ids, at_unit__in=self.b_ids)
            | Q(organisers__unit__in=self.b_ids, at_unit__in=self.a_ids)
        )
        return list(found.distinct().order_by("begins_on", "pk"))

    @cached_property
    def gifts(self) -> list[Gift]:
        found = Gift.objects.filter(
            Q(giver__in=self.a_ids, receiver__in=self.b_ids)
            | Q(giver__in=self.b_ids, receiver__in=self.a_ids)
        )
        return list(found.prefetch_related("giver__names").order_by("on", "pk"))

    @cached_property
    def gift_totals(self) -> list[GiftTotal]:
        totals = []
        for unit, ids in ((self.a, self.a_ids), (self.b, self.b_ids)):
            given = [gift for gift in self.gifts if gift.giver_id in ids]
            amounts = [Amount(g.value, Bound(g.bound)) for g in given if g.value is not None]
            unknown = len(given) - len(amounts)
            if given:
                totals.append(GiftTotal(unit.short_name, total(amounts), unknown))
        return totals

    @cached_property
    def mergers(self) -> list[Succession]:
        """Successions of either side since the first thing recorded between them."""
        ids = self.a_ids | self.b_ids
        found = Succession.objects.filter(predecessors__in=ids).distinct()
        return list(found.prefetch_related("predecessors__names", "successors__names"))

    @cached_property
    def current(self) -> Agreement | None:
        """The paper whose duties the page shows: the newest in force, else the newest."""
        living = [a for a in self.agreements if a.state_on(self.today) in LIVING]
        return next(iter(living or self.agreements), None)

    @cached_property
    def duties(self) -> list[Duty]:
        """The duties of the current paper in the period of today, else in its last one."""
        if self.current is None:
            return []
        found = list(
            Duty.objects.filter(commitment__agreement=self.current)
            .select_related("commitment", "party__unit")
            .prefetch_related(
                "commitment__branches",
                "commitment__delegates__names",
                "evidence",
                "party__unit__names",
            )
            .order_by("commitment__order", "starts_on", "party__order")
        )
        return [duty for duty in found if duty.starts_on == self._period_of(duty, found)]

    def _period_of(self, duty: Duty, all_duties: list[Duty]) -> date:
        starts = sorted(d.starts_on for d in all_duties if d.commitment_id == duty.commitment_id)
        begun = [start for start in starts if start <= self.today]
        return begun[-1] if begun else starts[0]

    @cached_property
    def last_on(self) -> date | None:
        """The day of the last thing recorded along the tie."""
        days = [a.signed_on for a in self.agreements if a.signed_on]
        days += [e.ends_on for e in self.exchanges if e.ends_on <= self.today]
        days += [a.ends_on for a in self.activities] + [g.on for g in self.gifts]
        return max(days, default=None)

    @property
    def shape(self) -> str:
        """The shape of the tie (design.md §6)."""
        states = [a.state_on(self.today) for a in self.agreements]
        if AgreementState.SIGNATORY_ENDED in states:
            return "cut"
        if any(state in LIVING for state in states):
            return "slack" if self._is_quiet else "taut"
        is_done = all(state == AgreementState.ENDED for state in states)
        return "off" if is_done else "slack" if self._is_quiet else "taut"

    @property
    def _is_quiet(self) -> bool:
        return self.last_on is None or months_between(self.last_on, self.today) >= SLACK_AFTER

    def side_of(self, unit_id: int) -> str:
        return "a" if unit_id in self.a_ids else "b" if unit_id in self.b_ids else ""

    @cached_property
    def host_turns(self) -> list[Turn]:
        """Who hosted, newest first; a year without a record is told, never called skipped."""
        hosted: dict[int, Turn] = {}
        for exchange in self.exchanges:
            if exchange.kind in MEETINGS and exchange.state == Exchange.State.HELD:
                year = exchange.begins_on.year
                hosted[year] = Turn(year, self.host_side(exchange), exchange)
        coming = self._next_turn(hosted)
        if not hosted:
            return [coming] if coming else []
        first, last = min(hosted), max(hosted)
        years = [
            hosted.get(y) or Turn(y, "", None) for y in range(last, max(first, last - 6) - 1, -1)
        ]
        return ([coming] if coming else []) + years

    def host_side(self, exchange: Exchange) -> str:
        hosts = [p.unit_id for p in exchange.participations.all() if p.role == "host"]
        return next((side for side in map(self.side_of, hosts) if side), "")

    def _next_turn(self, hosted: dict[int, Turn]) -> Turn | None:
        """Where a paper says the sides take turns: the side that did not host last."""
        meeting = [
            duty
            for duty in self.duties
            if duty.commitment.who == Who.JOINTLY
            and any(b.counted == Counted.MEETING for b in duty.commitment.branches.all())
        ]
        known = [turn for _year, turn in sorted(hosted.items()) if turn.side]
        if not meeting or not known or meeting[0].is_met:
            return None
        other = "b" if known[-1].side == "a" else "a"
        before = meeting[0].ends_on
        year = before.year if before else self.today.year
        return Turn(year, other, None, is_next=True, before=before)


@dataclass(frozen=True)
class DutyRow:
    """One promise in the table of this period: a cell for each side, or one across both."""

    commitment: Any
    joint: Duty | None
    a: Duty | None
    b: Duty | None
    note: str


def duty_rows(relation: Relation) -> list[DutyRow]:
    rows: dict[int, dict[str, Duty]] = {}
    for duty in relation.duties:
        side = relation.side_of(duty.party.unit_id) if duty.party else "joint"
        rows.setdefault(duty.commitment_id, {})[side] = duty
    return [
        DutyRow(
            commitment=next(iter(cells.values())).commitment,
            joint=cells.get("joint"),
            a=cells.get("a"),
            b=cells.get("b"),
            note=_note(next(iter(cells.values()))),
        )
        for cells in rows.values()
    ]


def _note(duty: Duty) -> str:
    commitment = duty.commitment
    parts = [str(commitment.get_who_display())]
    if duty.is_counted:
        parts.append(str(commitment.get_rhythm_display()))
    if commitment.where == Where.FRIEND:
        parts.append(str(commitment.get_where_display()))
    return ", ".join(parts)
