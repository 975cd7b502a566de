"""What changes beneath a report that was handed in: marked, never taken over silently."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q

from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Report, Round
from ketnghia.reviews.sums import Piece
from ketnghia.units.models import Standing, Unit


@transaction.atomic
def mark_moved(*, units: Iterable[int], indicators: Iterable[int], on: date) -> int:
    """Write beside frozen lines what their sources say now; returns how many lines moved."""
    keys = set(indicators)
    marked = 0
    for report in _frozen_reports(set(units), on):
        marked += _mark(report, keys)
    return marked


def _frozen_reports(units: set[int], on: date) -> list[Report]:
    """Reports handed in that took the figures of these units on that day."""
    found: list[Report] = []
    for made in Round.objects.covering(on).filter(reports__state__in=Report.FROZEN).distinct():
        holders = _holders(made, units)
        reports = made.reports.counted().filter(unit__in=holders)
        found += reports.select_related("round", "unit")
    return found


def _holders(made: Round, units: set[int]) -> set[int]:
    """The units whose reports hold their figures: themselves, or the nearest above that reports."""
    held = Q(valid_from__isnull=True) | Q(valid_from__lte=made.tree_day)
    held &= Q(valid_until__isnull=True) | Q(valid_until__gte=made.tree_day)
    holders: set[int] = set()
    waiting, seen = set(units), set(units)
    while waiting:
        reporting = set(made.reports.filter(unit__in=waiting).values_list("unit_id", flat=True))
        holders |= reporting
        above = Standing.objects.filter(held, unit__in=waiting - reporting, parent__isnull=False)
        waiting = set(above.values_list("parent_id", flat=True)) - seen
        seen |= waiting
    return holders | _heirs(made, units)


def _heirs(made: Round, units: set[int]) -> set[int]:
    """Units that took over ended ones among these."""
    ended = set(
        Unit.objects.filter(pk__in=units, ended_on__lte=made.tree_day).values_list("pk", flat=True)
    )
    if not ended:
        return set()
    return {
        report.unit_id
        for report in made.reports.exclude(taken_over=[])
        if ended & set(report.taken_over)
    }


def _mark(report: Report, indicators: set[int]) -> int:
    figures = Figures(report)
    marked = 0
    for key in indicators & set(figures.indicators):
        now = figures.own.get(key, Piece()).tally
        line = figures.lines.get(key)
        then = line.own_tally if line else Tally()
        if line is None and now.is_blank:
            continue
        line = line or _blank(report, figures.indicators[key])
        is_moved = (now.amount, now.unknown) != (then.amount, then.unknown)
        _write(line, now, is_moved=is_moved)
        marked += is_moved
    return marked


def _blank(report: Report, indicator: Indicator) -> Line:
    """A line for what was blank when the report was handed in."""
    line = Line(report=report, indicator=indicator)
    line.freeze(Piece(), Tally())
    return line


def _write(line: Line, now: Tally, *, is_moved: bool) -> None:
    line.is_moved = is_moved
    amount = now.amount if is_moved else None
    line.now_value = amount.value if amount else None
    line.now_bound = amount.bound if amount else line.now_bound
    if line.pk:
        line.save(update_fields=["is_moved", "now_value", "now_bound"])
    else:
        line.save()
