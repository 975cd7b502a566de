from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.holidays.operations import correct_day
from tests.doors import knock, row, tries

OPEN = row(302, 200, 200, 200, 200, 200)
RUNS = row(302, 200, 200, 404, 200, 200)
POST = row(302, 302, 302, 404, 302, 302)
DOORS = {"holidays:year": OPEN, "holidays:correct": RUNS, "holidays:withdraw": POST}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    holiday = correct_day(country="LA", on=date(2026, 7, 20), is_off=True, name="Nghỉ bù")
    keys = {"holidays:withdraw": [holiday.pk]}

    status = knock(client, cast, name, who, args=keys.get(name, []), posts=DOORS[name] == POST)

    assert status == DOORS[name][who]
