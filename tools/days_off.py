# /// script
# requires-python = ">=3.11"
# dependencies = ["holidays==0.109"]
# ///
"""Writes the table of days off from the MIT library `holidays`: `uv run tools/days_off.py`.

The product never imports it (docs/decisions/0009-days-off-as-a-table.md). Once a year: raise the
version above, run it, read the difference, and give every new name a code below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import holidays

TABLE = Path(__file__).resolve().parent.parent / "src/ketnghia/holidays/data/days_off.tsv"
YEARS = range(2025, 2041)
COUNTRIES = ("VN", "LA", "CN", "KH")
# What stands in the library's English name, and the code of `holidays/names.py`; first match wins.
CODES = (
    ("Day off", "swapped"),
    ("^International New Year|^New Year's", "new_year"),
    ("Lunar New Year", "tet"),
    ("Chinese New Year", "spring_festival"),
    ("Lao New Year", "bunpimay"),
    ("Khmer New Year", "chol_chnam_thmay"),
    ("Hung Kings", "hung_kings"),
    ("Liberation", "reunification"),
    ("Labor", "labour"),
    ("Vietnam Cultural", "culture"),
    ("Women", "women"),
    ("National Independence", "independence"),
    ("Lao National Day|National Day", "national"),
    ("Tomb", "tomb_sweeping"),
    ("Dragon Boat", "dragon_boat"),
    ("Mid-Autumn", "mid_autumn"),
    ("Genocidal", "victory"),
    ("Visaka", "visaka_bochea"),
    ("Sihamoni's Birthday|Queen-Mother's Birthday", "royal_birthday"),
    ("Ploughing", "ploughing"),
    ("Coronation", "coronation"),
    ("Mourning", "sihanouk"),
    ("Constitution", "constitution"),
    ("Pchum", "pchum_ben"),
    ("Water Festival", "water_festival"),
    ("Peace", "peace"),
)


def code_of(name: str) -> str:
    """The first code whose words stand in the name; a name nobody coded stops the tool."""
    for words, code in CODES:
        if re.search(words, name):
            return f"{code} moved" if re.search("observed|in lieu", name) else code
    raise SystemExit(f"no code for: {name}")


def lines() -> Iterator[str]:
    for country in COUNTRIES:
        found = holidays.country_holidays(country, years=YEARS, language="en_US")
        for on, name in sorted(found.items()):
            yield f"{country}\t{on.isoformat()}\t{code_of(name)}"


if __name__ == "__main__":
    told = list(lines())
    TABLE.write_text("\n".join([*told, ""]), "utf-8")
    print(f"{len(told)} days off, holidays {holidays.__version__}")
