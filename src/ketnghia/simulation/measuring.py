"""Taking a figure: the middle of several runs, with what it should reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measured figure."""

    name: str
    value: float
    target: float
    unit: str = "ms"
    better: str = "lower"

    @property
    def is_reached(self) -> bool:
        return self.value <= self.target if self.better == "lower" else self.value >= self.target


def timed(act: Callable[[], Any], *, times: int = 7) -> float:
    """Milliseconds of the middle run, after one that warms up where there are several."""
    if times > 1:
        act()
    runs = []
    for _ in range(times):
        start = perf_counter()
        act()
        runs.append((perf_counter() - start) * 1000)
    return round(median(runs), 2)
