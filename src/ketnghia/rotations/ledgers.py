"""A ledger of turns: what the arithmetic tells, with the records and units it is told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ketnghia.exchanges.models import Exchange
from ketnghia.rotations.models import Rotation, RotationPlace, TurnDecision
from ketnghia.rotations.turn_book import newest_first
from ketnghia.rotations.turns import Next, State, Told, Turn
from ketnghia.units.lines import Lines
from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Line:
    """One line of a ledger with the records it comes from.

    `host` is who hosted, or whose turn was skipped, by the unit of its time.
    """

    turn: Turn
    on: date | None = None
    host: Unit | None = None
    stands: Unit | None = None
    exchange: Any = None
    decision: TurnDecision | None = None
    stood_in_for: Unit | None = None

    @property
    def is_renamed(self) -> bool:
        """Whether another unit stands for the host today."""
        return bool(self.host and self.stands and self.host.pk != self.stands.pk)

    @property
    def url(self) -> str:
        """Where the exchange is told; empty where the person may not open it."""
        may_open = getattr(self.exchange, "may_be_seen", False)
        return self.exchange.get_absolute_url() if may_open else ""


@dataclass
class Ledger:
    """The turns of one order on one day, with its units as they stand today."""

    rotation: Rotation
    told: Told
    today: date
    exchanges: dict[int, Exchange] = field(default_factory=dict)
    coming: list[Exchange] = field(default_factory=list)
    stands: dict[int, Unit] = field(default_factory=dict)
    lines_of: Lines = field(default_factory=dict)
    papers: frozenset[int] = frozenset()

    @cached_property
    def places(self) -> list[RotationPlace]:
        """Those that are in the order today."""
        return [place for place in self._all if place.place.holds_in(self.today.year)]

    @cached_property
    def _all(self) -> list[RotationPlace]:
        return list(self.rotation.places.all())

    @cached_property
    def _by_key(self) -> dict[int, RotationPlace]:
        return {place.pk: place for place in self._all}

    @cached_property
    def _decisions(self) -> dict[int, TurnDecision]:
        return {decision.pk: decision for decision in self.rotation.decisions.all()}

    @property
    def next(self) -> Next | None:
        return self.told.next

    @property
    def next_place(self) -> RotationPlace | None:
        return self._by_key.get(self.next.place) if self.next else None

    @property
    def next_unit(self) -> Unit | None:
        """Who hosts next, as the unit that stands for it today."""
        return self.unit_today(self.next_place) if self.next_place else None

    @property
    def swapped(self) -> TurnDecision | None:
        """The decision by which another hosts next."""
        return self._decisions.get(self.next.swap.key) if self.next and self.next.swap else None

    def unit_today(self, place: RotationPlace) -> Unit:
        return self.stands.get(place.unit_id, place.unit)

    def _unit_in(self, place: RotationPlace, year: int) -> Unit:
        """The unit that held a place at the end of a year."""
        has_ended = place.unit.ended_on and place.unit.ended_on.year <= year
        return self.unit_today(place) if has_ended else place.unit

    @property
    def units_today(self) -> list[Unit]:
        """Everyone in the order, each once, also where two places are one unit's by now."""
        return list({u.pk: u for u in map(self.unit_today, self.places)}.values())

    @cached_property
    def planned(self) -> Exchange | None:
        """The meeting planned for the turn that waits."""
        if self.next is None:
            return None
        of_turn = [one for one in self.coming if self.next.place in self.hosting(one)]
        return of_turn[0] if of_turn else None

    def hosting(self, exchange: Exchange) -> list[int]:
        """Places whose unit hosts an exchange."""
        hosts = {part.unit_id for part in exchange.participations.all() if part.role == "host"}
        return [place.pk for place in self._all if self.lines_of[place.unit_id] & hosts]

    @property
    def is_late(self) -> bool:
        """Its day is past and nothing is planned for it."""
        return bool(self.next and self.next.is_late(self.today) and not self.planned)

    @property
    def due_on(self) -> date | None:
        return self.next.due_on if self.next else None

    @cached_property
    def last(self) -> Line | None:
        """The last turn that was held."""
        held = [line for line in self.lines if line.turn.state == State.HELD]
        return held[0] if held else None

    @cached_property
    def lines(self) -> list[Line]:
        """Newest first, with blank years where each turn has its years."""
        if self.rotation.every is None:
            return [self._line(turn) for turn in reversed(self.told.turns)]
        until = self.next.year if self.next else self.today.year + 1
        return [self._line(turn) for turn in newest_first(self.told, until=until)]

    def _line(self, turn: Turn) -> Line:
        exchange = self.exchanges[turn.meeting.key] if turn.meeting else None
        place = self._by_key.get(turn.place) if turn.place is not None else None
        host = self._host_of(exchange, place, turn.last)
        key = next((said.key for said in (turn.skip, turn.ruling, turn.swap) if said), None)
        decision = self._decisions.get(key) if key is not None else None
        swapped = self._by_key.get(turn.swap.place) if turn.swap else None
        return Line(
            turn,
            on=exchange.begins_on if exchange else decision.decided_on if decision else None,
            host=host,
            stands=self.stands.get(host.pk, host) if host else None,
            exchange=exchange,
            decision=decision,
            stood_in_for=self.unit_today(swapped) if swapped else None,
        )

    def _host_of(
        self, exchange: Exchange | None, place: RotationPlace | None, year: int
    ) -> Unit | None:
        """The unit of its time that hosted; of a skipped turn the place's own."""
        if exchange is None:
            return self._unit_in(place, year) if place else None
        parts = [part for part in exchange.participations.all() if part.role == "host"]
        own = self.lines_of[place.unit_id] if place else set()
        return next((part.unit for part in parts if part.unit_id in own), None) or next(
            (part.unit for part in parts), None
        )
