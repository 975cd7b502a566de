"""Territories the command line hands to the reader: names of both eras, without a database."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import ketnghia.units

_TABLE = Path(ketnghia.units.__file__).parent / "data" / "territories.tsv"
_TIERS = ("province", "district", "commune")


@cache
def known_places() -> dict[str, tuple[str, ...]]:
    """The names of provinces, districts and communes, each once, by tier."""
    names: dict[str, dict[str, None]] = {tier: {} for tier in _TIERS}
    for line in _TABLE.read_text("utf-8").splitlines()[1:]:
        _, tier, _, name, *_ = line.split("\t", 4)
        if tier in names and not name.isdigit():
            names[tier][name] = None
    return {tier: tuple(found) for tier, found in names.items()}
