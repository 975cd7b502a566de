"""When deeds are done: campaigns of each year inside the days that are made, weighted."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ketnghia.activities.models import Campaign
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.vietnamese.text import fold

DATA = Path(__file__).parent / "data" / "deeds.toml"


@dataclass(frozen=True, slots=True)
class Form:
    """A deed as units do it: names it goes by, what is counted, what a chi đoàn reaches."""

    key: str
    kind: str
    titles: tuple[str, ...]
    whom: tuple[str, ...]
    figures: dict[str, float]
    is_of_a_month: bool = False


@dataclass(frozen=True, slots=True)
class Wave:
    """A campaign in one year, as far as its days lie inside those that are made."""

    campaign: int | None
    name: str
    first: date
    last: date
    deeds: tuple[Form, ...]


def read_forms() -> dict[str, Form]:
    found = {}
    for deed in tomllib.loads(DATA.read_text("utf-8"))["deed"]:
        found[deed["key"]] = Form(
            key=deed["key"],
            kind=deed["kind"],
            titles=tuple(deed["titles"]),
            whom=tuple(deed["whom"]),
            figures={str(code): float(typical) for code, typical in deed["figures"].items()},
            is_of_a_month=deed.get("is_of_a_month", False),
        )
    return found


class Waves:
    """Draws a wave and a day in it; the campaigns of each year are written once."""

    def __init__(self, forms: dict[str, Form], *, first: date, last: date) -> None:
        self._listed = tomllib.loads(DATA.read_text("utf-8"))["campaign"]
        with Table(Campaign) as campaigns:
            drawn = [
                (wave, facts["weight"] * _share(wave, facts, year))
                for year in range(first.year, last.year + 1)
                for facts in self._listed
                if (wave := _wave(facts, year, forms, campaigns, (first, last)))
            ]
        self._waves = Weighted(drawn)

    def draw(self, chance: Chance) -> tuple[Wave, date, Form]:
        wave = self._waves.draw(chance)
        return wave, chance.day(wave.first, wave.last), chance.choice(wave.deeds)


def _days(facts: dict[str, Any], year: int) -> tuple[date, date]:
    return date.fromisoformat(f"{year}-{facts['first']}"), date.fromisoformat(
        f"{year}-{facts['last']}"
    )


def _wave(
    facts: dict[str, Any],
    year: int,
    forms: dict[str, Form],
    campaigns: Table,
    made: tuple[date, date],
) -> Wave | None:
    first, last = _days(facts, year)
    begun, over = max(first, made[0]), min(last, made[1])
    if over < begun:
        return None
    name = f"{facts['name']} {year}" if facts["name"] else ""
    key = None
    if name:
        key = campaigns.add(name=name, folded=fold(name), begins_on=first, ends_on=last)
    return Wave(key, name, begun, over, tuple(forms[deed] for deed in facts["deeds"]))


def _share(wave: Wave, facts: dict[str, Any], year: int) -> float:
    """The part of a campaign's days that lies inside those that are made."""
    first, last = _days(facts, year)
    return ((wave.last - wave.first).days + 1) / ((last - first).days + 1)
