"""What happens to agreements and duties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class AgreementSigned(Event):
    """A draft was signed: its duties are open."""

    agreement_id: int
    on: date
    by_id: int | None


@dataclass(frozen=True)
class AgreementExtended(Event):
    """The end of an agreement was moved."""

    agreement_id: int
    until: date
    by_id: int | None


@dataclass(frozen=True)
class AgreementClosed(Event):
    """An agreement was closed before or at its end."""

    agreement_id: int
    on: date
    by_id: int | None


@dataclass(frozen=True)
class PartyInherited(Event):
    """It was decided what becomes of an agreement whose signatory ended."""

    party_id: int
    decision: str
    heir_id: int | None
    by_id: int | None


@dataclass(frozen=True)
class DutyCredited(Event):
    """A person credited an exchange or activity to a duty."""

    duty_id: int
    evidence_id: int
    by_id: int | None
