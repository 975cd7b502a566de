"""What the arithmetic of turns is about: orders, rhythms, what happened, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YEAR_END = (12, 31)


class State(StrEnum):
    """What became of a turn, or of a year that had none."""

    HELD = "held"  # the place hosted
    SKIPPED = "skipped"  # decided, with the reason
    OUTSIDE = "outside"  # they met, and it used up nobody's turn
    UNKNOWN = "unknown"  # they met, and nobody wrote down who hosted
    SIGNED = "signed"  # only a signing is known of
    BLANK = "blank"  # nothing is recorded: never called skipped


@dataclass(frozen=True)
class Place:
    """One place in the order; where it joined or left later, from and before which year."""

    key: int
    joined: int | None = None
    left: int | None = None

    def holds_in(self, year: int) -> bool:
        has_joined = self.joined is None or self.joined <= year
        return has_joined and (self.left is None or year < self.left)


@dataclass(frozen=True)
class Rhythm:
    """From which year the order holds, how many years a turn takes, and the last day of a turn.

    Without `every` a turn is taken each time they meet, whenever that is.
    """

    since: int
    every: int | None = 1
    due: tuple[int, int] = YEAR_END

    def period(self, year: int) -> int:
        """The first year of the turn that a year belongs to."""
        return year - (year - self.since) % (self.every or 1)

    def last_year(self, period: int) -> int:
        return period + (self.every or 1) - 1

    def due_on(self, period: int) -> date | None:
        """The day by which the turn of a period is to be held."""
        if self.every is None:
            return None
        month, day = self.due
        if (month, day) == (2, 29):
            day = 28
        return date(self.last_year(period), month, day)


@dataclass(frozen=True)
class Meeting:
    """They met. `places`: those of the order that hosted, several where units went into one.

    `counts`: it belongs to the order, so it uses up the turn of whoever hosted.
    """

    key: int
    on: date
    places: tuple[int, ...] = ()
    has_host: bool = True
    counts: bool = True


@dataclass(frozen=True)
class Skip:
    """It was decided that a place does not take its turn."""

    key: int
    place: int
    year: int
    on: date


@dataclass(frozen=True)
class Swap:
    """It was decided that another place hosts in the turn of this one, which comes after."""

    key: int
    place: int
    by: int
    year: int
    on: date


@dataclass(frozen=True)
class Ruling:
    """A person said whose turn a meeting used up; without a place: nobody's."""

    key: int
    meeting: int
    place: int | None


@dataclass(frozen=True)
class Facts:
    """Everything the ledger is told from."""

    meetings: tuple[Meeting, ...] = ()
    skips: tuple[Skip, ...] = ()
    swaps: tuple[Swap, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    signings: tuple[date, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One line of the ledger, from its first year to its last."""

    state: State
    first: int
    last: int
    place: int | None = None
    meeting: Meeting | None = None
    skip: Skip | None = None
    swap: Swap | None = None
    ruling: Ruling | None = None
    is_out_of_order: bool = False

    @property
    def years(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class Next:
    """Whose turn it is: the place, the period, and by when; `swap` where another steps in."""

    place: int
    year: int
    last_year: int
    due_on: date | None
    swap: Swap | None = None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today

    def years(self, today: date) -> str:
        """The years it stands for; those that went by without a record are among them."""
        last = max(self.last_year, today.year) if self.is_late(today) else self.last_year
        return str(self.year) if self.year >= last else f"{self.year}–{last}"


@dataclass(frozen=True)
class Told:
    """The ledger: what was, in time, and whose turn it is; none without an order."""

    turns: tuple[Turn, ...]
    next: Next | None
