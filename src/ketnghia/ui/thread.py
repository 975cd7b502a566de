"""The thread between two units: knots in time, and what the line between them looks like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FOLD_AFTER = 8


@dataclass(frozen=True)
class Knot:
    """One event on the thread. `side` is the ground it stood on: a above or unknown, b below.

    `line` is the strand from this knot to the next: taut, slack, none (dots) or "" for the last.
    """

    when: str
    title: str
    shapes: tuple[str, ...] = ("other",)
    note: str = ""
    side: str = "a"
    on: date | None = None
    gap: str = ""
    line: str = "taut"
    url: str = ""
    state: str = ""

    @property
    def shape(self) -> str:
        return self.shapes[0]
