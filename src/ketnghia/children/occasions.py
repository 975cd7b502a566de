"""What a list of children is for: rooms above say how their records stand for an occasion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Occasion:
    """What children are named for: its title, its last day, its units, and where it is shown."""

    title: str
    last_day: date
    units: tuple[int, ...]
    url: str
    partners: tuple[tuple[str, str], ...] = ()  # the other sides: name and country


Describe = Callable[[Any], Occasion]
_described: dict[type[models.Model], Describe] = {}


def register(model: type[models.Model], describe: Describe) -> None:
    """Let records of a model have lists of children; done in a room's `ready()`."""
    _described[model] = describe


def occasion_of(subject: models.Model) -> Occasion | None:
    """What a record stands for; nothing where its room does not say."""
    describe = _described.get(type(subject))
    return describe(subject) if describe else None


def can_have_lists(model: type[models.Model] | None) -> bool:
    return model in _described
