"""What each side has to prepare for an exchange, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.checklists.models import Task
from ketnghia.checklists.words import told
from ketnghia.documents.models import Document
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.units.models import Unit, may_read, may_run

SOON = 14
AT_LEAST = 3


@dataclass(frozen=True)
class Row:
    """One task, and how many files are kept beside it."""

    task: Task
    files: int

    @property
    def wants_file(self) -> bool:
        return self.task.has_file and not self.files and self.task.skipped_on is None


@dataclass(frozen=True)
class Side:
    """One unit's preparing: its tasks by their day, and whether the reader may change them."""

    unit: Unit
    rows: list[Row]
    may_edit: bool

    @property
    def told(self) -> str:
        return told([row.task for row in self.rows])

    @property
    def is_late(self) -> bool:
        return any(row.task.is_late for row in self.rows)

    @property
    def open(self) -> list[Row]:
        return [row for row in self.rows if row.task.is_open]

    @property
    def pressing(self) -> list[Row]:
        """Late or due within two weeks; where nothing is, the next three."""
        soon = localdate() + timedelta(days=SOON)
        rows = self.open
        return [row for row in rows if row.task.due_on <= soon] or rows[:AT_LEAST]

    @property
    def later(self) -> list[Row]:
        return self.open[len(self.pressing) :]

    @property
    def closed(self) -> list[Row]:
        return [row for row in self.rows if not row.task.is_open]


def sides_of(exchange: Exchange, user: User) -> list[Side]:
    """The sides whose papers the person reads."""
    parts = Participation.objects.filter(exchange=exchange)
    read = list(parts.filter(may_read(user)).select_related("unit").order_by("pk"))
    run = set(parts.filter(may_run(user)).values_list("unit", flat=True))
    rows: dict[int, list[Row]] = {part.unit_id: [] for part in read}
    for row in _rows(exchange, list(rows)):
        rows[row.task.checklist.unit_id].append(row)
    return [Side(part.unit, rows[part.unit_id], part.unit_id in run) for part in read]


def _rows(exchange: Exchange, units: list[int]) -> list[Row]:
    found = Task.objects.filter(checklist__exchange=exchange, checklist__unit__in=units)
    tasks = list(found.select_related("checklist__template", "person", "done_by"))
    kind = ContentType.objects.get_for_model(Task)
    kept = Document.objects.filter(subject_type=kind, subject_id__in=[task.pk for task in tasks])
    files = dict(kept.order_by().values_list("subject_id").annotate(Count("pk")))
    return [Row(task, files.get(task.pk, 0)) for task in tasks]
