"""A short load run against the real server, on whichever database the tests run on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

from ketnghia.simulation.bench.passing import AGAIN
from ketnghia.simulation.load.running import Act, Result

SHORT = ("--users", "6", "--reviewers", "2", "--seconds", "5", "--pause", "0.3")


def server_url() -> list[str]:
    """Where a passing database is made; in a file of its own for SQLite."""
    if connection.vendor != "postgresql":
        return []
    at = connection.settings_dict
    url = f"postgresql://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/postgres"
    return ["--postgres", url]


def test_many_people_at_once_lose_nothing_and_meet_no_error(db: None, tmp_path: Path) -> None:
    command = [sys.executable, "-c", AGAIN, "bench", "--load", "--small", "--json", *SHORT]
    kept = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    env = {key: value for key, value in os.environ.items() if key not in kept}
    run = subprocess.run(
        [*command, *server_url()],
        env=env | {"KETNGHIA_DATA": str(tmp_path)},
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )

    told = json.loads(run.stdout)
    assert told["database"] == connection.vendor
    assert (told["lost"], told["doubled"], told["wrong_totals"]) == (0, 0, 0)
    assert (told["errors"], told["locks"]) == ([], [])
    assert told["entered"] > 0
    assert {act["name"] for act in told["acts"]} >= {"ghi hoạt động", "soạn lời văn"}
    assert run.returncode == 0


def test_a_lost_write_is_told_and_no_clean_run() -> None:
    result = Result(
        database="sqlite",
        seconds=60,
        users=100,
        reviewers=4,
        entered=1200,
        lost=1,
        doubled=0,
        wrong_totals=0,
        errors=[],
        locks=[],
        load=1.5,
        acts=[Act("ghi hoạt động", 1200, 20.0, 30.0, 90.0)],
    )

    assert not result.is_clean
    assert result.lines()[0].startswith("sqlite: 100 người nhập, 4 người tổng hợp, 60 giây")
    assert "đã ghi 1.200; mất 1; trùng 0" in result.lines()[-1]
