"""`./run test`: SQLite, the same on PostgreSQL, then the browser; says what is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg

LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
POSTGRES = os.environ.get("KETNGHIA_TEST_POSTGRES", LOCAL)
MAY_NOT_SKIP = os.environ.get("KETNGHIA_TEST_NO_SKIP") == "1"
# A whole run is shared by the processors, file by file; a part of it starts quicker alone. The
# order stays: files that empty the database come after all that need what migrations put there.
FILE_BY_FILE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
SHARED = () if sys.argv[1:] else FILE_BY_FILE
CHROMIUM = os.environ.get("KETNGHIA_CHROMIUM") or shutil.which("chromium")


def pytest(title: str, *arguments: str, database: str = "") -> bool:
    print(f"\n── {title} ──", flush=True)
    environment = {**os.environ, "DATABASE_URL": database}
    command = [sys.executable, "-m", "pytest", "-q", *arguments, *sys.argv[1:]]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def postgres_answers() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


def skipped(what: str, how: str) -> bool:
    """Say what was left out and the one command that enables it; a failure where none may be."""
    print(f"\n── {what}: bỏ qua ──\n   {how}", flush=True)
    return not MAY_NOT_SKIP


def main() -> int:
    results = [pytest("SQLite", *SHARED, "-m", "not browser and not postgres")]
    if postgres_answers():
        place = urlsplit(POSTGRES)
        title = f"PostgreSQL ({place.hostname}:{place.port})"
        results.append(pytest(title, *SHARED, "-m", "not browser", database=POSTGRES))
    else:
        how = "KETNGHIA_TEST_POSTGRES=postgresql://người:mật-khẩu@máy:5432/tên ./run test"
        results.append(skipped("PostgreSQL", how))
    if CHROMIUM:
        os.environ["KETNGHIA_CHROMIUM"] = CHROMIUM
        results.append(pytest("Trình duyệt", "-m", "browser"))
    else:
        results.append(skipped("Trình duyệt", "apt-get install chromium && ./run test"))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
