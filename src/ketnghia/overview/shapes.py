"""What the strand between two units looks like, from facts and a day (design.md §6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ketnghia.agreements.states import AgreementState
from ketnghia.vietnamese.dates import months_between

# A tie without a rhythm of its own goes slack after a year, and is unknown after four.
SLACK_AFTER, UNKNOWN_AFTER = 12, 48
LIVING = {AgreementState.IN_FORCE, AgreementState.SIGNED, AgreementState.SIGNATORY_ENDED}


def is_quiet(last_on: date | None, today: date) -> bool:
    """Nothing recorded for a year."""
    return last_on is None or months_between(last_on, today) >= SLACK_AFTER


def tie_shape(
    states: Sequence[AgreementState], *, meetings: int, last_on: date | None, today: date
) -> str:
    """Cut: a signatory is no more; off: done; slack: quiet for a year; taut: still going."""
    if AgreementState.SIGNATORY_ENDED in states:
        return "cut"
    is_summed_up = bool(states) and all(state == AgreementState.ENDED for state in states)
    if is_summed_up or (not states and meetings == 1):
        return "off"
    return "slack" if is_quiet(last_on, today) else "taut"


def strand_between(first: date, last: date) -> str:
    """The line of the thread from one event to the next: taut, slack, or none (dots)."""
    months = months_between(first, last)
    if months < SLACK_AFTER:
        return "taut"
    return "slack" if months < UNKNOWN_AFTER else "none"
