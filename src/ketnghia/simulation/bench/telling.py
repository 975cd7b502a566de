"""Figures as lines on the screen: value, middle, queries, and whether the target is reached."""

from __future__ import annotations

from ketnghia.simulation.bench.measuring import Figure
from ketnghia.vietnamese.numbers import grouped

WIDTH = 52


def told(figure: Figure, *, after: Figure | None) -> str:
    """One line; a new part of the benchmark begins with its name."""
    line = f"{figure.name:<{WIDTH}} {_number(figure.value):>10} {figure.unit}"
    if figure.middle is not None:
        line += f"  giữa {_number(figure.middle):>9}"
    if figure.worked is not None:
        line += f"  xử lý {_number(figure.worked)}"
    if figure.queries is not None:
        line += f"  {figure.queries:>3} truy vấn"
    if figure.size is not None:
        line += f"  {grouped(round(figure.size)):>4} KB"
    if figure.ratio is not None:
        line += f"  gấp {_number(figure.ratio)} câu SQL thuần"
    if figure.target:
        line += f"  (cần ≤ {grouped(round(figure.target))}: {_verdict(figure)})"
    is_new = figure.group and (after is None or after.group != figure.group)
    return f"\n{figure.group}\n{line}" if is_new else line


def _verdict(figure: Figure) -> str:
    return "đạt" if figure.is_reached else f"CHƯA, gấp {_number(figure.missed_by or 0)}"


def _number(value: float) -> str:
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
