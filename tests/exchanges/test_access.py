from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.agreements.models import Duty
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_commitment, make_exchange

DOORS = {
    "exchanges:list": row(302, 200, 200, 200, 200, 200),
    "exchanges:create": row(302, 200, 200, 404, 200, 200),
    "exchanges:detail": row(302, 200, 200, 200, 200, 404),
    "exchanges:for_duty": row(302, 200, 200, 404, 200, 404),
    "exchanges:credit": row(302, 302, 302, 404, 302, 404),
    "exchanges:for_agreement": row(302, 200, 200, 200, 200, 404),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("meeting", "at_least", 1))
    duty = Duty.objects.earliest("starts_on")
    exchange = make_exchange(cast.east, cast.friend)
    keys = {
        "exchanges:list": [],
        "exchanges:create": [],
        "exchanges:detail": [exchange.pk],
        "exchanges:for_duty": [duty.pk],
        "exchanges:credit": [duty.pk, exchange.pk],
        "exchanges:for_agreement": [agreement.pk],
    }

    status = knock(client, cast, name, who, args=keys[name], posts=name.endswith("credit"))

    assert status == DOORS[name][who]
