"""SQLite in the data folder by default; PostgreSQL when DATABASE_URL says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from ketnghia.config import env


def database(data: Path) -> dict[str, Any]:
    url = env.text("DATABASE_URL")
    return _postgresql(url) if url else _sqlite(data)


def _sqlite(data: Path) -> dict[str, Any]:
    """WAL lets readers go on while one writes; immediate transactions wait instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data / "ketnghia.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What is deleted is overwritten: erased names do not stay in free pages.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            " PRAGMA secure_delete=ON;"
            " PRAGMA cache_size=-64000; PRAGMA mmap_size=268435456;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise SystemExit("DATABASE_URL phải có dạng postgresql://người:mật-khẩu@máy:5432/tên.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
