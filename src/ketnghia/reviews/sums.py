"""What reports come to together: one number from a unit's own part and those below; no database.

A record that several units report (a meeting of two communes) stands whole in each report and once
in their common total: `shared` tells, by the record's key, what it adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ketnghia.activities.tallies import Tally, added, share_of
from ketnghia.amounts.sums import Amount

SHARE = "share"


@dataclass(frozen=True)
class Piece:
    """One report's number under one indicator."""

    tally: Tally = field(default_factory=Tally)
    shared: Mapping[str, Decimal] = field(default_factory=dict)


def together(pieces: Iterable[Piece], *, adds: str) -> Piece:
    """All of them; the order says nothing, a bound is never lost."""
    found = [piece for piece in pieces if not piece.tally.is_blank]
    if adds == SHARE:
        return _shares(found)
    whole = added(piece.tally for piece in found)
    shared, twice = _joined(found)
    if whole.amount is None or not twice:
        return Piece(whole, shared)
    less = Amount(whole.amount.value - twice, whole.amount.bound)
    return Piece(replace(whole, amount=less), shared)


def _joined(pieces: list[Piece]) -> tuple[dict[str, Decimal], Decimal]:
    """Every shared record once, and what those met again would have added twice."""
    shared: dict[str, Decimal] = {}
    twice = Decimal(0)
    for piece in pieces:
        for key, value in piece.shared.items():
            if key in shared:
                twice += min(value, shared[key])
                shared[key] = max(value, shared[key])
            else:
                shared[key] = value
    return shared, twice


def _shares(pieces: list[Piece]) -> Piece:
    """Shares of known wholes are one share; otherwise only the lowest and the highest are told."""
    unknown = sum(piece.tally.unknown for piece in pieces)
    known = [piece.tally for piece in pieces if piece.tally.amount or piece.tally.range]
    ratios = [tally.ratio for tally in known if tally.ratio]
    if known and len(ratios) == len(known):
        shared, twice = _joined(pieces)
        again = sum(len(piece.shared) for piece in pieces) - len(shared)
        part = sum((part for part, _whole in ratios), Decimal(0)) - twice
        whole = sum((whole for _part, whole in ratios), Decimal(0)) - again
        told = share_of([(part, whole)])
        number = sum(tally.number for tally in known) - again
        return Piece(replace(told, number=number, unknown=unknown), shared)
    if len(known) == 1:
        return Piece(replace(known[0], unknown=unknown))
    ends = [end for tally in known for end in _ends(tally)]
    return Piece(
        Tally(
            number=sum(tally.number for tally in known),
            unknown=unknown,
            range=(min(ends), max(ends)) if ends else None,
        )
    )


def _ends(tally: Tally) -> tuple[Decimal, ...]:
    if tally.range:
        return tally.range
    return (tally.amount.value,) if tally.amount else ()


def percent(done: Tally, plan: Decimal | None) -> Amount | None:
    """How far a plan was reached: no cap, the bound kept; nothing where nothing was planned."""
    if plan is None or plan == 0 or done.amount is None:
        return None
    share = (done.amount.value * 100 / plan).quantize(Decimal("0.1")).normalize() + 0
    return Amount(share, done.amount.bound)
