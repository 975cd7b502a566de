"""What has to be ready before an exchange, in the agenda."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Stored
from ketnghia.checklists.models import Checklist, Task
from ketnghia.exchanges.models import Exchange


def _tasks(scope: Scope) -> QuerySet[Task]:
    """What has to be ready before an exchange; not what was set aside."""
    lists = Checklist.objects.filter(pk=OuterRef("checklist"))
    found = Task.objects.visible_to(scope.user).filter(scope.touched(lists), skipped_on=None)
    found = found.exclude(checklist__exchange__state=Exchange.State.CANCELLED)
    return found.select_related("checklist__exchange", "person")


def _task(task: Task, today: date) -> Entry:
    who = str(task.person or task.owner)
    return Entry(
        source="chuan-bi",
        key=str(task.pk),
        first=task.due_on,
        last=task.due_on,
        title=task.what,
        summary=_now("Chuẩn bị: %(title)s") % {"title": task.what},
        url=task.get_absolute_url(),
        mark="done" if task.done_on else "late" if task.due_on < today else "due",
        words=_now("xong") if task.done_on else "",
        note=". ".join(part for part in (who, task.checklist.exchange.title) if part),
    )


TASKS = Stored(
    key="chuan-bi",
    model=Task,
    label=_("Việc chuẩn bị"),
    counted=ngettext_lazy("%(number)s việc chuẩn bị", "%(number)s việc chuẩn bị", "number"),
    rows=_tasks,
    tell=_task,
    units=("checklist__exchange__participations__unit",),
    first="due_on",
    last="due_on",
)
