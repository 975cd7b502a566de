"""Units through time, the places they belong to, and who sits in them."""

from __future__ import annotations

from ketnghia.units.models.seats import (
    Reach,
    Seat,
    SeatOffer,
    SeatQuerySet,
    may_read,
    may_run,
)
from ketnghia.units.models.territories import Level, Territory, ordering_key, searchable
from ketnghia.units.models.units import Standing, Succession, Unit, UnitName, UnitQuerySet

__all__ = [
    "Level",
    "Reach",
    "Seat",
    "SeatOffer",
    "SeatQuerySet",
    "Standing",
    "Succession",
    "Territory",
    "Unit",
    "UnitName",
    "UnitQuerySet",
    "may_read",
    "may_run",
    "ordering_key",
    "searchable",
]
