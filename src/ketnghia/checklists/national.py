"""The national lists every database begins with, as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "national.toml"


def templates() -> list[dict[str, Any]]:
    """Each with its kind, name and steps."""
    found: list[dict[str, Any]] = tomllib.loads(DATA.read_text("utf-8"))["template"]
    return found
