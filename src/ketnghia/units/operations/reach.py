"""The cache of who reaches whom: rebuilt as a whole, or only where something changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import F, QuerySet

from ketnghia.units.models import Reach, Standing, Succession, Unit

BATCH = 5000
Edges = dict[int, set[int]]


@transaction.atomic
def rebuild_reach() -> int:
    """Write the cache afresh from last standings and successions; returns the number of rows."""
    above = _edges(Standing.objects.all(), Succession.objects.all())
    units = Unit.objects.order_by("pk").values_list("pk", flat=True)
    rows = [
        Reach(holder_id=holder, unit_id=unit) for unit in units for holder in _holders(unit, above)
    ]
    Reach.objects.all().delete()
    Reach.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def refresh_reach(roots: Iterable[int]) -> None:
    """Write anew what these units and all they reach are reached by.

    Enough after a change whose upward ties begin in `roots`: whatever stands outside is not below
    them, so its rows have not changed and may be read.
    """
    touched = set(roots)
    touched |= set(Reach.objects.filter(holder__in=touched).values_list("unit", flat=True))
    above: Edges = defaultdict(set)
    for keys in _parts(touched):
        held = Standing.objects.filter(unit__in=keys)
        for unit, ups in _edges(held, Succession.objects.filter(predecessors__in=keys)).items():
            if unit in touched:
                above[unit] |= ups
    for keys in _parts({up for ups in above.values() for up in ups} - touched):
        for holder, unit in Reach.objects.filter(unit__in=keys).values_list("holder", "unit"):
            above[unit].add(holder)
    for keys in _parts(touched):
        Reach.objects.filter(unit__in=keys).delete()
    Reach.objects.bulk_create(
        (
            Reach(holder_id=holder, unit_id=u)
            for u in sorted(touched)
            for holder in _holders(u, above)
        ),
        batch_size=BATCH,
    )


def _edges(standings: QuerySet[Standing], successions: QuerySet[Succession]) -> Edges:
    """What is directly above each unit: its last parent and its successors."""
    last = standings.order_by(F("valid_from").asc(nulls_first=True), "pk")
    parents = dict(last.values_list("unit_id", "parent_id"))
    above: Edges = defaultdict(set)
    for unit, parent in parents.items():
        if parent:
            above[unit].add(parent)
    for predecessor, successor in successions.values_list("predecessors", "successors"):
        if predecessor and successor:
            above[predecessor].add(successor)
    return above


def _holders(unit: int, above: Edges) -> set[int]:
    """A unit and all above it: by its standing, and by what it went into."""
    seen = {unit}
    waiting = [unit]
    while waiting:
        fresh = above[waiting.pop()] - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen


def _parts(keys: set[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    return (ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH))
