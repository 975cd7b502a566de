"""Who took over from units that ended, asked for many units at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import F

from ketnghia.units.models import Standing, Succession, Unit

CHUNK = 5_000
# No chain of standings or successions is longer; a circle typed by mistake ends here.
DEEPEST = 12


def heirs_on(units: Collection[int], on: date) -> dict[int, set[int]]:
    """The units living on a day that each went into: itself while it lives.

    Where none followed, the heirs of the unit it stood under last, as `Unit.heirs` has it.
    """
    return _heirs(set(units), on, depth=0)


def _heirs(units: set[int], on: date, *, depth: int) -> dict[int, set[int]]:
    followers = _followers(units, on)
    seen = units | {unit for group in followers.values() for unit in group}
    living = _living(seen, on)
    found = {unit: _followed(unit, followers, living) for unit in units}
    lost = {unit for unit, heirs in found.items() if not heirs}
    if lost and depth < DEEPEST:
        above = _last_parents(lost)
        inherited = _heirs(set(above.values()), on, depth=depth + 1) if above else {}
        for unit, parent in above.items():
            found[unit] = inherited.get(parent, set())
    return found


def _followers(units: set[int], on: date) -> dict[int, set[int]]:
    """Every step of succession from these units up to the day."""
    steps: dict[int, set[int]] = defaultdict(set)
    waiting, seen = set(units), set(units)
    while waiting:
        reached: set[int] = set()
        for some in _chunks(waiting):
            rows = Succession.objects.filter(on__lte=on, predecessors__in=some).values_list(
                "predecessors", "successors"
            )
            for before, after in rows:
                if after is not None and after != before:
                    steps[before].add(after)
                    reached.add(after)
        waiting = reached - seen
        seen |= reached
    return steps


def _followed(unit: int, steps: dict[int, set[int]], living: set[int]) -> set[int]:
    if unit in living:
        return {unit}
    found: set[int] = set()
    seen, waiting = {unit}, [unit]
    while waiting:
        for after in steps.get(waiting.pop(), ()):
            if after in living:
                found.add(after)
            elif after not in seen:
                seen.add(after)
                waiting.append(after)
    return found


def _living(units: set[int], on: date) -> set[int]:
    found: set[int] = set()
    for some in _chunks(units):
        found |= set(Unit.objects.filter(pk__in=some).living_on(on).values_list("pk", flat=True))
    return found


def _last_parents(units: set[int]) -> dict[int, int]:
    """The unit each stood under last."""
    found: dict[int, int] = {}
    for some in _chunks(units):
        rows = (
            Standing.objects.filter(unit__in=some, parent__isnull=False)
            .order_by(F("valid_from").asc(nulls_first=True), "pk")
            .values_list("unit_id", "parent_id")
        )
        found |= {unit: parent for unit, parent in rows if parent is not None}
    return found


def _chunks(units: set[int]) -> Iterable[list[int]]:
    listed = sorted(units)
    return (listed[start : start + CHUNK] for start in range(0, len(listed), CHUNK))
