"""When two figures may count the same thing twice; no database.

The guard asks before it adds; it never decides. A pair is only asked about under one indicator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rapidfuzz import fuzz

from ketnghia.vietnamese.text import fold

# A figure over more days than this tells of a whole period, not of one event.
ONE_EVENT = timedelta(days=31)
# Titles of one event told by two units; below it two gift days in one commune look alike.
ALIKE = 85
RATHER_ALIKE = 60


@dataclass(frozen=True)
class Told:
    """What the guard looks at of a figure and its activity."""

    activity: int
    indicator: int
    value: Decimal | None
    begins_on: date
    ends_on: date
    title: str
    place: str = ""
    source: str = ""

    @property
    def is_of_a_period(self) -> bool:
        return self.ends_on - self.begins_on > ONE_EVENT


def suspicion(one: Told, other: Told, *, are_related: bool) -> str | None:
    """The reason to ask (`Overlap.Reason`), or None; the order of the two does not matter.

    `are_related`: the activities share a unit, or a unit of one stands above a unit of the other.
    """
    if one.indicator != other.indicator or not _days_meet(one, other):
        return None
    if are_related and _one_source(one, other):
        return "source"
    if are_related and _one_holds_the_other(one, other):
        return "span"
    if _one_event(one, other):
        return "event"
    return None


def _days_meet(one: Told, other: Told) -> bool:
    return one.begins_on <= other.ends_on and other.begins_on <= one.ends_on


def _one_source(one: Told, other: Told) -> bool:
    if one.activity == other.activity:
        return True
    return bool(one.source) and fold(one.source) == fold(other.source)


def _one_holds_the_other(one: Told, other: Told) -> bool:
    longer, shorter = (one, other) if one.is_of_a_period else (other, one)
    if not longer.is_of_a_period or shorter.is_of_a_period:
        return False
    return longer.begins_on <= shorter.begins_on and shorter.ends_on <= longer.ends_on


def _one_event(one: Told, other: Told) -> bool:
    alike = fuzz.token_set_ratio(fold(one.title), fold(other.title))
    if _one_place(one.place, other.place):
        return alike >= RATHER_ALIKE or (one.value is not None and one.value == other.value)
    has_no_other_place = not one.place or not other.place
    return alike >= ALIKE and has_no_other_place


def _one_place(one: str, other: str) -> bool:
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return bool(shorter) and f" {shorter}," in f" {longer},"
