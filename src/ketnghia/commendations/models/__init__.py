"""Forms of honour, rounds with their nominations and councils, decisions, and the register."""

from __future__ import annotations

from ketnghia.commendations.models.councils import (
    Council,
    CouncilMember,
    CouncilQuerySet,
    Verdict,
)
from ketnghia.commendations.models.decisions import Decision, DecisionQuerySet
from ketnghia.commendations.models.honours import (
    DossierItem,
    Honour,
    HonourQuerySet,
    units_above,
)
from ketnghia.commendations.models.nominations import (
    Nomination,
    NominationQuerySet,
    Proof,
    Repeat,
    Step,
)
from ketnghia.commendations.models.register import Award, AwardQuerySet, Book
from ketnghia.commendations.models.rounds import AwardRound, AwardRoundQuerySet, Quota

__all__ = [
    "Award",
    "AwardQuerySet",
    "AwardRound",
    "AwardRoundQuerySet",
    "Book",
    "Council",
    "CouncilMember",
    "CouncilQuerySet",
    "Decision",
    "DecisionQuerySet",
    "DossierItem",
    "Honour",
    "HonourQuerySet",
    "Nomination",
    "NominationQuerySet",
    "Proof",
    "Quota",
    "Repeat",
    "Step",
    "Verdict",
    "units_above",
]
