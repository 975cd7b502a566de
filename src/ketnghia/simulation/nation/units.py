"""A whole country of units: the real territories of both eras, and base units made below them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

from django.db import transaction

from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance
from ketnghia.simulation.nation.pace import Say
from ketnghia.units.country import EVE, REFORM
from ketnghia.units.loading import load_units
from ketnghia.units.models import (
    Level,
    Standing,
    Succession,
    Unit,
    UnitName,
    ordering_key,
    searchable,
)
from ketnghia.units.operations import rebuild_reach

PER_COMMUNE = 20
# One post, one firm and one school stand beside so many communes, as partners without a parent.
COMMUNES_PER_NEIGHBOUR = 8
# The province that is measured: 168 communes, made whole before any other.
MEASURED = "vn-new-p-79"
BASES = ("Chi đoàn thôn", "Chi đoàn tổ dân phố", "Đoàn trường THCS", "Chi đoàn Trạm Y tế")
NEIGHBOURS = (
    (Unit.Kind.ARMY, "Chi đoàn Đồn Biên phòng {place}"),
    (Unit.Kind.COMPANY, "Công ty Cổ phần {place}"),
    (Unit.Kind.SCHOOL, "Đoàn trường Cao đẳng {place}"),
)
Commune = tuple[int, str, str]


@transaction.atomic
def simulate_units(*, scale: float = 1.0, seed: int = 1, say: Say = lambda _words: None) -> int:
    """Load every union of both eras and make base units under today's communes.

    A base unit stood under an old commune until the reform, under the new one since. `scale` is
    the share of communes that get their 20 base units: whole provinces, one after the other, so
    that a part of the country is as dense as the whole. Returns the number of all units.
    """
    load_units(communes=True, with_reach=False, say=say)
    if Unit.objects.filter(code__startswith="mp-").exists():
        return Unit.objects.count()
    chance = Chance(seed, "units")
    chosen = _chosen(scale, chance)
    say(f"{len(chosen) * PER_COMMUNE} đơn vị cơ sở")
    with Table(Unit) as units, Table(UnitName) as names, Table(Standing) as standings:
        olds = _olds_of()
        for place, (commune, name, _province) in enumerate(chosen):
            short = name.removeprefix("Đoàn ")
            for number in range(1, PER_COMMUNE + 1):
                unit = _base(units, f"mp-{commune}-{number}", number, short, chance)
                names.add(unit_id=unit[0], name=unit[1])
                for standing in _standings(commune, number, olds.get(commune, [])):
                    standings.add(unit_id=unit[0], **standing)
            if place % COMMUNES_PER_NEIGHBOUR == 0:
                _neighbours(units, names, commune, short)
    say("phạm vi")
    rebuild_reach()
    return Unit.objects.count()


def _chosen(scale: float, chance: random.Random) -> list[Commune]:
    """Communes of whole provinces, the measured one first, until the share is reached."""
    found = Unit.objects.filter(code__startswith="vn-new-c-", standings__valid_until=None)
    rows = found.order_by("code").values_list("pk", "name", "standings__parent__code")
    by_province: dict[str, list[Commune]] = defaultdict(list)
    for row in rows:
        by_province[row[2]].append(row)
    others = sorted(by_province.keys() - {MEASURED})
    chance.shuffle(others)
    ordered = [commune for province in [MEASURED, *others] for commune in by_province[province]]
    return ordered[: max(1, round(len(ordered) * scale))]


def _base(
    units: Table, code: str, number: int, place: str, chance: random.Random
) -> tuple[int, str]:
    name = f"{chance.choice(BASES)} {number}, {place}"
    key = units.add(
        code=code, name=name, search_text=searchable([name]), sort_key=ordering_key(name)
    )
    return key, name


def _olds_of() -> dict[int, list[int]]:
    """The old communes whose land each of today's took in."""
    olds: dict[int, list[int]] = {}
    pairs = Succession.objects.filter(predecessors__code__startswith="vn-old-c-")
    for new, old in pairs.order_by("pk").values_list("successors", "predecessors"):
        olds.setdefault(new, []).append(old)
    return olds


def _standings(commune: int, number: int, olds: list[int]) -> Iterator[dict[str, object]]:
    if olds:
        old = olds[number % len(olds)]
        yield {"parent_id": old, "level": Level.BRANCH, "valid_until": EVE}
    yield {"parent_id": commune, "level": Level.BASE, "valid_from": REFORM if olds else None}


def _neighbours(units: Table, names: Table, commune: int, place: str) -> None:
    """Partners beside the union: they sign with it and stand under nobody here."""
    for kind, form in NEIGHBOURS:
        name = form.format(place=place.split(" ", 1)[-1])
        key = units.add(
            code=f"mp-{kind}-{commune}",
            kind=kind,
            name=name,
            search_text=searchable([name]),
            sort_key=ordering_key(name),
        )
        names.add(unit_id=key, name=name)
