"""How one joint activity is divided between the ledgers of its units; no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WHOLE = Decimal(100)
PLACES = Decimal("0.000001")


@dataclass(frozen=True)
class Part:
    """One unit's part: whether it leads, its percentage where one was said, whether it disputes."""

    is_lead: bool
    share: Decimal | None = None
    is_disputed: bool = False


def weights(parts: Sequence[Part]) -> list[Decimal]:
    """What each unit's report takes of every figure; together always exactly one.

    Without shares the leading unit takes all and those who joined in are named with it. What a unit
    disputes goes back to the lead until it is settled, so a common total counts each thing once.
    """
    taken = [_taken(part) for part in parts]
    rest = Decimal(1) - sum(taken, Decimal(0))
    return [rest if part.is_lead else own for part, own in zip(parts, taken, strict=True)]


def _taken(part: Part) -> Decimal:
    if part.is_lead or part.share is None or part.is_disputed:
        return Decimal(0)
    return (part.share / WHOLE).quantize(PLACES)


def exceeds_whole(shares: Sequence[Decimal | None]) -> bool:
    """Whether what the others take leaves nothing to say for the lead."""
    return sum((share for share in shares if share is not None), Decimal(0)) > WHOLE
