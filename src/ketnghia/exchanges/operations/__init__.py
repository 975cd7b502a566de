"""Changes to exchanges and what hangs on them, one file for each subject."""

from __future__ import annotations

from ketnghia.exchanges.operations.crediting import COUNTED, counted, credit, fitting
from ketnghia.exchanges.operations.delegations import Entry, describe_side, enter_list
from ketnghia.exchanges.operations.minutes import (
    follow_up,
    papers_for,
    promise_point,
    write_minutes,
)
from ketnghia.exchanges.operations.practices import take_over, write_practice
from ketnghia.exchanges.operations.programme import write_item
from ketnghia.exchanges.operations.recording import (
    add_side,
    correct,
    record,
    refresh_search,
    remove_side,
)
from ketnghia.exchanges.operations.sites import write_site

__all__ = [
    "COUNTED",
    "Entry",
    "add_side",
    "correct",
    "counted",
    "credit",
    "describe_side",
    "enter_list",
    "fitting",
    "follow_up",
    "papers_for",
    "promise_point",
    "record",
    "refresh_search",
    "remove_side",
    "take_over",
    "write_item",
    "write_minutes",
    "write_practice",
    "write_site",
]
