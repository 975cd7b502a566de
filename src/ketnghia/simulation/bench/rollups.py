"""Totals of many units: a province and the country, cold, warm, after one changed figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import connection, transaction

from ketnghia.activities.models import Activity
from ketnghia.activities.models import Figure as ActivityFigure
from ketnghia.activities.operations import Line, correct_figure
from ketnghia.activities.spans import Span, half_of
from ketnghia.activities.totals import Totals
from ketnghia.simulation.bench.looking import lookers
from ketnghia.simulation.bench.measuring import Figure, run
from ketnghia.units.models import Unit

PROVINCE, COUNTRY = 150, 500


def figures(runs: int) -> Iterator[Figure]:
    """The half-year of a province with all below it, and of the whole country."""
    province, _commune, centre = (who.unit for who in lookers())
    span = half_of(_last_day())
    yield from _of(province, span, "một tỉnh", PROVINCE, runs)
    yield from _of(centre, span, "cả nước", COUNTRY, runs)


def _last_day() -> Any:
    return Activity.objects.order_by("-ends_on").values_list("ends_on", flat=True)[0]


def _of(unit: Unit, span: Span, name: str, target: float, runs: int) -> Iterator[Figure]:
    """Cold, the database has just forgotten its plans and pages of this connection."""
    act = partial(_rolled_up, unit, span)
    if not connection.in_atomic_block:
        connection.close()
    cold = run(act, times=1, warms_up=False)
    yield Figure(f"tổng nửa năm, {name}, lần đầu", cold.p95, target, group="Tổng hợp")
    warm = run(act, times=runs, seconds=10)
    plain = run(partial(_plainly, unit, span), times=runs, seconds=10)
    yield Figure(
        name=f"tổng nửa năm, {name}",
        value=warm.p95,
        middle=warm.p50,
        target=target,
        ratio=round(warm.p50 / plain.p50, 2),
        group="Tổng hợp",
    )
    yield Figure(
        f"  câu SQL thuần cho cùng câu hỏi, {name}", plain.p95, middle=plain.p50, group="Tổng hợp"
    )
    with transaction.atomic():
        _change_one(unit)
        after = run(act, times=min(3, runs), warms_up=False)
        transaction.set_rollback(True)
    yield Figure(f"tổng nửa năm, {name}, sau khi sửa một số", after.p95, target, group="Tổng hợp")


def _rolled_up(unit: Unit, span: Span) -> int:
    return len(Totals(unit, span, with_below=True).groups)


def _change_one(unit: Unit) -> None:
    figure = (
        ActivityFigure.objects.filter(
            contributions__unit=unit, indicator__adds="sum", value__isnull=False
        )
        .order_by("-pk")
        .first()
    )
    if figure is not None:
        correct_figure(
            figure,
            Line(
                what=figure.what,
                value=(figure.value or Decimal(0)) + 1,
                measure=figure.measure,
                bound=figure.bound,
                indicator=figure.indicator,
            ),
        )


# What the roll-up asks, as one would write it by hand: the tree of the day, then the sums.
PLAIN = """
WITH RECURSIVE below(unit_id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT standing.unit_id FROM units_standing standing
    JOIN below ON standing.parent_id = below.unit_id
    WHERE (standing.valid_from IS NULL OR standing.valid_from <= %s)
      AND (standing.valid_until IS NULL OR standing.valid_until >= %s)
)
SELECT line.indicator_id, line.bound, SUM(line.value), COUNT(line.value), COUNT(*)
FROM activities_contribution line JOIN below ON below.unit_id = line.unit_id
WHERE line."on" BETWEEN %s AND %s
GROUP BY line.indicator_id, line.bound
"""


def _plainly(unit: Unit, span: Span) -> int:
    first, last = span.first.isoformat(), span.last.isoformat()
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, [unit.pk, last, last, first, last])
        return len(cursor.fetchall())
