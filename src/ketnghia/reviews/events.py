"""What happens to reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class RoundOpened(Event):
    """A unit opened a review for its tree."""

    round_id: int
    by_id: int | None


@dataclass(frozen=True)
class ReportSubmitted(Event):
    """A unit handed its report in: its numbers are frozen under a code."""

    report_id: int
    code: str
    by_id: int | None


@dataclass(frozen=True)
class ReportAccepted(Event):
    """The unit above took a report as it is."""

    report_id: int
    by_id: int | None


@dataclass(frozen=True)
class ReportSentBack(Event):
    """The unit above asked for a report again."""

    report_id: int
    by_id: int | None


@dataclass(frozen=True)
class ReportLocked(Event):
    """A report, and what was accepted below it, can no longer be changed."""

    report_id: int
    by_id: int | None


@dataclass(frozen=True)
class ReportReopened(Event):
    """A report handed in before may be written again; those above it may change."""

    report_id: int
    above_ids: tuple[int, ...]
    by_id: int | None


@dataclass(frozen=True)
class AgreementReviewed(Event):
    """The sides summed up one paper, with its result."""

    review_id: int
    agreement_id: int
    on: date
    by_id: int | None
