"""Versions of a record and its parts, told as sentences an officer reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from ketnghia.vietnamese.dates import day

AT_MOST = 100
DERIVED = {"search_text", "sort_key", "is_met", "is_exceeded", "history"}


@dataclass(frozen=True)
class Change:
    """One field before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Act:
    """What somebody did to a record or one of its parts."""

    at: datetime
    who: str
    what: str
    about: str
    changes: list[Change]
    reason: str = ""


def history_of(record: models.Model) -> list[Act]:
    """Everything done to the record and its parts, newest first, at most a hundred acts."""
    acts = [act for subject in _with_history(record) for act in _acts(*subject)]
    acts.sort(key=lambda act: act.at, reverse=True)
    return acts[:AT_MOST]


def _with_history(record: models.Model) -> Iterator[tuple[type[models.Model], Any, Any]]:
    """Models with history that hang on the record by a cascading key, and their versions."""
    model = type(record)
    manager: Any = getattr(model, "history", None)
    if manager is not None:
        yield model, manager.filter(id=record.pk), record
    for relation in model._meta.related_objects:
        part = relation.related_model
        manager = getattr(part, "history", None)
        is_part = getattr(relation, "on_delete", None) is models.CASCADE
        if manager is not None and is_part and part is not model:
            yield part, manager.filter(**{f"{relation.field.name}_id": record.pk}), None


def _acts(model: type[models.Model], versions: Any, _record: Any) -> Iterator[Act]:
    found = versions.select_related("history_user").order_by("id", "history_date", "history_id")
    before: dict[int, Any] = {}
    for version in found:
        previous = before.get(version.id)
        # What was removed and written again begins anew.
        before[version.id] = None if version.history_type == "-" else version
        if version.history_type == "-":
            yield _act(model, version, _("bỏ"), [])
        elif previous is None:
            yield _act(model, version, _("ghi"), [])
        else:
            changes = list(_changes(model, previous, version))
            if changes:
                yield _act(model, version, _("sửa"), changes)


def _act(model: type[models.Model], version: Any, what: str, changes: list[Change]) -> Act:
    who = str(version.history_user) if version.history_user else _("hệ thống")
    reason = version.history_change_reason or ""
    return Act(version.history_date, who, what, _about(model, version), changes, reason)


def _about(model: type[models.Model], version: Any) -> str:
    """What the part calls itself: its title, name or wording."""
    for name in ("title", "name", "wording", "what", "why", "number"):
        said = getattr(version, name, "")
        if said:
            return str(said)
    return str(model._meta.verbose_name)


def _changes(model: type[models.Model], before: Any, after: Any) -> Iterator[Change]:
    for field in model._meta.fields:
        if field.name in DERIVED or field.primary_key or not hasattr(after, field.attname):
            continue
        old, new = getattr(before, field.attname), getattr(after, field.attname)
        if old != new:
            name = str(field.verbose_name)
            yield Change(name, _said(field, old), _said(field, new))


def _said(field: models.Field[Any, Any], value: Any) -> str:
    if value is None or value == "":
        return _("chưa ghi")
    if isinstance(value, date):
        return day(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation and field.related_model:
        model: Any = field.related_model
        return str(model.objects.filter(pk=value).first() or value)
    return str(value)
