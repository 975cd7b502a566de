"""How far preparing is, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.checklists.models import Task
from ketnghia.vietnamese.dates import day


def told(tasks: Sequence[Task], *, today: date | None = None) -> str:
    """Còn 5 việc, 1 quá hẹn."""
    if not tasks:
        return _("Chưa chọn danh mục nào.")
    left = [task for task in tasks if task.is_open]
    if not left:
        return _("Đã xong cả %(number)s việc.") % {"number": len(tasks)}
    late = sum(task.due_on < (today or localdate()) for task in left)
    if late:
        words = {"left": len(left), "late": late}
        return _("Còn %(left)s việc, %(late)s quá hẹn.") % words
    return _("Còn %(left)s việc.") % {"left": len(left)}


def days_told(days: int) -> str:
    """When a step is due: trước 20 ngày, ngày đầu, sau 7 ngày."""
    if days < 0:
        return _("trước %(days)s ngày") % {"days": -days}
    if days > 0:
        return _("sau %(days)s ngày") % {"days": days}
    return _("ngày đầu")


def task_told(task: Task) -> str:
    """Where one task stands, as a sentence."""
    if task.done_on:
        words = {"day": day(task.done_on), "who": task.done_by}
        return _("Xong ngày %(day)s, %(who)s ghi.") % words
    if task.skipped_on:
        return _("Không cần: %(why)s.") % {"why": task.skipped_why.rstrip(".")}
    if task.is_late:
        return _("Quá hẹn từ %(day)s.") % {"day": day(task.due_on)}
    return _("Cần xong trước %(day)s.") % {"day": day(task.due_on)}
