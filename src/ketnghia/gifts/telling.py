"""What the page of an exchange tells of gifts; see `ui.panels.Inset`."""

from __future__ import annotations

from typing import Any

from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift


def tell_exchange(exchange: Exchange) -> dict[str, Any]:
    """What changed hands in it, and the way to write down more."""
    return {"gifts": Gift.objects.filter(exchange=exchange).with_units()}
