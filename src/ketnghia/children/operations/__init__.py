"""Keeping children's data and letting it go, one file for each subject."""

from __future__ import annotations

from ketnghia.children.operations.consents import Giver, record_consents, withdraw
from ketnghia.children.operations.erasing import erase, erase_due, erase_lists_of
from ketnghia.children.operations.handing import hand_over
from ketnghia.children.operations.keeping import entrust
from ketnghia.children.operations.lists import (
    add_children,
    change_erase_day,
    correct_child,
    let_go,
    make_list,
    purpose_ended,
    shift_lists,
)
from ketnghia.children.operations.opening import current_opening, note_act, open_list
from ketnghia.children.operations.papers import attach_paper, papers_in, papers_of, remove_paper
from ketnghia.children.operations.portrayals import (
    agree_to_portrayal,
    may_publish,
    portray,
    withdraw_portrayal,
)

__all__ = [
    "Giver",
    "add_children",
    "agree_to_portrayal",
    "attach_paper",
    "change_erase_day",
    "correct_child",
    "current_opening",
    "entrust",
    "erase",
    "erase_due",
    "erase_lists_of",
    "hand_over",
    "let_go",
    "make_list",
    "may_publish",
    "note_act",
    "open_list",
    "papers_in",
    "papers_of",
    "portray",
    "purpose_ended",
    "record_consents",
    "remove_paper",
    "shift_lists",
    "withdraw",
    "withdraw_portrayal",
]
