from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.exchanges.models import Series
from ketnghia.rotations.operations.orders import set_order
from ketnghia.rotations.operations.turns import skip_turn
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_exchange

READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
DOORS = {
    "rotations:for_agreement": READ,
    "rotations:list": OPEN,
    "rotations:detail": READ,
    "rotations:paper_order": EDIT,
    "rotations:series_order": EDIT,
    "rotations:edit": EDIT,
    "rotations:close": EDIT,
    "rotations:turn_skip": EDIT,
    "rotations:turn_swap": EDIT,
    "rotations:turn_count": EDIT,
    "rotations:decision_withdraw": EDIT,
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """What each door asks for; the commune in the east takes turns with a friend abroad."""
    agreement = make_agreement(cast.east, cast.friend)
    exchange = make_exchange(cast.east, cast.friend)
    exchange.series = Series.objects.called("Gặp gỡ hữu nghị")
    exchange.save()
    paper = make_agreement(cast.east, cast.friend)
    rotation = set_order(agreement=paper, hosts=[cast.east, cast.friend], since=2024)
    decision = skip_turn(rotation, why="Mưa lũ", by=cast.lan)
    whole = ("detail", "edit", "close", "turn_skip", "turn_swap")
    return {
        "rotations:list": [],
        "rotations:for_agreement": [agreement.pk],
        "rotations:paper_order": [agreement.pk],
        "rotations:series_order": [exchange.series.pk],
        "rotations:turn_count": [rotation.pk, exchange.pk],
        "rotations:decision_withdraw": [decision.pk],
        **{f"rotations:{name}": [rotation.pk] for name in whole},
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    assert knock(client, cast, name, who, args=keys[name]) == DOORS[name][who]
