"""Why somebody changed a record: kept with the version, shown in its history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models


def save_because(record: models.Model, why: str, *, fields: Sequence[str] | None = None) -> None:
    """Save a record that keeps history, with the reason beside the new version."""
    _remember(record, why)
    record.save(update_fields=fields)


def delete_because(record: models.Model, why: str) -> None:
    """Remove a record that keeps history, with the reason beside its last version."""
    _remember(record, why)
    record.delete()


def _remember(record: Any, why: str) -> None:
    record._change_reason = why  # noqa: SLF001 - simple_history reads the reason there
