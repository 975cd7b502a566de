"""The sections every report begins with, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "headings.toml"


@cache
def headings() -> tuple[dict[str, Any], ...]:
    """Each with its part, title, role and groups, in the order of a printed report."""
    listed = tomllib.loads(DATA.read_text("utf-8"))["heading"]
    return tuple({**facts, "order": order} for order, facts in enumerate(listed, start=1))
