"""Totals of any set of units over any days, asked of the ledger of contributions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Window
from django.db.models.functions import RowNumber

from ketnghia.activities.models import Contribution, Indicator, Overlap
from ketnghia.activities.tallies import Tally, added, share_of, with_doubt
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount, total

# A unit and an indicator.
Key = tuple[int, int]


def by_unit(found: QuerySet[Contribution]) -> dict[Key, Tally]:
    """What each unit has under each indicator, by (unit, indicator)."""
    summed = found.filter(indicator__adds=Indicator.Adds.SUM)
    rows = summed.values("unit_id", "indicator_id", "bound").annotate(
        total=Sum("value"), known=Count("value"), said=Count("pk")
    )
    tallies = _summed(rows, lambda row: (row["unit_id"], row["indicator_id"]))
    for key, tally in _last_of_each(found):
        tallies[key] = tally
    return tallies


def sums_by(found: QuerySet[Contribution], of: str) -> dict[Key, Tally]:
    """What adds up, by (what `of` names, indicator): for units together with all below them."""
    summed = found.filter(indicator__adds=Indicator.Adds.SUM)
    rows = summed.values(of, "indicator_id", "bound").annotate(
        total=Sum("value"), known=Count("value"), said=Count("pk")
    )
    return _summed(rows, lambda row: (row[of], row["indicator_id"]))


def over_all(found: QuerySet[Contribution]) -> dict[int, Tally]:
    """What all of them come to under each indicator, by indicator."""
    summed = found.filter(indicator__adds=Indicator.Adds.SUM)
    rows = summed.values("indicator_id", "bound").annotate(
        total=Sum("value"), known=Count("value"), said=Count("pk")
    )
    tallies = _summed(rows, lambda row: row["indicator_id"])
    lasts: dict[int, list[Any]] = defaultdict(list)
    for row in _last_rows(found):
        lasts[row["indicator_id"]].append(row)
    for indicator, latest in lasts.items():
        tallies[indicator] = _together(latest)
    return tallies


def _summed(rows: Iterable[Any], key_of: Any) -> dict[Any, Tally]:
    parts: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        parts[key_of(row)].append(row)
    return {key: _sum_of(group) for key, group in parts.items()}


def _sum_of(rows: list[Any]) -> Tally:
    amounts = [Amount(_plain(r["total"]), Bound(r["bound"])) for r in rows if r["known"]]
    known = sum(row["known"] for row in rows)
    said = sum(row["said"] for row in rows)
    return Tally(amount=total(amounts), number=known, unknown=said - known)


def _plain(value: Decimal) -> Decimal:
    """SQLite sums in binary; the ledger keeps four decimals, and no more is true."""
    return Decimal(value).quantize(Decimal("0.0001")).normalize() + 0


def _last_rows(found: QuerySet[Contribution]) -> Iterable[Any]:
    """The latest figure of each unit under indicators that are not added up over time."""
    latest = Window(
        RowNumber(),
        partition_by=[F("unit_id"), F("indicator_id")],
        order_by=[F("on").desc(), F("pk").desc()],
    )
    kept = found.exclude(indicator__adds=Indicator.Adds.SUM).annotate(place=latest)
    return kept.filter(place=1).values(
        "unit_id", "indicator_id", "bound", "value", "out_of", "indicator__adds"
    )


def _last_of_each(found: QuerySet[Contribution]) -> Iterable[tuple[Key, Tally]]:
    for row in _last_rows(found):
        yield (row["unit_id"], row["indicator_id"]), _together([row])


def _together(rows: list[Any]) -> Tally:
    """The last figures of several units: added, or, where they are shares, told as shares."""
    known = [row for row in rows if row["value"] is not None]
    unknown = len(rows) - len(known)
    if rows[0]["indicator__adds"] == Indicator.Adds.SHARE:
        told = share_of([(_plain(row["value"]), row["out_of"]) for row in known])
    else:
        told = added(
            Tally(amount=Amount(_plain(row["value"]), Bound(row["bound"])), number=1)
            for row in known
        )
    return replace(told, unknown=unknown)


def doubted(
    tallies: dict[int, Tally], found: QuerySet[Contribution], *, first: date, last: date
) -> dict[int, Tally]:
    """The same with what may be counted twice told, where a question about it still waits."""
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    waiting = Overlap.objects.waiting().filter(
        Q(first__activity__ends_on__range=(first, last))
        & Q(second__activity__ends_on__range=(first, last))
    )
    for overlap in waiting.select_related("first__indicator"):
        indicator = overlap.first.indicator
        if indicator and indicator.root_id in tallies:
            pairs[indicator.root_id].append(overlap.pair)
    if not pairs:
        return tallies
    figures = {figure for group in pairs.values() for pair in group for figure in pair}
    amounts = _amounts_of(found.filter(figure__in=figures))
    return {
        indicator: with_doubt(tally, amounts, pairs.get(indicator, ()))
        for indicator, tally in tallies.items()
    }


def _amounts_of(found: QuerySet[Contribution]) -> dict[int, Amount]:
    rows = found.filter(value__isnull=False).values("figure_id", "bound").annotate(v=Sum("value"))
    return {row["figure_id"]: Amount(_plain(row["v"]), Bound(row["bound"])) for row in rows}
