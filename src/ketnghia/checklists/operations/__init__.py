"""Starting a checklist, keeping its tasks, and keeping the templates, one file for each."""

from __future__ import annotations

from ketnghia.checklists.operations.preparing import (
    add_task,
    change_task,
    due_day,
    move,
    proposed,
    start,
)
from ketnghia.checklists.operations.templates import Line, revise, templates_for

__all__ = [
    "Line",
    "add_task",
    "change_task",
    "due_day",
    "move",
    "proposed",
    "revise",
    "start",
    "templates_for",
]
