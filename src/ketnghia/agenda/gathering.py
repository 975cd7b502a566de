"""Entries of all sources put together, never more of them than a page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.months import going_on
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Source
from ketnghia.agenda.sources import SOURCES
from ketnghia.units.models import Unit

# Beyond this the days of a page tell numbers instead of lines.
CROWDED = 300
Crowd = dict[date, list[tuple[Source, int]]]
LABELS = {source.key: source.label for source in SOURCES}


def chosen(scope: Scope, *, details: bool = False) -> list[Source]:
    """The sources a scope asks for; those of details only where there is room."""
    return [
        source
        for source in SOURCES
        if (details or not source.detail_of) and scope.kind in {"", source.kind}
    ]


def tell(picked: Iterable[tuple[Source, list[Any]]], today: date) -> list[Entry]:
    """Entries of rows, with whom they are between; the names of all units are read at once."""
    told: list[tuple[Entry, list[int]]] = []
    for source, rows in picked:
        sides = source.sides(rows)
        told += [(source.told(row, today), sides.get(source.key_of(row), [])) for row in rows]
    keys = {key for _entry, units in told for key in units}
    units = Unit.objects.prefetch_related("names").in_bulk(keys)
    for entry, between in told:
        entry.label = LABELS[entry.source]
        entry.units = [units[key] for key in between]
    return [entry for entry, _units in told]


@dataclass(frozen=True)
class Days:
    """What some days hold: the entries, or where they are too many, how many of each kind."""

    entries: list[Entry] = field(default_factory=list)
    crowd: Crowd = field(default_factory=dict)

    @property
    def is_crowded(self) -> bool:
        return bool(self.crowd)


def gather(scope: Scope, first: date, last: date, *, today: date, details: bool = False) -> Days:
    """Everything that goes on from one day to another."""
    picked = []
    room = CROWDED
    for source in chosen(scope, details=details):
        rows = list(source.in_order(source.between(source.found(scope), first, last))[: room + 1])
        picked.append((source, rows))
        room -= len(rows)
        if room < 0:
            return Days(crowd=_crowd(scope, first, last))
    return Days(sorted(tell(picked, today), key=lambda entry: entry.place_in_day))


def _crowd(scope: Scope, first: date, last: date) -> Crowd:
    """How many of each kind go on each day, counted by the database."""
    days: Crowd = {}
    for source in chosen(scope):
        rows = source.between(source.found(scope), first, last)
        begun, ended = source.begun(rows), source.ended(rows)
        for day, number in going_on(begun, ended, first, last).items():
            if number:
                days.setdefault(day, []).append((source, number))
    return days


def count(scope: Scope, first: date, last: date) -> Counter[str]:
    """How many of each kind go on from one day to another."""
    return Counter(
        {
            source.key: source.number(source.between(source.found(scope), first, last))
            for source in chosen(scope)
        }
    )
