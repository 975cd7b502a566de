"""What became of many units at once, in as many questions as the longest line is long."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from ketnghia.units.models import Succession

Lines = dict[int, set[int]]


def standing_for(units: Iterable[int]) -> dict[int, int]:
    """For each unit the one that stands for it today: a single successor, else itself."""
    stands = {unit: unit for unit in units}
    waiting = set(stands)
    while waiting:
        went = _went_into(waiting)
        single = {old: next(iter(news)) for old, news in went.items() if len(news) == 1}
        moved = {unit: single[stand] for unit, stand in stands.items() if stand in single}
        stands |= moved
        waiting = set(moved.values())
    return stands


def lineages(units: Collection[int]) -> Lines:
    """For each unit itself, what it came from and what it went into (`Unit.lineage_ids`)."""
    forward, backward = _followed(units, _went_into), _followed(units, _came_from)
    return {unit: {unit} | forward[unit] | backward[unit] for unit in units}


def _went_into(units: Collection[int]) -> Lines:
    rows = Succession.objects.filter(predecessors__in=units, successors__isnull=False)
    return _gathered(rows.values_list("predecessors", "successors"), units)


def _came_from(units: Collection[int]) -> Lines:
    rows = Succession.objects.filter(successors__in=units)
    return _gathered(rows.values_list("successors", "predecessors"), units)


def _gathered(rows: Iterable[tuple[int, int]], units: Collection[int]) -> Lines:
    found: Lines = {}
    for one, other in rows:
        if one in units:
            found.setdefault(one, set()).add(other)
    return found


def _followed(units: Collection[int], step: Callable[[Collection[int]], Lines]) -> Lines:
    """Everything reached from each unit by steps in one direction."""
    steps: Lines = {}
    waiting = set(units)
    while waiting:
        found = step(waiting)
        steps |= {unit: found.get(unit, set()) for unit in waiting}
        waiting = {other for news in found.values() for other in news} - steps.keys()
    return {unit: _reached(unit, steps) for unit in units}


def _reached(unit: int, steps: Lines) -> set[int]:
    seen: set[int] = set()
    waiting = {unit}
    while waiting:
        waiting = {other for one in waiting for other in steps[one]} - seen - {unit}
        seen |= waiting
    return seen
