"""Agreements between units, the promises in them, the duties that follow, and their evidence."""

from __future__ import annotations

from ketnghia.agreements.models.papers import (
    Agreement,
    AgreementQuerySet,
    Inheritance,
    Party,
    Signatory,
)
from ketnghia.agreements.models.promises import (
    Branch,
    Commitment,
    Duty,
    DutyQuerySet,
    Evidence,
)

__all__ = [
    "Agreement",
    "AgreementQuerySet",
    "Branch",
    "Commitment",
    "Duty",
    "DutyQuerySet",
    "Evidence",
    "Inheritance",
    "Party",
    "Signatory",
]
