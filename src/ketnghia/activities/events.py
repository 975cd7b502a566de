"""What happens to activities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class ActivityRecorded(Event):
    """An activity was written down with its figures."""

    activity_id: int
    by_id: int | None


@dataclass(frozen=True)
class FiguresChanged(Event):
    """What counts under some indicators changed for some units on a day."""

    unit_ids: tuple[int, ...]
    indicator_ids: tuple[int, ...]
    on: date


@dataclass(frozen=True)
class JointActivityAnswered(Event):
    """A unit that joined in said whether an activity was as recorded."""

    activity_id: int
    organiser_id: int
    agrees: bool
    by_id: int
