"""Three ways to hold a tree that changes over time, measured beside each other.

A: standings followed by a recursive query. B: a closure table with the days of each pair.
C: a path per era. B and C are tables of their own here, made from the standings and dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from time import perf_counter

from django.db import connection
from django.db.models import F

from ketnghia.simulation.bench.measuring import Figure, timed
from ketnghia.simulation.bench.tree import BEFORE, TODAY
from ketnghia.units.models import Standing, Unit

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
ERAS = {"old": BEFORE, "new": TODAY}
Span = tuple[int, date, date]
Row = tuple[str | int, ...]


def compare(_runs: int) -> Iterator[Figure]:
    """Rows, time to write, and three subtrees for each representation."""
    standings = list(
        Standing.objects.order_by(F("valid_from").asc(nulls_first=True)).values_list(
            "unit_id", "parent_id", "valid_from", "valid_until"
        )
    )
    held: dict[int, list[Span]] = defaultdict(list)
    for unit, parent, start, end in standings:
        if parent:
            held[unit].append((parent, start or FIRST, end or LAST))
    yield Figure("A truy vấn đệ quy: số dòng", len(standings), 0, "dòng")
    yield from _ask("A", lambda top, on: Unit.objects.below(top, on=on).count())
    yield from _closure(held)
    yield from _paths(held)


def _closure(held: dict[int, list[Span]]) -> Iterator[Figure]:
    columns = "ancestor bigint, unit bigint, since date, until date"
    started = perf_counter()
    rows = [
        (above, unit, start.isoformat(), end.isoformat())
        for unit in list(held)
        for above, start, end in _spans_above(unit, held)
    ]
    _table("tree_closure", columns, rows, "(ancestor, unit)")
    yield from _written("B bảng bao đóng", rows, started)
    query = (
        "SELECT count(DISTINCT unit) FROM tree_closure"
        " WHERE ancestor=%s AND since<=%s AND until>=%s"
    )
    yield from _ask("B", lambda top, on: _number(query, [top.pk, on.isoformat(), on.isoformat()]))
    _run("DROP TABLE tree_closure")


def _spans_above(unit: int, held: dict[int, list[Span]]) -> list[Span]:
    """Every unit above, with the days on which the whole way up was in place."""
    found = []
    waiting = list(held[unit])
    while waiting:
        parent, start, end = waiting.pop()
        found.append((parent, start, end))
        for above, since, until in held.get(parent, []):
            if max(start, since) <= min(end, until):
                waiting.append((above, max(start, since), min(end, until)))
    return found


def _paths(held: dict[int, list[Span]]) -> Iterator[Figure]:
    started = perf_counter()
    rows: list[Row] = []
    for era, on in ERAS.items():
        up = {
            unit: parent
            for unit, spans in held.items()
            for parent, since, until in spans
            if since <= on <= until
        }
        rows += [(era, unit, _path(unit, up)) for unit in up]
    _table("tree_path", "era varchar(3), unit bigint, path varchar(200)", rows, "(era, path)")
    yield from _written("C đường dẫn theo thời kỳ", rows, started)
    yield from _ask("C", _count_by_path)
    _run("DROP TABLE tree_path")


def _path(unit: int, up: dict[int, int]) -> str:
    steps = [unit]
    while steps[-1] in up:
        steps.append(up[steps[-1]])
    return "".join(f"{step:08d}/" for step in reversed(steps))


def _count_by_path(top: Unit, on: date) -> int:
    era = "new" if on >= TODAY else "old"
    path = _texts("SELECT path FROM tree_path WHERE era=%s AND unit=%s", [era, top.pk])
    start = path[0] if path else f"{top.pk:08d}/"
    between = "SELECT count(*) FROM tree_path WHERE era=%s AND path>%s AND path<%s"
    return _number(between, [era, start, f"{start}~"])


def _ask(mark: str, count: Callable[[Unit, date], int]) -> Iterator[Figure]:
    """The three questions of the benchmark, the same for each representation."""
    questions = [
        ("một tỉnh hôm nay", "Tỉnh đoàn Ninh Bình", TODAY),
        ("một tỉnh năm 2020", "Tỉnh đoàn Hà Nam", BEFORE),
        ("cả nước hôm nay", "Trung ương Đoàn TNCS Hồ Chí Minh", TODAY),
    ]
    for name, unit, on in questions:
        top = Unit.objects.living_on(on).get(name=unit)
        act = partial(count, top, on)
        yield Figure(f"{mark} {name}, {act()} đơn vị", timed(act), 0)


def _written(name: str, rows: Sequence[Row], started: float) -> Iterator[Figure]:
    yield Figure(f"{name}: số dòng", len(rows), 0, "dòng")
    yield Figure(f"{name}: viết lại", round((perf_counter() - started) * 1000, 1), 0)


def _table(name: str, columns: str, rows: Sequence[Row], index: str) -> None:
    marks = ", ".join(["%s"] * len(columns.split(", ")))
    _run(f"CREATE TABLE {name} ({columns})")
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {name} VALUES ({marks})", list(rows))  # noqa: S608
    _run(f"CREATE INDEX {name}_down ON {name} {index}")
    _run(f"ANALYZE {name}")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _number(query: str, given: list[str | int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return int(cursor.fetchone()[0])


def _texts(query: str, given: list[str | int]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return [str(row[0]) for row in cursor.fetchall()]
