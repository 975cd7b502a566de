"""What happens to commendations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class DecisionIssued(Event):
    """A decision was written into the register with everybody it honours."""

    decision_id: int
    on: date
    by_id: int | None


@dataclass(frozen=True)
class AwardRevoked(Event):
    """An honour was taken back."""

    award_id: int
    on: date
    by_id: int
