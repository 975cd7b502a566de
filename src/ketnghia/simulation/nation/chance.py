"""Chance that repeats: each subject of the simulation draws from a stream of its own."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """The same seed and subject give the same draws, whatever other subjects drew before."""

    def __init__(self, seed: int, subject: str) -> None:
        super().__init__(f"{seed} {subject}")

    def happens(self, share: float) -> bool:
        return self.random() < share

    def day(self, first: date, last: date) -> date:
        """A day from one to another, both inside."""
        return first + timedelta(days=self.randrange((last - first).days + 1))

    def around(self, typical: float, spread: float = 0.6) -> float:
        """Mostly near the typical value, sometimes far above it, as things counted are."""
        return typical * self.lognormvariate(0, spread)


class Weighted(Generic[T]):
    """Things that come up as often as their weights say."""

    def __init__(self, things: Sequence[tuple[T, float]]) -> None:
        self.things = [thing for thing, _ in things]
        self.steps = list(accumulate(weight for _, weight in things))

    def draw(self, chance: random.Random) -> T:
        return self.things[bisect(self.steps, chance.random() * self.steps[-1])]
