"""The test database: migrated once for each state of the migrations, then copied for every run."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

ROOT = Path(__file__).resolve().parents[1]
# What a migrated database follows from: migrations, the data they load, libraries and versions.
MADE_FROM = (
    "src/ketnghia/*/migrations/*.py",
    "src/ketnghia/**/*.toml",
    "src/ketnghia/config/settings.py",
    "uv.lock",
)


def template() -> Path:
    """Where the migrated database of this state of the code is kept between runs."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MADE_FROM for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return Path(tempfile.gettempdir()) / f"ketnghia-migrated-{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """As pytest-django does it, but SQLite starts from a copy where there is one."""
    kept = template()
    is_sqlite = connection.vendor == "sqlite"
    if is_sqlite and kept.exists():
        connection.settings_dict["TEST"]["MIGRATE"] = False
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        if is_sqlite:
            _copy(kept)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


def _copy(kept: Path) -> None:
    """From the kept database into the passing one; the first run keeps what it migrated."""
    connection.ensure_connection()
    if kept.exists():
        with sqlite3.connect(kept) as source:
            source.backup(connection.connection)
        return
    passing = kept.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(passing) as target:
        connection.connection.backup(target)
    passing.replace(kept)
