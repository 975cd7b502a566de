"""A whole country of units: the real territories of both eras, and base units made below them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.db import transaction

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

BATCH = 5000
PER_COMMUNE = 20
REFORM = date(2025, 7, 1)
EVE = REFORM - timedelta(days=1)
BASES = ("Chi đoàn thôn", "Chi đoàn tổ dân phố", "Đoàn trường THCS", "Chi đoàn Trạm Y tế")
Say = Callable[[str], None]


@transaction.atomic
def simulate_units(*, scale: float = 1.0, seed: int = 1, say: Say = lambda _words: None) -> int:
    """Load every union of both eras and make base units under today's communes.

    A base unit stood under an old commune until the reform, under the new one since. `scale`
    is the share of communes that get their 20 base units. Returns the number of all units.
    """
    load_units(communes=True, say=say)
    if Unit.objects.filter(code__startswith="mp-").exists():
        return Unit.objects.count()
    communes = list(
        Unit.objects.filter(code__startswith="vn-new-c-").order_by("code").values_list("pk", "name")
    )
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    chosen = sorted(chance.sample(communes, max(1, round(len(communes) * scale))))
    say(f"{len(chosen) * PER_COMMUNE} đơn vị cơ sở")
    Unit.objects.bulk_create(_units(chosen, chance), batch_size=BATCH)
    made = list(Unit.objects.filter(code__startswith="mp-").values_list("pk", "code", "name"))
    UnitName.objects.bulk_create(
        (UnitName(unit_id=pk, name=name) for pk, _, name in made), batch_size=BATCH
    )
    say("vị trí trong hai thời kỳ")
    Standing.objects.bulk_create(_standings(made, _olds_of()), batch_size=BATCH)
    say("phạm vi")
    rebuild_reach()
    return Unit.objects.count()


def _units(communes: list[tuple[int, str]], chance: random.Random) -> Iterator[Unit]:
    for commune, place in communes:
        for number in range(1, PER_COMMUNE + 1):
            name = f"{chance.choice(BASES)} {number}, {place.removeprefix('Đoàn ')}"
            yield Unit(
                code=f"mp-{commune}-{number}",
                name=name,
                search_text=searchable([name]),
                sort_key=ordering_key(name),
            )


def _olds_of() -> dict[int, list[int]]:
    """The old communes whose land each of today's took in."""
    olds: dict[int, list[int]] = {}
    pairs = Succession.objects.filter(predecessors__code__startswith="vn-old-c-")
    for new, old in pairs.order_by("pk").values_list("successors", "predecessors"):
        olds.setdefault(new, []).append(old)
    return olds


def _standings(made: list[tuple[int, str, str]], olds: dict[int, list[int]]) -> Iterator[Standing]:
    for unit, code, _ in made:
        _mp, commune, number = code.split("-")
        before = olds.get(int(commune), [])
        if before:
            old = before[int(number) % len(before)]
            yield Standing(unit_id=unit, parent_id=old, level=Level.BRANCH, valid_until=EVE)
        since = REFORM if before else None
        yield Standing(unit_id=unit, parent_id=int(commune), level=Level.BASE, valid_from=since)
