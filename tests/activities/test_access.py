from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.agreements.models import Duty
from tests.doors import knock, row, tries
from tests.making import make_activity, make_agreement, make_commitment

DOORS = {
    "activities:list": row(302, 200, 200, 200, 200, 200),
    "activities:create": row(302, 200, 200, 404, 200, 200),
    "activities:detail": row(302, 200, 200, 200, 200, 404),
    "activities:for_duty": row(302, 200, 200, 404, 200, 404),
    "activities:credit": row(302, 302, 302, 404, 302, 404),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    make_commitment(make_agreement(cast.east, cast.friend), ("welfare", "at_least", 1))
    duty = Duty.objects.earliest("starts_on")
    activity = make_activity(cast.east)
    keys = {
        "activities:detail": [activity.pk],
        "activities:for_duty": [duty.pk],
        "activities:credit": [duty.pk, activity.pk],
    }

    status = knock(client, cast, name, who, args=keys.get(name, []), posts=name.endswith("credit"))

    assert status == DOORS[name][who]
