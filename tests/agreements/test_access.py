from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.agreements.models import Duty, Evidence
from ketnghia.exchanges.operations import credit
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_commitment, make_exchange

# The paper is between Lan's commune and a friend abroad; Minh, Hoa and Quân sit above Lan.
DOORS = {
    "agreements:list": row(302, 200, 200, 200, 200, 200),
    "agreements:create": row(302, 200, 200, 404, 200, 200),
    "agreements:terms": row(302, 200, 200, 404, 200, 404),
    "agreements:promises": row(302, 200, 200, 404, 200, 404),
    "agreements:unpromise": row(302, 302, 302, 404, 302, 404),
    "agreements:finish": row(302, 200, 200, 404, 200, 404),
    "agreements:detail": row(302, 200, 200, 200, 200, 404),
    "agreements:extend": row(302, 200, 200, 404, 200, 404),
    "agreements:close": row(302, 200, 200, 404, 200, 404),
    "agreements:renew": row(302, 302, 302, 404, 302, 404),
    "agreements:review": row(302, 200, 200, 404, 200, 404),
    "agreements:for_unit": row(302, 200, 200, 200, 200, 404),
    "agreements:duties": row(302, 200, 200, 200, 200, 200),
    "agreements:duty": row(302, 200, 200, 200, 200, 404),
    "agreements:uncredit": row(302, 302, 302, 404, 302, 404),
    "agreements:inherit": row(302, 404, 200, 404, 200, 404),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("meeting", "at_least", 1))
    duty = Duty.objects.earliest("starts_on")
    credit(make_exchange(cast.east, cast.friend), duty, by=cast.lan)
    draft = make_agreement(cast.east, cast.friend, signed_on=None)
    promise = make_commitment(draft, ("meeting", "at_least", 1))
    keys = {
        "agreements:list": [],
        "agreements:duties": [],
        "agreements:create": [],
        "agreements:terms": [draft.pk],
        "agreements:promises": [draft.pk],
        "agreements:unpromise": [draft.pk, promise.pk],
        "agreements:finish": [draft.pk],
        "agreements:for_unit": [cast.east.pk],
        "agreements:duty": [duty.pk],
        "agreements:uncredit": [Evidence.objects.get().pk],
        "agreements:inherit": [_party_of_an_ended_unit(cast)],
    }

    status = knock(
        client,
        cast,
        name,
        who,
        args=keys.get(name, [agreement.pk]),
        posts=name.endswith(("uncredit", "unpromise", "renew")),
    )

    assert status == DOORS[name][who]


def _party_of_an_ended_unit(cast: SimpleNamespace) -> int:
    """The commune beside Lan's has ended and left no successor: the province is its heir."""
    cast.west.ended_on = "2025-07-01"
    cast.west.save()
    return make_agreement(cast.west, cast.friend).parties.get(unit=cast.west).pk
