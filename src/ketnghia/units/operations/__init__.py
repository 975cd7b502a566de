"""Changes to several records of the register: founding, correcting, successions, seats."""

from __future__ import annotations

from ketnghia.units.operations.reach import rebuild_reach, refresh_reach
from ketnghia.units.operations.register import add_name, correct, found, move, remove_name, rename
from ketnghia.units.operations.seats import end_seat, give_seat, grant_offered, offer_seat
from ketnghia.units.operations.successions import (
    refuse_wrong_succession,
    succeed,
    undo_succession,
)

__all__ = [
    "add_name",
    "correct",
    "end_seat",
    "found",
    "give_seat",
    "grant_offered",
    "move",
    "offer_seat",
    "rebuild_reach",
    "refresh_reach",
    "refuse_wrong_succession",
    "remove_name",
    "rename",
    "succeed",
    "undo_succession",
]
