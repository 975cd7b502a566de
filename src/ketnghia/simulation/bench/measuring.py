"""Taking a figure: the middle and the slow end of several runs, with what it should reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any

FEWEST = 7


@dataclass(frozen=True)
class Figure:
    """One measured figure; `value` is what is compared with `target`.

    `middle` is the median where `value` is the 95th percentile; `queries` how often the database
    was asked; `worked` the milliseconds our own process worked, which a busy machine does not
    stretch as much; `size` the KB that went over the wire; `ratio` how many times the plain
    statement costs; `group` the part it belongs to.
    """

    name: str
    value: float
    target: float = 0
    unit: str = "ms"
    better: str = "lower"
    middle: float | None = None
    worked: float | None = None
    queries: int | None = None
    size: float | None = None
    ratio: float | None = None
    group: str = ""

    @property
    def is_reached(self) -> bool:
        return self.value <= self.target if self.better == "lower" else self.value >= self.target

    @property
    def missed_by(self) -> float | None:
        """How many times it is beyond its target; none where it is reached or has none."""
        if not self.target or self.is_reached:
            return None
        worse, wanted = self.value, self.target
        if self.better == "higher":
            worse, wanted = wanted, worse
        return round(worse / wanted, 2) if wanted else None


@dataclass(frozen=True)
class Runs:
    """Milliseconds of several runs of one act."""

    taken: list[float]

    @property
    def p50(self) -> float:
        return round(median(self.taken), 2)

    @property
    def p95(self) -> float:
        """The slow end; with few runs the slowest of them."""
        if len(self.taken) < FEWEST:
            return round(max(self.taken), 2)
        return round(quantiles(self.taken, n=20, method="inclusive")[-1], 2)


def run(
    act: Callable[[], Any], *, times: int = 20, seconds: float = 4.0, warms_up: bool = True
) -> Runs:
    """So many runs, fewer where they take long; one before them warms up."""
    if warms_up:
        act()
    taken: list[float] = []
    started = perf_counter()
    while len(taken) < times:
        start = perf_counter()
        act()
        taken.append((perf_counter() - start) * 1000)
        if perf_counter() - started > seconds and len(taken) >= min(3, times):
            break
    return Runs(taken)


def timed(act: Callable[[], Any], *, times: int = 7) -> float:
    """Milliseconds of the middle run, after one that warms up where there are several."""
    return run(act, times=times, seconds=60, warms_up=times > 1).p50
