"""What happens to children's data, told upwards without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ketnghia.events import Event


@dataclass(frozen=True)
class ConsentWithdrawn(Event):
    """A consent was taken back: whatever rests on it stops at once."""

    use: str
    child_id: int | None
    portrayal_id: int | None
    on: date


@dataclass(frozen=True)
class NamesErased(Event):
    """The names of a list were erased; its numbers stay."""

    child_list_id: int
    number: int
    by_id: int | None
