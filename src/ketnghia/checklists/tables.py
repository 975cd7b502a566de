"""The list of what has to be ready: its columns and filters."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.checklists.models import Task
from ketnghia.checklists.terms import Kind
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold

STATES = [
    ("late", _("quá hẹn")),
    ("done", _("đã xong")),
    ("skipped", _("không cần")),
    ("all", _("tất cả")),
]
WITHIN = [("7", _("7 ngày")), ("30", _("30 ngày")), ("90", _("90 ngày"))]


def state_of(task: Task) -> str:
    """Where a task stands, in words."""
    if task.done_on:
        return _now("xong %(day)s") % {"day": day(task.done_on)}
    if task.skipped_on:
        return _now("không cần: %(why)s") % {"why": task.skipped_why}
    return _now("quá hẹn") if task.is_late else _now("chưa xong")


COLUMNS = [
    Column("what", _("Việc"), lambda t: t.what),
    Column("exchange", _("Cuộc giao lưu"), lambda t: t.checklist.exchange.title),
    Column("unit", _("Đơn vị"), lambda t: t.checklist.unit.name),
    Column("who", _("Ai làm"), lambda t: str(t.person or t.owner)),
    Column("due_on", _("Xong trước"), lambda t: t.due_on, sort="due_on"),
    Column("paper", _("Văn bản"), lambda t: t.paper),
    Column("state", _("Tình trạng"), state_of),
]


class TaskFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows the work by; without a state only what is open is listed."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=STATES, method="in_state", empty_label=_("chưa xong")
    )
    within = django_filters.ChoiceFilter(
        label=_("Đến hạn trong"),
        choices=WITHIN,
        method="due_within",
        empty_label=_("bất cứ lúc nào"),
    )
    who = django_filters.CharFilter(label=_("Ai làm"), method="with_owner")
    unit = django_filters.CharFilter(label=_("Đơn vị"), method="with_unit")
    kind = django_filters.ChoiceFilter(
        label=_("Danh mục"),
        field_name="checklist__template__kind",
        choices=Kind.choices,
        empty_label=_("Mọi danh mục"),
    )

    class Meta:
        model = Task
        fields: list[str] = []

    def filter_queryset(self, found: Any) -> Any:
        narrowed = super().filter_queryset(found)
        return narrowed if self.form.cleaned_data.get("state") else narrowed.waiting()

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        if state == "late":
            return found.late_on(localdate())
        kept = {"done": {"done_on__isnull": False}, "skipped": {"skipped_on__isnull": False}}
        return found.filter(**kept.get(state, {}))

    def due_within(self, found: Any, _name: str, days: str) -> Any:
        return found.due_within(localdate(), int(days))

    def with_owner(self, found: Any, _name: str, words: str) -> Any:
        named = Q(person__search_text__contains=fold(words))
        return found.filter(named | Q(owner__icontains=words))

    def with_unit(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(checklist__unit__search_text__contains=word)
        return found
