"""Gifts written before they had a room of their own keep their keys, history and files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from ketnghia.documents.models import Document
from ketnghia.gifts.models import Gift
from ketnghia.units.models import Unit

BEFORE = [("gifts", None), ("exchanges", "0002_visits")]
AFTER = [("gifts", "0001_gifts")]
ALIAS = "before"


@pytest.fixture
def database(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path
) -> Iterator[BaseDatabaseWrapper]:
    """A copy of the migrated database, to be migrated back and forth."""
    with django_db_blocker.unblock():
        settings = {**connection.settings_dict, "NAME": _copied(tmp_path / "copy.sqlite3")}
        connections.databases[ALIAS] = settings
        yield connections[ALIAS]
        connections[ALIAS].close()
        if connection.vendor == "postgresql":
            _admin(f'DROP DATABASE "{settings["NAME"]}"')
        del connections.databases[ALIAS]
        del connections[ALIAS]


def _copied(path: Path) -> str:
    if connection.vendor == "postgresql":
        name = f"{connection.settings_dict['NAME']}_copy"
        connection.close()
        _admin(f'CREATE DATABASE "{name}" TEMPLATE "{connection.settings_dict["NAME"]}"')
        return name
    connection.ensure_connection()
    with sqlite3.connect(path) as target:
        connection.connection.backup(target)
    return str(path)


def _admin(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def migrate(database: BaseDatabaseWrapper, targets: list[Any]) -> Any:
    """To these migrations; the models of that time."""
    executor = MigrationExecutor(database)
    executor.loader = MigrationLoader(database, replace_migrations=False)
    return executor.migrate(targets).apps


def test_gifts_are_taken_over_with_all_that_points_at_them(database: BaseDatabaseWrapper) -> None:
    old = migrate(database, BEFORE)
    units = old.get_model("units", "Unit").objects.using(ALIAS)
    giver, receiver = (units.create(code=name, name=name, kind="union") for name in ("A", "B"))
    facts = {
        "giver_id": giver.pk,
        "receiver_id": receiver.pk,
        "on": date(2024, 5, 19),
        "kind": "cash",
        "what": "Ủng hộ quỹ",
        "value": 5_000_000,
    }
    gifts = old.get_model("exchanges", "Gift").objects.using(ALIAS)
    gift = gifts.create(pk=41, **facts)
    old.get_model("exchanges", "HistoricalGift").objects.using(ALIAS).create(
        id=gift.pk, history_date=datetime(2024, 5, 20, tzinfo=UTC), history_type="+", **facts
    )
    kind = ContentType.objects.using(ALIAS).get(app_label="exchanges", model="gift")
    Document.objects.using(ALIAS).create(
        subject_type_id=kind.pk, subject_id=gift.pk, name="Biên nhận", sha256="0" * 64, size=1
    )

    migrate(database, AFTER)

    taken = Gift.objects.using(ALIAS).get()
    assert (taken.pk, taken.what, taken.worth) == (41, "Ủng hộ quỹ", "5 triệu đồng")
    assert list(Gift.objects.using(ALIAS).search("ung ho")) == [taken]
    assert Gift.history.using(ALIAS).get(id=41).history_type == "+"
    document = Document.objects.using(ALIAS).get()
    assert (document.subject_type.model_class(), document.subject_id) == (Gift, 41)
    again = Gift.objects.using(ALIAS).create(
        giver=Unit.objects.using(ALIAS).get(name="A"), receiver_id=receiver.pk,
        on=date(2025, 1, 1), kind="goods", what="Sách",
    )  # fmt: skip
    assert again.pk == 42
    with database.cursor() as cursor:
        tables = database.introspection.table_names(cursor)
    assert not {"exchanges_gift", "exchanges_historicalgift"} & set(tables)


def test_gifts_go_back_with_their_keys(database: BaseDatabaseWrapper) -> None:
    units = [Unit(code=name, name=name, kind="union") for name in "AB"]
    giver, receiver = Unit.objects.using(ALIAS).bulk_create(units)
    gift = Gift.objects.using(ALIAS).create(
        giver=giver, receiver=receiver, on=date(2025, 1, 1), kind="goods", what="Sách"
    )

    old = migrate(database, BEFORE)

    known = old.get_model("exchanges", "Gift").objects.using(ALIAS).get()
    assert (known.pk, known.what) == (gift.pk, "Sách")
