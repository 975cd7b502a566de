"""Loading the country's youth unions and partners abroad: in bulk, and twice without doubling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from ketnghia.units.country import (
    EVE,
    REFORM,
    Change,
    Founding,
    Place,
    changes,
    foundings,
    read_places,
)
from ketnghia.units.models import (
    Standing,
    Succession,
    Territory,
    Unit,
    UnitName,
    ordering_key,
    searchable,
)
from ketnghia.units.operations import rebuild_reach

BATCH = 2000
Say = Callable[[str], None]


@transaction.atomic
def load_units(
    *,
    communes: bool = False,
    some: frozenset[str] = frozenset(),
    with_reach: bool = True,
    say: Say = lambda _words: None,
) -> int:
    """Load what is not there yet; run twice, nothing doubles. Returns the number of new units.

    `communes` brings all of them, `some` only today's communes of these codes. Whoever loads more
    units right after may write the reach once, at the end.
    """
    places = [
        place
        for place in read_places()
        if communes or place.tier != "commune" or (place.era == "new" and place.code in some)
    ]
    say("địa bàn")
    _load_territories(places)
    say("đơn vị")
    founded = _found(foundings(places))
    say("kế thừa")
    _succeed(changes(places))
    if founded and with_reach:
        say("phạm vi")
        rebuild_reach()
    return founded


def _load_territories(places: list[Place]) -> None:
    known = set(Territory.objects.values_list("code", flat=True))
    keys: dict[str, int] = {}
    above = {"district": "p", "commune": "d"}
    for tier in (Territory.Tier.PROVINCE, Territory.Tier.DISTRICT, Territory.Tier.COMMUNE):
        fresh = []
        for place in places:
            if place.tier != tier or place.key in known:
                continue
            step = "p" if place.era == "new" else above.get(place.tier, "")
            parent = keys.get(f"vn-{place.era}-{step}-{place.parent}")
            fresh.append(_territory(place, parent))
        Territory.objects.bulk_create(fresh, batch_size=BATCH)
        keys |= dict(Territory.objects.values_list("code", "pk"))


def _territory(place: Place, parent: int | None) -> Territory:
    is_old = place.era == "old"
    return Territory(
        code=place.key,
        name=place.name,
        kind=place.kind,
        tier=place.tier,
        parent_id=parent,
        valid_from=None if is_old else REFORM,
        valid_until=EVE if is_old else None,
        latitude=float(place.latitude) if place.latitude else None,
        longitude=float(place.longitude) if place.longitude else None,
        search_text=searchable([place.name, f"{place.kind} {place.name}"]),
    )


def _found(foundings: list[Founding]) -> int:
    """Create units with names and standings; parents are named by code."""
    known = set(Unit.objects.values_list("code", flat=True))
    fresh = [founding for founding in foundings if founding.code not in known]
    places = dict(Territory.objects.values_list("code", "pk"))
    Unit.objects.bulk_create(
        [_unit(founding, places.get(founding.territory)) for founding in fresh], batch_size=BATCH
    )
    keys = dict(Unit.objects.values_list("code", "pk"))
    UnitName.objects.bulk_create(
        [
            UnitName(
                unit_id=keys[founding.code],
                name=name.text,
                language=name.language,
                form=name.form,
                valid_from=name.since or founding.began_on,
                valid_until=name.until,
            )
            for founding in fresh
            for name in founding.names
        ],
        batch_size=BATCH,
    )
    Standing.objects.bulk_create(
        [
            Standing(
                unit_id=keys[founding.code],
                parent_id=keys.get(founding.parent),
                level=founding.level,
                valid_from=founding.began_on,
                valid_until=founding.ended_on - timedelta(days=1) if founding.ended_on else None,
            )
            for founding in fresh
        ],
        batch_size=BATCH,
    )
    return len(fresh)


def _unit(founding: Founding, territory: int | None) -> Unit:
    official = [
        n for n in founding.names if n.form == UnitName.Form.OFFICIAL and n.language == "vi"
    ]
    latest = official[-1].text
    return Unit(
        code=founding.code,
        kind=founding.kind,
        country=founding.country,
        territory_id=territory,
        began_on=founding.began_on,
        ended_on=founding.ended_on,
        name=latest,
        search_text=searchable([name.text for name in founding.names]),
        sort_key=ordering_key(latest),
    )


def _succeed(wanted: list[Change]) -> None:
    """Record the reform's successions that are not recorded yet; heirs found later are added."""
    keys = dict(Unit.objects.values_list("code", "pk"))
    before = Succession.predecessors.through
    after = Succession.successors.through
    known: dict[tuple[str, frozenset[int]], int] = {}
    olds: dict[int, set[int]] = defaultdict(set)
    kinds = dict(Succession.objects.filter(on=REFORM).values_list("pk", "kind"))
    for row in before.objects.filter(succession__on=REFORM):
        olds[row.succession_id].add(row.unit_id)
    for pk, kind in kinds.items():
        known[(kind, frozenset(olds[pk]))] = pk
    fresh = [
        change
        for change in wanted
        if (change.kind, frozenset(keys[code] for code in change.predecessors)) not in known
    ]
    made = Succession.objects.bulk_create(
        [Succession(kind=c.kind, on=REFORM, legal_basis=c.basis) for c in fresh], batch_size=BATCH
    )
    before.objects.bulk_create(
        [
            before(succession_id=succession.pk, unit_id=keys[code])
            for change, succession in zip(fresh, made, strict=True)
            for code in change.predecessors
        ],
        batch_size=BATCH,
    )
    all_known = known | {
        (change.kind, frozenset(keys[code] for code in change.predecessors)): succession.pk
        for change, succession in zip(fresh, made, strict=True)
    }
    after.objects.bulk_create(
        [
            after(succession_id=pk, unit_id=keys[code])
            for change in wanted
            for pk in [all_known[(change.kind, frozenset(keys[c] for c in change.predecessors))]]
            for code in change.successors
        ],
        batch_size=BATCH,
        ignore_conflicts=True,
    )
