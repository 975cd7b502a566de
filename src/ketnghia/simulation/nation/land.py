"""Who there is to act, on which day: the units of both eras as the simulation sees them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import F

from ketnghia.simulation.nation.units import MEASURED
from ketnghia.units.country import REFORM
from ketnghia.units.models import Standing, Succession, Unit
from ketnghia.vietnamese.text import fold

# What a level is for the simulation, in both eras.
CENTRE, PROVINCE, DISTRICT, COMMUNE, BASE = "centre", "province", "district", "commune", "base"
CENTRE_CODE = "vn-centre"


@dataclass(slots=True)
class Actor:
    """A unit that may sign, host and act."""

    pk: int
    name: str
    place: str
    folded: str
    level: str
    country: str = "VN"
    is_old: bool = False


@dataclass
class Land:
    """The units of the simulated part of the country, by level and era."""

    centre: Actor
    measured: Actor
    old: dict[str, list[Actor]] = field(default_factory=lambda: defaultdict(list))
    new: dict[str, list[Actor]] = field(default_factory=lambda: defaultdict(list))
    abroad: list[Actor] = field(default_factory=list)
    beside: list[Actor] = field(default_factory=list)
    heirs: dict[int, list[Actor]] = field(default_factory=lambda: defaultdict(list))
    above: dict[int, Actor] = field(default_factory=dict)

    @cached_property
    def looked_at(self) -> tuple[Actor, Actor, Actor]:
        """The province that is measured, a commune of it, and a base unit of that."""
        communes = self.new[COMMUNE]
        commune = next(a for a in communes if self.above[a.pk].pk == self.measured.pk)
        base = next(a for a in self.new[BASE] if self.above[a.pk].pk == commune.pk)
        return self.measured, commune, base

    def on(self, day: date) -> dict[str, list[Actor]]:
        return self.old if day < REFORM else self.new

    def standing_for(self, actor: Actor, day: date) -> Actor:
        """Who acts for a unit on a day: itself, or one heir once it has ended."""
        if not actor.is_old or day < REFORM:
            return actor
        found = self.heirs.get(actor.pk)
        return found[0] if found else self.centre


def read_land() -> Land:
    """The made base units, and every union that stands or stood above one of them."""
    actors = _actors()
    held = _parents(actors)
    codes = {actor.pk: code for code, actor in actors.items()}
    land = Land(actors[CENTRE_CODE], actors[MEASURED])
    bases = [a for code, a in actors.items() if code.startswith("mp-") and a.level == BASE]
    seen = {"old": set[int](), "new": set[int]()}
    for base in bases:
        for era, by_level in (("old", land.old), ("new", land.new)):
            _climb(base, held[era], by_level, seen[era])
    land.abroad = [a for a in actors.values() if a.country != "VN"]
    land.beside = [a for code, a in actors.items() if code.startswith("mp-") and a.level == ""]
    land.above = held["old"] | held["new"]
    _follow(land, actors)
    for by_level in (land.old, land.new):
        for level in by_level:
            by_level[level].sort(key=lambda actor: codes[actor.pk])
    return land


def _actors() -> dict[str, Actor]:
    found = {}
    rows = Unit.objects.order_by("pk").values_list("pk", "code", "name", "country", "ended_on")
    for pk, code, name, country, ended_on in rows:
        found[code] = Actor(
            pk=pk,
            name=name,
            place=_place(name),
            folded=fold(name),
            level=_level(code),
            country=country,
            is_old=ended_on is not None,
        )
    return found


def _level(code: str) -> str:
    """The level a code tells; none for partners beside the union."""
    if code == CENTRE_CODE:
        return CENTRE
    parts = code.split("-")
    if parts[0] == "mp":
        return BASE if parts[1].isdigit() else ""
    tiers = {"p": PROVINCE, "d": DISTRICT, "c": COMMUNE}
    return next((tiers[part] for part in parts[1:] if part in tiers), "")


def _place(name: str) -> str:
    """Where it is, as titles say it: "xã Đông Hà" of Đoàn xã Đông Hà."""
    last = name.rsplit(", ", 1)[-1]
    for head in ("Đoàn ", "Tỉnh đoàn ", "Thành đoàn ", "Huyện đoàn ", "Quận đoàn ", "Thị đoàn "):
        last = last.removeprefix(head)
    return last


def _parents(actors: dict[str, Actor]) -> dict[str, dict[int, Actor]]:
    """What stood right above each unit before the reform and since."""
    by_key = {actor.pk: actor for actor in actors.values()}
    held: dict[str, dict[int, Actor]] = {"old": {}, "new": {}}
    in_time = Standing.objects.order_by(F("valid_from").asc(nulls_first=True), "pk")
    rows = in_time.exclude(parent=None).values_list("unit", "parent", "valid_from")
    for unit, parent, since in rows:
        if since is None:
            held["old"][unit] = by_key[parent]
        if since is not None or not by_key[unit].is_old:
            held["new"][unit] = by_key[parent]
    return held


def _climb(
    base: Actor, above: dict[int, Actor], by_level: dict[str, list[Actor]], seen: set[int]
) -> None:
    """Take in the unit and everything above it, once."""
    unit: Actor | None = base
    while unit is not None and unit.pk not in seen:
        seen.add(unit.pk)
        by_level[unit.level].append(unit)
        unit = above.get(unit.pk)


def _follow(land: Land, actors: dict[str, Actor]) -> None:
    """The living heirs of every unit that ended; without any, those of the unit above it."""
    by_key = {actor.pk: actor for actor in actors.values()}
    rows = Succession.objects.filter(successors__isnull=False).order_by("pk")
    for old, new in rows.values_list("predecessors", "successors").order_by("pk", "successors"):
        land.heirs[old].append(by_key[new])
    for actor in actors.values():
        if actor.is_old and actor.pk not in land.heirs:
            parent = land.above.get(actor.pk)
            land.heirs[actor.pk] = land.heirs.get(parent.pk, [land.centre]) if parent else []
