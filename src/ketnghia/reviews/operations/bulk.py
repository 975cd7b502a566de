"""Handing in a whole round at once: every report of a tree, from the base units upwards.

For earlier periods taken over from another system, and for measuring at national scale. The lines
are the ones that handing in one by one would write (a test compares); no snapshot is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q

from ketnghia.activities.models import Contribution, Indicator
from ketnghia.activities.rollup import by_unit
from ketnghia.activities.tallies import Tally
from ketnghia.reviews.derived import Entry, entries, piece_of
from ketnghia.reviews.models import Line, Report, Round
from ketnghia.reviews.operations.submitting import FROZEN
from ketnghia.reviews.sums import Piece, together
from ketnghia.units.models import Standing, Unit, UnitQuerySet

BATCH = 2_000
# Beyond so many units asking which records lie in the tree costs more than reading all of them.
COUNTRY = 10_000
Key = tuple[int, int]  # a unit that reports, an indicator


@transaction.atomic
def hand_in_all(
    made: Round,
    *,
    on: date,
    state: str = Report.State.SUBMITTED,
    missing: Collection[int] = (),
) -> int:
    """Freeze every open report but those of the units in `missing`; returns how many."""
    reports = list(made.reports.filter(state__in=Report.WRITABLE).exclude(unit__in=missing))
    indicators = {one.indicator_id: one.indicator for one in made.asked.in_order()}
    own = _own_parts(made, indicators)
    totals = _totals(made, reports, own, indicators)
    kept = {
        (line.report_id, line.indicator_id): line
        for line in Line.objects.filter(report__round=made).select_related("indicator")
    }
    fresh: list[Line] = []
    for report in reports:
        for key, total in totals[report.unit_id].items():
            line = kept.get((report.pk, key)) or Line(report=report, indicator=indicators[key])
            line.freeze(total, own.get((report.unit_id, key), Piece()).tally)
            if line.pk is None:
                fresh.append(line)
    Line.objects.bulk_create(fresh, batch_size=BATCH)
    Line.objects.bulk_update([line for line in kept.values() if line.is_frozen], FROZEN, 500)
    some = Report.objects.filter(round=made, state__in=Report.WRITABLE).exclude(unit__in=missing)
    return some.update(state=state, submitted_on=on)


def _own_parts(made: Round, indicators: Mapping[int, Indicator]) -> dict[Key, Piece]:
    """What each reporting unit has of its own, with the units that report through it."""
    found: dict[Key, list[Piece]] = defaultdict(list)
    holders = _holders(made)
    lines = Contribution.objects.between(made.first, made.last)
    lines = lines.filter(indicator__in=list(indicators), indicator__derived="")
    if made.campaign_id:
        lines = lines.filter(figure__activity__campaign=made.campaign_id)
    for (unit, key), tally in by_unit(lines).items():
        if unit in holders:
            found[(holders[unit], key)].append(Piece(tally))
    pieces = {key: together(some, adds=indicators[key[1]].adds) for key, some in found.items()}
    for indicator in indicators.values():
        if indicator.derived:
            for unit, some in _derived(made, indicator, holders).items():
                pieces[(unit, indicator.pk)] = piece_of(some, adds=indicator.adds)
    return pieces


def _derived(
    made: Round, indicator: Indicator, holders: Mapping[int, int]
) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries(indicator.derived, _inside(made, holders), made.span):
        if entry.unit in holders:
            found[holders[entry.unit]].append(entry)
    return found


def _inside(made: Round, holders: Mapping[int, int]) -> UnitQuerySet:
    """The units of the tree; for a whole country simply all, of which the others are left out."""
    if len(holders) > COUNTRY:
        return Unit.objects.all()
    below = Unit.objects.below(made.unit, on=made.tree_day).values("pk")
    ended = [unit for taken in made.reports.values_list("taken_over", flat=True) for unit in taken]
    return Unit.objects.filter(Q(pk=made.unit_id) | Q(pk__in=below) | Q(pk__in=ended))


def _holders(made: Round) -> dict[int, int]:
    """The unit whose report each unit's figures are in, for every unit of the tree."""
    reports = list(made.reports.values_list("unit_id", "taken_over"))
    holders = {unit: unit for unit, _taken in reports}
    on = made.tree_day
    held = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    held &= Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    parents = dict(
        Standing.objects.filter(held, parent__isnull=False).values_list("unit_id", "parent_id")
    )
    below = Unit.objects.below(made.unit, on=on).values_list("pk", flat=True)
    for unit in below:
        here = unit
        while here not in holders and here in parents:
            here = parents[here]
        if here in holders:
            holders[unit] = holders[here]
    return holders | {unit: holder for holder, taken in reports for unit in taken}


def _totals(
    made: Round,
    reports: list[Report],
    own: Mapping[Key, Piece],
    indicators: Mapping[int, Indicator],
) -> dict[int, dict[int, Piece]]:
    """What each report comes to, the lowest first, so that every level adds what is below it."""
    parents = dict(made.reports.values_list("unit_id", "parent__unit_id"))
    parts: dict[int, dict[int, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for (unit, indicator), piece in own.items():
        parts[unit][indicator].append(piece)
    for unit, indicator, piece in _handed_in(made):
        parts[unit][indicator].append(piece)
    totals: dict[int, dict[int, Piece]] = {}
    for report in sorted(reports, key=lambda one: one.path.count("/"), reverse=True):
        mine = {
            key: together(some, adds=indicators[key].adds)
            for key, some in parts.pop(report.unit_id, {}).items()
        }
        totals[report.unit_id] = mine
        above = parents[report.unit_id]
        if above is not None:
            for key, piece in mine.items():
                parts[above][key].append(piece)
    return totals


def _handed_in(made: Round) -> Iterator[tuple[int, int, Piece]]:
    """What reports handed in before add to the unit above each."""
    lines = Line.objects.frozen().filter(
        report__round=made, report__state__in=Report.FROZEN, report__parent__isnull=False
    )
    for line in lines.select_related("indicator", "report__parent"):
        assert line.report.parent  # noqa: S101 - filtered above
        if line.piece.tally != Tally():
            yield line.report.parent.unit_id, line.indicator_id, line.piece
