"""Changes to activities, their figures and what these add up to, one file for each subject."""

from __future__ import annotations

from ketnghia.activities.operations.campaigns import write_campaign
from ketnghia.activities.operations.crediting import credit, fitting
from ketnghia.activities.operations.figures import (
    Line,
    add_figures,
    correct_figure,
    remove_figure,
)
from ketnghia.activities.operations.indicators import load_indicators, write_indicator
from ketnghia.activities.operations.joint import divide, offer, withdraw
from ketnghia.activities.operations.ledger import enter, rebuild_ledger
from ketnghia.activities.operations.overlaps import answer_overlaps, look_for_overlaps
from ketnghia.activities.operations.recording import (
    Photo,
    correct,
    record,
    record_with_photos,
    refresh_search,
)

__all__ = [
    "Line",
    "Photo",
    "add_figures",
    "answer_overlaps",
    "correct",
    "correct_figure",
    "credit",
    "divide",
    "enter",
    "fitting",
    "load_indicators",
    "look_for_overlaps",
    "offer",
    "rebuild_ledger",
    "record",
    "record_with_photos",
    "refresh_search",
    "remove_figure",
    "withdraw",
    "write_campaign",
    "write_indicator",
]
