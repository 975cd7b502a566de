"""What happens to exchanges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class ExchangeConfirmed(Event):
    """The plan of an exchange was fixed."""

    exchange_id: int
    by_id: int | None


@dataclass(frozen=True)
class ExchangeMoved(Event):
    """An exchange was put on other days."""

    exchange_id: int
    begins_on: date
    ends_on: date


@dataclass(frozen=True)
class ExchangeHeld(Event):
    """An exchange took place."""

    exchange_id: int
    by_id: int | None


@dataclass(frozen=True)
class ExchangeReported(Event):
    """What came of an exchange was written down."""

    exchange_id: int
    on: date
    by_id: int | None


@dataclass(frozen=True)
class ExchangeCancelled(Event):
    """An exchange that had not taken place was called off."""

    exchange_id: int
    why: str
    by_id: int | None
