"""How far a long stage has come and how fast it goes, said ten times on its way."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from ketnghia.vietnamese.numbers import grouped

Say = Callable[[str], None]
TIMES = 10


class Pace:
    """Counts what was made and says every tenth with the rate since the beginning."""

    def __init__(self, what: str, total: int, say: Say) -> None:
        self.what, self.total, self.say = what, total, say
        self.done = 0
        self.every = max(1, total // TIMES)
        self.started = perf_counter()

    def step(self) -> None:
        self.done += 1
        if self.done % self.every == 0:
            self.say(f"{self.what}: {grouped(self.done)} trong {grouped(self.total)}, {self.rate}")

    @property
    def rate(self) -> str:
        taken = max(perf_counter() - self.started, 0.001)
        return f"{grouped(round(self.done / taken))} mỗi giây"
