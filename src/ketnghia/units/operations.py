"""Changes to several units at once: founding, successions, and the cache of who reaches whom."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db import transaction

from ketnghia.units.models import (
    Level,
    Reach,
    Standing,
    Succession,
    Territory,
    Unit,
    UnitName,
    ordering_key,
    searchable,
)


@transaction.atomic
def found(  # noqa: PLR0913 - a unit is founded with all its facts at once
    name: str,
    *,
    code: str,
    level: Level,
    parent: Unit | None = None,
    kind: Unit.Kind = Unit.Kind.UNION,
    country: str = "VN",
    on: date | None = None,
    territory: Territory | None = None,
) -> Unit:
    """Create a unit with its first name and standing, and let its superiors reach it."""
    unit = Unit.objects.create(
        code=code,
        kind=kind,
        country=country,
        territory=territory,
        began_on=on,
        name=name,
        search_text=searchable([name]),
        sort_key=ordering_key(name),
    )
    UnitName.objects.create(unit=unit, name=name, valid_from=on)
    Standing.objects.create(unit=unit, parent=parent, level=level, valid_from=on)
    holders = {unit.pk}
    if parent:
        holders |= set(Reach.objects.filter(unit=parent).values_list("holder", flat=True))
    Reach.objects.bulk_create(Reach(holder_id=holder, unit=unit) for holder in sorted(holders))
    return unit


@transaction.atomic
def rebuild_reach() -> int:
    """Write the cache afresh from last standings and successions; returns the number of rows."""
    below: dict[int, set[int]] = defaultdict(set)
    last = {s.unit_id: s.parent_id for s in Standing.objects.order_by("valid_from", "pk")}
    for unit, parent in last.items():
        if parent:
            below[parent].add(unit)
    pairs = Succession.objects.values_list("successors", "predecessors")
    for successor, predecessor in pairs:
        if successor and predecessor:
            below[successor].add(predecessor)
    rows = [
        Reach(holder_id=holder, unit_id=unit)
        for holder in Unit.objects.values_list("pk", flat=True)
        for unit in _reached(holder, below)
    ]
    Reach.objects.all().delete()
    Reach.objects.bulk_create(rows, batch_size=5000)
    return len(rows)


def _reached(holder: int, below: dict[int, set[int]]) -> set[int]:
    seen = {holder}
    waiting = [holder]
    while waiting:
        fresh = below[waiting.pop()] - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen
