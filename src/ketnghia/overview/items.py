"""Lines of work on the page of today, each with the one act that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ketnghia.overview.ties import Tie

DUE_WITHIN = 45
LATE_SHOWN = 366
AT_MOST, MOST = 8, 200


@dataclass(frozen=True)
class Act:
    """What mends it, and where that is done."""

    label: str
    url: str


@dataclass(frozen=True)
class Item:
    """One line of work. Without a title the tie itself is the title."""

    url: str
    tone: str
    when: str
    title: str = ""
    tie: Tie | None = None
    note: str = ""
    act: Act | None = None

    def told(self) -> Item:
        return self


# A line is told only where it is shown: a section may count hundreds and show eight.
Line = Callable[[], Item]


def at_once(items: Iterable[Item]) -> list[Line]:
    """Lines that are told already."""
    return [item.told for item in items]


@dataclass(frozen=True)
class Section:
    """Lines of one kind; `words` are its part of the opening sentence."""

    id: str
    title: str
    note: str
    words: str
    lines: Sequence[Line]
    is_open: bool = False

    @property
    def items(self) -> list[Item]:
        return [line() for line in self.lines]

    @property
    def shown(self) -> list[Item]:
        return [line() for line in self.lines[: MOST if self.is_open else AT_MOST]]

    @property
    def hidden(self) -> int:
        return 0 if self.is_open else max(len(self.lines) - AT_MOST, 0)

    @property
    def is_late(self) -> bool:
        """Told in red: what is overdue."""
        return self.id in {"qua-han", "thieu-nhi"} or (
            self.id == "chuan-bi" and any(item.tone == "late" for item in self.items)
        )
