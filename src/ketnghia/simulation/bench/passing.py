"""A database that exists only while something is measured in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

AGAIN = "from ketnghia.config.console import main; main()"


def in_passing_database(command: list[str], *, postgres: str = "") -> int:
    """Run our command again in a fresh SQLite file, or a fresh database of a PostgreSQL server."""
    with tempfile.TemporaryDirectory(prefix="ketnghia-do-") as data:
        env = os.environ | {"KETNGHIA_DATA": data}
        env.pop("DATABASE_URL", None)
        if not postgres:
            return _run(command, env)
        name = f"ketnghia_do_{os.getpid()}"
        with psycopg.connect(postgres, autocommit=True) as server:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            try:
                url = urlsplit(postgres)._replace(path=f"/{name}").geturl()
                return _run(command, env | {"DATABASE_URL": url})
            finally:
                server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def _run(command: list[str], env: dict[str, str]) -> int:
    again = [sys.executable, "-c", AGAIN, *command, "--inside"]
    return subprocess.run(again, env=env, check=False).returncode  # noqa: S603 - ourselves
