"""The forms of honour every database begins with, as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "honours.toml"


def honours() -> list[dict[str, Any]]:
    """Each with its facts and, under `dossier`, the papers of a nomination with their copies."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    return [_honour(listed, data["dossier"][listed["tier"]]) for listed in data["honour"]]


def _honour(listed: dict[str, Any], dossier: list[list[Any]]) -> dict[str, Any]:
    return {
        "code": listed["code"],
        "name": listed["name"],
        "wording": listed.get("wording", ""),
        "tier": listed["tier"],
        "rank": listed["rank"],
        "for_whom": listed.get("for_whom", "both"),
        "is_once": listed.get("once", False),
        "is_verified": listed.get("verified", False),
        "note": listed.get("note", ""),
        "dossier": dossier,
    }
