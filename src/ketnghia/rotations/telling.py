"""What the pages of exchanges and of series tell of turns; see `ui.panels.Inset`."""

from __future__ import annotations

from typing import Any

from ketnghia.exchanges.models import Exchange, Series
from ketnghia.rotations.ledger_reading import ledger_of, ledgers_of
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.operations.orders import rotation_of_paper
from ketnghia.rotations.planning import plan_turn_url


def tell_turn(exchange: Exchange) -> dict[str, Any] | None:
    """What an exchange is in the ledger of its series, else of its paper; None in neither."""
    series, paper = exchange.series, exchange.agreement
    rotation = Rotation.objects.filter(series=series).first() if series else None
    rotation = rotation or (rotation_of_paper(paper) if paper else None)
    if rotation is None:
        return None
    ledger = ledger_of(rotation)
    line = next((line for line in ledger.lines if line.exchange == exchange), None)
    return {"ledger": ledger, "line": line} if line else None


def tell_series(series: Series) -> dict[str, Any]:
    """Whose turn it is in a series, where an order was set."""
    ledgers = ledgers_of(Rotation.objects.filter(series=series))
    ledger = ledgers[0] if ledgers else None
    return {"ledger": ledger, "plan_url": plan_turn_url(ledger) if ledger else ""}
