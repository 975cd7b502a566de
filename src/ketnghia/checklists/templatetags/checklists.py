"""What pages of preparing ask in templates."""

from __future__ import annotations

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ketnghia.checklists import words
from ketnghia.checklists.models import Step, Task
from ketnghia.ui.templatetags.ui import state
from ketnghia.vietnamese.dates import day

register = template.Library()


@register.simple_tag
def task_state(task: Task, *, short: bool = False) -> SafeString:
    """Where a task stands, as a mark and words; `short` where its day has a column."""
    if task.done_on:
        return _state(_("xong %(day)s") % {"day": day(task.done_on)}, "met")
    if task.skipped_on:
        return _state(_("không cần"), "none")
    if task.is_late:
        late = _("quá hẹn") if short else _("quá hẹn %(day)s") % {"day": day(task.due_on)}
        return _state(late, "late")
    left = _("chưa xong") if short else _("trước %(day)s") % {"day": day(task.due_on)}
    return _state(left, "due")


def _state(told: str, kind: str) -> SafeString:
    return state(conditional_escape(told), **{"is": kind})


@register.simple_tag
def task_told(task: Task) -> str:
    return words.task_told(task)


@register.simple_tag
def step_days(step: Step) -> str:
    return words.days_told(step.days)
