"""What a succession would touch: rooms above answer, the wizard asks before saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Concern:
    """Something that hangs on a unit that is about to end, and its page."""

    label: str | Promise
    title: str
    url: str


Ask = Callable[[list[Unit]], list[Concern]]
_asked: list[Ask] = []


def register(ask: Ask) -> None:
    if ask not in _asked:
        _asked.append(ask)


def concerned(units: list[Unit]) -> list[Concern]:
    """Everything the rooms above say hangs on these units."""
    return [concern for ask in _asked for concern in ask(units)]
