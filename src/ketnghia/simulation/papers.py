"""Agreements in great number, between units of the simulated country."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.db import transaction

from ketnghia.agreements.models import Agreement, Party
from ketnghia.units.models import Unit, ordering_key, searchable

BATCH = 5000
FIRST = date(2018, 1, 1)


@transaction.atomic
def simulate_agreements(number: int, *, seed: int = 1) -> None:
    """Papers of provinces, districts and communes of both eras with each other."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    units = list(
        Unit.objects.filter(code__startswith="vn-").order_by("code").values_list("pk", "name")
    )
    Agreement.objects.bulk_create(
        [_agreement(order, chance) for order in range(number)], batch_size=BATCH
    )
    made = Agreement.objects.filter(code__startswith="mp-").order_by("pk")
    parties = []
    for pk in made.values_list("pk", flat=True):
        sides = enumerate(chance.sample(units, 2), start=1)
        parties += [Party(agreement_id=pk, unit_id=unit, order=order) for order, (unit, _) in sides]
    Party.objects.bulk_create(parties, batch_size=BATCH)


def _agreement(order: int, chance: random.Random) -> Agreement:
    signed = FIRST + timedelta(days=chance.randrange(3000))
    title = f"Chương trình phối hợp số {order}"
    return Agreement(
        code=f"mp-{order}",
        title=title,
        signed_on=signed,
        starts_on=signed,
        ends_on=signed + timedelta(days=365 * chance.randint(1, 5)),
        search_text=searchable([title]),
        sort_key=ordering_key(title),
    )
