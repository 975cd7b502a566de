"""Whose turn it is to host, and who hosted in which year (sổ luân phiên)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.agreements.models import Commitment, Duty
from ketnghia.agreements.terms import Counted, Who
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.relation import Relation
from ketnghia.vietnamese.text import fold

MEETINGS = {"visit", "talks", "seminar", "meeting", "review", "signing"}
YEARS_SHOWN = 8
# How papers say that the sides take turns.
ALTERNATING = ("luan phien", "thay nhau", "lan luot")


@dataclass(frozen=True)
class Turn:
    """One line of the ledger. `side` is a, b, or empty when not recorded or elsewhere."""

    year: int
    side: str = ""
    exchange: Exchange | None = None
    is_outside: bool = False
    is_signing: bool = False
    until: int | None = None
    is_next: bool = False
    before: date | None = None

    @property
    def years(self) -> str:
        """The year, or the first and last of years without a record."""
        return f"{self.until}–{self.year}" if self.until else str(self.year)


def alternates(commitment: Commitment) -> bool:
    """Whether a promise says that the sides take turns with a meeting."""
    return (
        commitment.who == Who.JOINTLY
        and any(branch.counted == Counted.MEETING for branch in commitment.branches.all())
        and any(words in fold(commitment.wording) for words in ALTERNATING)
    )


def ledger(relation: Relation) -> list[Turn]:
    """The next turn on top, then year by year; a year without a record is never called skipped."""
    held: dict[int, Turn] = {}
    for paper in relation.agreements:
        if paper.signed_on:
            held[paper.signed_on.year] = Turn(paper.signed_on.year, is_signing=True)
    for exchange in relation.exchanges:
        if exchange.kind in MEETINGS and exchange.has_happened:
            year = exchange.begins_on.year
            turn = Turn(
                year,
                relation.host_side(exchange),
                exchange,
                is_outside=relation.stands_outside(exchange),
            )
            held[year] = _better(held.get(year), turn)
    upcoming = next_turn(relation.duties, list(held.values()), relation.today)
    return ([upcoming] if upcoming else []) + _by_year(held)


def _better(old: Turn | None, new: Turn) -> Turn:
    """Of two meetings in a year the one that used up a turn."""
    return old if old and old.side and not new.side else new


def _by_year(held: dict[int, Turn]) -> list[Turn]:
    """Newest first; neighbouring years without a record are one line."""
    if not held:
        return []
    lines: list[Turn] = []
    for year in range(max(held), min(held) - 1, -1):
        turn = held.get(year)
        if turn:
            lines.append(turn)
        elif lines[-1].side or lines[-1].exchange or lines[-1].is_signing:
            lines.append(Turn(year))
        else:
            lines[-1] = Turn(lines[-1].year, until=year)
    return lines[:YEARS_SHOWN]


def next_turn(duties: list[Duty], held: list[Turn], today: date) -> Turn | None:
    """Where a paper says the sides take turns: the side that did not host last."""
    meeting = next((duty for duty in duties if alternates(duty.commitment)), None)
    known = sorted((turn for turn in held if turn.side), key=lambda turn: turn.year)
    if meeting is None or not known or meeting.is_met or meeting.dropped_on:
        return None
    other = "b" if known[-1].side == "a" else "a"
    before = meeting.ends_on
    year = before.year if before and before >= today else today.year
    return Turn(year, other, is_next=True, before=before)
