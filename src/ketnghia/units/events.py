"""What happens to units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class UnitsSucceeded(Event):
    """Some units went into others, or ended."""

    succession_id: int
    on: date
    predecessor_ids: tuple[int, ...]
    successor_ids: tuple[int, ...]


@dataclass(frozen=True)
class SuccessionUndone(Event):
    """A succession is being taken back; a listener refuses by ValidationError if it is used."""

    succession_id: int
    on: date
    predecessor_ids: tuple[int, ...]
    successor_ids: tuple[int, ...]
