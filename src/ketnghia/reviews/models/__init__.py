"""Rounds of reviewing, the reports in them with their numbers and words, and reviews of papers."""

from __future__ import annotations

from ketnghia.reviews.models.lines import Aim, Line
from ketnghia.reviews.models.narrative import Passage, Snapshot
from ketnghia.reviews.models.papers import AgreementReview
from ketnghia.reviews.models.reports import Move, Reply, Report, ReportQuerySet
from ketnghia.reviews.models.rounds import Asked, Heading, Inquiry, Round

__all__ = [
    "AgreementReview",
    "Aim",
    "Asked",
    "Heading",
    "Inquiry",
    "Line",
    "Move",
    "Passage",
    "Reply",
    "Report",
    "ReportQuerySet",
    "Round",
    "Snapshot",
]
