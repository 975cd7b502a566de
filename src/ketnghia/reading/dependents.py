"""What hangs on a record, whichever room holds it: rows with a key to it, and generic rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

OURS = "ketnghia."
# Caches and what opens by itself: they follow the record and forbid nothing.
FOLLOWING = frozenset({"agreements.Duty", "activities.Contribution", "activities.Overlap"})
# The memory of reading itself.
READING = "reading"
Rows = dict[str, set[int]]


def hanging_on(record: models.Model) -> Rows:
    """Everything that names the record or a part of it, by model."""
    found: Rows = defaultdict(set)
    _gather(record, found)
    return dict(found)


def _gather(record: models.Model, found: Rows) -> None:
    for row, is_part in _rows(record):
        label = row._meta.label
        if row.pk in found[label]:
            continue
        found[label].add(row.pk)
        if is_part:
            _gather(row, found)


def _rows(record: models.Model) -> Iterator[tuple[models.Model, bool]]:
    """Rows that name a record, and whether they are parts that would go with it."""
    for relation in record._meta.related_objects:
        model: Any = relation.related_model
        if not _counts(model) or relation.many_to_many:
            continue
        is_part = getattr(relation, "on_delete", None) is models.CASCADE
        for row in model._default_manager.filter(**{relation.field.name: record.pk}):  # noqa: SLF001
            yield row, is_part
    kind = ContentType.objects.get_for_model(record)
    for model, key in _generic():
        told = {f"{key.ct_field}": kind, f"{key.fk_field}": record.pk}
        for row in model._default_manager.filter(**told):  # noqa: SLF001
            yield row, False


def _generic() -> Iterator[tuple[Any, GenericForeignKey]]:
    for model in apps.get_models():
        if _counts(model):
            for key in model._meta.private_fields:
                if isinstance(key, GenericForeignKey):
                    yield model, key


def _counts(model: type[models.Model]) -> bool:
    is_ours = model.__module__.startswith(OURS)
    is_history = hasattr(model, "history_type")
    return is_ours and not is_history and model._meta.app_label != READING
