"""Rows by the hundred thousand: COPY on PostgreSQL, prepared inserts on SQLite.

Django's `bulk_create` makes an object of every row; at three million rows that alone takes
minutes. Keys are given here, so rows may refer to each other before they are written. No history
is written, as for every bulk load (docs/decisions/0003-history.md).
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

BATCH = 10_000
# What SQLite has no type for is written by Django's own rule.
PREPARED = (models.DecimalField, models.DateField, models.TimeField)


class Table:
    """Rows of one model on their way to the database; leaving the block writes the last."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.fields = list(model._meta.concrete_fields)
        self.defaults = {field.attname: field.get_default() for field in self.fields}
        highest = models.QuerySet(model).aggregate(last=Max("pk"))["last"]
        self.next = (highest or 0) + 1
        self.written = 0
        self._key = model._meta.pk.attname if model._meta.pk else "id"
        self._waiting: list[tuple[Any, ...]] = []

    def add(self, **values: Any) -> int:
        """Keep a row; returns its key. A name the model does not have is refused."""
        key = self.next
        self.next += 1
        row = self.defaults | values
        row[self._key] = key
        if len(row) != len(self.defaults):
            raise TypeError(f"{self.model.__name__}: {sorted(row.keys() - self.defaults.keys())}")
        self._waiting.append(tuple(row.values()))
        if len(self._waiting) >= BATCH:
            self.write()
        return key

    def write(self) -> None:
        if self._waiting:
            write = _copy if connection.vendor == "postgresql" else _insert
            write(self.model._meta.db_table, self.fields, self._waiting)
            self.written += len(self._waiting)
            self._waiting = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            return
        self.write()
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [self.model]):
                cursor.execute(statement)


def _copy(table: str, fields: list[Any], rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {connection.ops.quote_name(table)} ({names}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _insert(table: str, fields: list[Any], rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    prepared = {place: field for place, field in enumerate(fields) if isinstance(field, PREPARED)}
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({marks})",  # noqa: S608 - our own names
            [_prepared(row, prepared) for row in rows],
        )


def _prepared(row: tuple[Any, ...], fields: dict[int, Any]) -> list[Any]:
    values = list(row)
    for place, field in fields.items():
        if values[place] is not None:
            values[place] = field.get_db_prep_save(values[place], connection)
    return values
