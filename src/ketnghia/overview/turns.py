"""The ledger of turns on the page of a relation: who hosted in which year, who is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ketnghia.overview.relation import Relation
from ketnghia.rotations.ledger_reading import MEETINGS
from ketnghia.rotations.ledgers import Ledger, Line
from ketnghia.rotations.models import TurnDecision
from ketnghia.rotations.proposing import alternates
from ketnghia.rotations.turn_book import newest_first, tell
from ketnghia.rotations.turn_words import WORDS, line_words, tone, when
from ketnghia.rotations.turns import Facts, Meeting, State, Turn
from ketnghia.units.models import Unit

LINES_SHOWN = 8
SIDES = ("a", "b")


@dataclass(frozen=True)
class TurnLine:
    """One line: the years, the side it belongs to (none: across both), and what is said."""

    years: str
    words: str
    side: str = ""
    exchange: Any = None
    is_next: bool = False
    tone: str = "none"


def turn_lines(relation: Relation) -> list[TurnLine]:
    """The next turn on top, then newest first; without an order only what happened."""
    ledger = relation.ledger
    if ledger is None:
        return [_recorded(relation, turn) for turn in _history(relation)][:LINES_SHOWN]
    lines = [*_upcoming(relation, ledger), *(_told(relation, line) for line in ledger.lines)]
    return lines[:LINES_SHOWN]


def may_be_ordered(relation: Relation) -> bool:
    """The running paper says that the sides take turns, and nobody set the order yet."""
    if relation.ledger or relation.current is None:
        return False
    return any(alternates(duty.commitment) for duty in relation.all_duties)


def _upcoming(relation: Relation, ledger: Ledger) -> Iterator[TurnLine]:
    unit = ledger.next_unit
    if ledger.next is None or unit is None:
        return
    words, side = _("đến lượt, %(when)s") % {"when": when(ledger)}, relation.side_of(unit.pk)
    if not side:
        words = _("đến lượt %(unit)s, %(when)s") % {"unit": unit.short_name, "when": when(ledger)}
    has_years = ledger.rotation.every is not None
    years = ledger.next.years(ledger.today) if has_years else _("lần tới")
    yield TurnLine(years, words, side, is_next=True, tone=tone(ledger))


def _told(relation: Relation, line: Line) -> TurnLine:
    """A line of the ledger, under the side it belongs to."""
    words, host = line_words(line), line.host
    side = relation.side_of(host.pk) if host else ""
    if line.turn.state == State.OUTSIDE:
        return TurnLine(line.turn.years, _outside(line.exchange, host), exchange=line.exchange)
    if line.decision and line.decision.kind == TurnDecision.Kind.SKIP:
        words = _("%(words)s: %(why)s") % {"words": words, "why": line.decision.why}
    if host and not side:
        words = f"{host.short_name}: {words}"
    if line.exchange and side:
        on = line.exchange.begins_on
        words = f"{on.day}/{on.month}, {words}"
    return TurnLine(line.turn.years, words, side, line.exchange)


def _outside(exchange: Any, host: Unit | None) -> str:
    if exchange.place:
        return _("gặp tại %(place)s, ngoài lượt") % {"place": exchange.place}
    if host is None:
        return _("nơi khác đăng cai, ngoài lượt")
    return _("%(unit)s đăng cai, ngoài lượt") % {"unit": host.short_name}


def _history(relation: Relation) -> list[Turn]:
    """What happened between the two, year by year; nobody is in turn."""
    meetings = [
        Meeting(exchange.pk, exchange.begins_on, places, has_host=bool(places) or outside)
        for exchange in relation.exchanges
        if exchange.kind in MEETINGS and exchange.has_happened
        for outside in [relation.stands_outside(exchange)]
        for places in [_place_of(relation.host_side(exchange))]
    ]
    signings = [paper.signed_on for paper in relation.agreements if paper.signed_on]
    told = tell((), None, Facts(tuple(meetings), signings=tuple(signings)))
    return newest_first(told, until=told.turns[-1].last + 1) if told.turns else []


def _place_of(side: str) -> tuple[int, ...]:
    return (SIDES.index(side),) if side else ()


def _recorded(relation: Relation, turn: Turn) -> TurnLine:
    exchanges = {exchange.pk: exchange for exchange in relation.exchanges}
    exchange = exchanges[turn.meeting.key] if turn.meeting else None
    words = str(WORDS[turn.state][1])
    if turn.state == State.OUTSIDE:
        return TurnLine(turn.years, _outside(exchange, None), exchange=exchange)
    if exchange is None or turn.place is None:
        return TurnLine(turn.years, words, exchange=exchange)
    on = exchange.begins_on
    return TurnLine(turn.years, f"{on.day}/{on.month}, {words}", SIDES[turn.place], exchange)
