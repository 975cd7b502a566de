"""Activities, what they came to in figures, and what those figures are figures of."""

from __future__ import annotations

from ketnghia.activities.models.activities import (
    Activity,
    ActivityQuerySet,
    Organiser,
    OrganiserQuerySet,
)
from ketnghia.activities.models.campaigns import Campaign
from ketnghia.activities.models.figures import Contribution, Figure, Overlap
from ketnghia.activities.models.indicators import Indicator, IndicatorQuerySet

__all__ = [
    "Activity",
    "ActivityQuerySet",
    "Campaign",
    "Contribution",
    "Figure",
    "Indicator",
    "IndicatorQuerySet",
    "Organiser",
    "OrganiserQuerySet",
    "Overlap",
]
