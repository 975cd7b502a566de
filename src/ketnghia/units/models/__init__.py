"""Units through time, the places they belong to, and who sits in them."""

from __future__ import annotations

from ketnghia.units.models.seats import (
    Breadth,
    Reach,
    Seat,
    SeatOffer,
    SeatQuerySet,
    all_reached,
    breadth_of,
    held_by,
    may_read,
    may_read_any,
    may_run,
    may_sign_off,
    one_by_one,
    seats_remembered,
)
from ketnghia.units.models.territories import Level, Territory, ordering_key, searchable
from ketnghia.units.models.units import Standing, Succession, Unit, UnitName, UnitQuerySet

__all__ = [
    "Breadth",
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
    "all_reached",
    "breadth_of",
    "held_by",
    "may_read",
    "may_read_any",
    "may_run",
    "may_sign_off",
    "one_by_one",
    "ordering_key",
    "searchable",
    "seats_remembered",
]
