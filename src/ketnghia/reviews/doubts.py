"""Open questions of the overlap guard that touch the total of one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet

from ketnghia.activities.models import Contribution, Overlap
from ketnghia.activities.models.figures import OverlapQuerySet
from ketnghia.activities.tallies import Tally, with_doubt
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount, total
from ketnghia.reviews.models import Report
from ketnghia.units.models import Reach

# More open questions than this are told as "many"; a total in so much doubt is not narrowed.
AT_MOST = 500


def waiting_in(report: Report) -> OverlapQuerySet:
    """Questions about figures of the unit and all below, both in the days of the round."""
    days = (report.round.first, report.round.last)
    reached = Reach.objects.filter(holder=report.unit_id, unit=OuterRef("unit"))
    inside = Contribution.objects.filter(
        Q(unit=report.unit_id) | Q(Exists(reached)), figure=OuterRef("first")
    )
    return Overlap.objects.waiting().filter(
        Q(first__activity__ends_on__range=days) & Q(second__activity__ends_on__range=days),
        Exists(inside),
    )


def questions_of(report: Report) -> OverlapQuerySet:
    """Those about figures that count in this report, its own or from reports handed in below."""
    keys = [overlap.pk for pairs in _pairs(report).values() for overlap in pairs]
    return Overlap.objects.filter(pk__in=keys)


def in_doubt(report: Report) -> set[int]:
    """Indicators about which a question still waits."""
    return set(_pairs(report))


def with_doubts(report: Report, tallies: Mapping[int, Tally]) -> dict[int, Tally]:
    """Tallies with what may be counted twice told, where a question about it still waits."""
    found = dict(tallies)
    for indicator, overlaps in _pairs(report).items():
        if indicator not in found:
            continue
        amounts = _amounts(report, overlaps)
        pairs = [overlap.pair for overlap in overlaps]
        found[indicator] = with_doubt(found[indicator], amounts, pairs)
    return found


def _pairs(report: Report) -> dict[int, list[Overlap]]:
    """Open questions by the indicator whose total they touch."""
    waiting = list(waiting_in(report).select_related("first__indicator").order_by("pk")[:AT_MOST])
    if not waiting:
        return {}
    inside = set(_lines(report, waiting).values_list("figure_id", flat=True))
    found: dict[int, list[Overlap]] = defaultdict(list)
    for overlap in waiting:
        if set(overlap.pair) <= inside and overlap.first.indicator:
            found[overlap.first.indicator.root_id].append(overlap)
    return found


def _lines(report: Report, overlaps: list[Overlap]) -> QuerySet[Contribution]:
    """Lines of the ledger of these figures that count in the report."""
    figures = {figure for overlap in overlaps for figure in overlap.pair}
    lines = Contribution.objects.filter(figure__in=figures)
    units = set(lines.values_list("unit_id", flat=True))
    reached = Reach.objects.filter(holder=report.unit_id, unit__in=units)
    inside = set(reached.values_list("unit_id", flat=True)) | {report.unit_id}
    return lines.filter(unit__in=(inside & units) - _not_counted(report, units))


def _not_counted(report: Report, units: set[int]) -> set[int]:
    """Units among these whose branch of the tree has not handed in."""
    missing = report.children.missing().values_list("path", flat=True)
    paths = dict(
        Report.objects.filter(round=report.round_id, unit__in=units).values_list("unit_id", "path")
    )
    closed = tuple(missing)
    return {unit for unit, path in paths.items() if path.startswith(closed)}


def _amounts(report: Report, overlaps: list[Overlap]) -> dict[int, Amount]:
    found: dict[int, list[Amount]] = defaultdict(list)
    rows = _lines(report, overlaps).exclude(value=None).values_list("figure_id", "bound", "value")
    for figure, bound, value in rows:
        found[figure].append(Amount(Decimal(value or 0), Bound(bound)))
    return {figure: whole for figure, some in found.items() if (whole := total(some))}
