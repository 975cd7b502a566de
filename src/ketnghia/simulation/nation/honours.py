"""Commendations of three years: decisions of provinces and communes with everybody they honour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ketnghia.commendations.models import Award, Book, Decision, Honour
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance
from ketnghia.simulation.nation.land import COMMUNE, PROVINCE, Actor, Land
from ketnghia.simulation.nation.moments import moment
from ketnghia.simulation.nation.people import Heads
from ketnghia.units.models import searchable
from ketnghia.vietnamese.text import fold

REASONS = (
    "Có thành tích xuất sắc trong công tác Đoàn và phong trào thanh thiếu nhi",
    "Có thành tích trong chiến dịch tình nguyện",
    "Có nhiều đóng góp cho hoạt động kết nghĩa",
)


@dataclass(frozen=True, slots=True)
class Giver:
    """How units of a level honour: the form, how often a year, how many each time."""

    honour: str
    days: tuple[tuple[int, int], ...]
    collectives: int
    people: int
    money: tuple[int, int]


GIVERS = {
    PROVINCE: Giver("provincial-bang-khen", ((3, 26), (12, 25)), 30, 30, (1_000_000, 500_000)),
    COMMUNE: Giver("base-giay-khen", ((12, 20),), 4, 6, (300_000, 200_000)),
}


class Honours:
    """Writes decisions, the lines of registers under them, and the numbers they took."""

    def __init__(
        self,
        land: Land,
        heads: Heads,
        users: dict[int, int],
        seed: int,
        *,
        first: date,
        today: date,
    ) -> None:
        self.land, self.heads, self.users = land, heads, users
        self.first, self.today = first, today
        self.chance = Chance(seed, "honours")
        self.decisions, self.awards, self.books = Table(Decision), Table(Award), Table(Book)
        self.honours = {honour.code: honour for honour in Honour.objects.filter(owner=None)}
        self.names = dict(Person.objects.values_list("pk", "name"))
        self.below = self._below()
        self.numbers: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])

    @property
    def tables(self) -> list[Table]:
        return [self.decisions, self.awards, self.books]

    def write(self) -> int:
        """Every decision of the years that are made; returns how many lines the registers have."""
        for day, level, giver in self._days():
            for actor in self.land.on(day)[level]:
                self._decide(actor, giver, day)
        for (unit, year), (_decisions, last) in self.numbers.items():
            self.books.add(unit_id=unit, year=year, last_number=last)
        return self.awards.next - 1

    def _days(self) -> Iterator[tuple[date, str, Giver]]:
        for year in range(self.first.year, self.today.year + 1):
            for level, giver in GIVERS.items():
                for month, number in giver.days:
                    day = date(year, month, number)
                    if self.first <= day <= self.today:
                        yield day, level, giver

    def _below(self) -> dict[int, list[Actor]]:
        """Those a unit honours: everything that stands, or stood, right below it and lower."""
        found: dict[int, list[Actor]] = defaultdict(list)
        for by_level in (self.land.new, self.land.old):
            for actors in by_level.values():
                for actor in actors:
                    here = self.land.above.get(actor.pk)
                    while here is not None:
                        found[here.pk].append(actor)
                        here = self.land.above.get(here.pk)
        return found

    def _decide(self, actor: Actor, giver: Giver, on: date) -> None:
        among = list({one.pk: one for one in self.below[actor.pk]}.values())
        if not among:
            return
        honour = self.honours[giver.honour]
        taken = self.numbers[(actor.pk, on.year)]
        taken[0] += 1
        number = f"{taken[0]}-QĐ/ĐTN"
        about = f"khen thưởng năm {on.year}"
        decision = self.decisions.add(
            keeper_id=actor.pk,
            unit_id=actor.pk,
            honour_id=honour.pk,
            number=number,
            decided_on=on,
            about=about,
            money_collective=Decimal(giver.money[0]),
            money_person=Decimal(giver.money[1]),
            ceremony_on=min(on + timedelta(days=3), self.today),
            issued_by_id=self.users.get(actor.pk),
            issued_at=moment(on),
            drafted_at=moment(on),
            search_text=searchable([number, about, honour.name, actor.name]),
        )
        line = Line(self, actor, honour, decision, number, on)
        units = self.chance.sample(among, min(giver.collectives, len(among)))
        people = self.chance.sample(among, min(giver.people, len(among)))
        for one in units:
            line.write(one, Kind.COLLECTIVE, giver.money[0])
        for one in people:
            if one.pk in self.heads:
                line.write(one, Kind.PERSON, giver.money[1])


@dataclass
class Line:
    """The lines of one decision, in their order, each with the next number of the register."""

    of: Honours
    keeper: Actor
    honour: Honour
    decision: int
    paper: str
    on: date
    order: int = 0

    def write(self, one: Actor, kind: Kind, money: int) -> None:
        self.order += 1
        taken = self.of.numbers[(self.keeper.pk, self.on.year)]
        taken[1] += 1
        reason = self.of.chance.choice(REASONS)
        told, title, row = self._whom(one, kind)
        words = [told, title, one.name if row["unit_id"] else "", told if row["person_id"] else "",
                 one.name if row["of_unit_id"] else "", self.honour.name, self.paper,
                 str(taken[1]), reason]  # fmt: skip
        self.of.awards.add(
            keeper_id=self.keeper.pk,
            decision_id=self.decision,
            order=self.order,
            honour_id=self.honour.pk,
            issuer_id=self.keeper.pk,
            kind=kind,
            name=told,
            title=title,
            on=self.on,
            year=self.on.year,
            reason=reason,
            money=Decimal(money),
            certificate=str(taken[1]),
            ceremony_on=min(self.on + timedelta(days=3), self.of.today),
            recorded_by_id=self.of.users.get(self.keeper.pk),
            recorded_at=moment(self.on),
            search_text=fold(" | ".join(word for word in words if word)),
            **row,
        )

    def _whom(self, one: Actor, kind: Kind) -> tuple[str, str, dict[str, int | None]]:
        """The name and title the line tells, and the records it is tied to."""
        if kind == Kind.COLLECTIVE:
            return one.name, "", {"unit_id": one.pk, "person_id": None, "of_unit_id": None}
        head = self.of.heads[one.pk]
        row = {"unit_id": None, "person_id": head.person, "of_unit_id": one.pk}
        return self.of.names[head.person], head.title, row
