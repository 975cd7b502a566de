"""The docs tell the truth: glossary, floor plan and events follow the code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]


def test_every_model_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    untold = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("ketnghia.")
        and not model.__name__.startswith("Historical")
        and f"`{model.__name__}`" not in glossary
    }

    assert untold == set()


def test_floor_plan_and_events_are_written_from_the_code() -> None:
    command = [sys.executable, "tools/docs.py", "check"]

    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert told.stdout + told.stderr == ""
