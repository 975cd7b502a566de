"""How many a round still takes: plain arithmetic over numbers, no database.

The house never refuses what is over a quota (domain.md §6 knows quotas as guidance of each round):
it says by how many, and asks for a reason that stays beside the nomination.
"""

from __future__ import annotations

from dataclasses import dataclass

HUNDRED = 100


@dataclass(frozen=True)
class Room:
    """One limit and how much of it is taken."""

    limit: int
    used: int

    @property
    def left(self) -> int:
        return max(self.limit - self.used, 0)

    @property
    def over(self) -> int:
        return max(self.used - self.limit, 0)

    @property
    def is_over(self) -> bool:
        return self.used > self.limit


def share(percent: int, whole: int) -> int:
    """At most so many per cent of a whole, rounded down: 20 % of 14 is 2."""
    return percent * whole // HUNDRED


def is_majority(votes: int, present: int, needed: int) -> bool:
    """Whether votes suffice: more than half for 50 per cent, else at least the share of present."""
    if present <= 0:
        return False
    if needed * 2 <= HUNDRED:
        return votes * 2 > present
    return votes * HUNDRED >= needed * present
