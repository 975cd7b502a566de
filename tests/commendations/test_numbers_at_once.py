"""Two decisions at once. A file of its own: it empties the database after itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from ketnghia.commendations.models import Honour
from ketnghia.units.models import Unit
from tests.commendations.making import make_decision, to_person
from tests.making import make_unit


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_share_no_number() -> None:
    unit = make_unit("Tỉnh đoàn")
    given_honour = Honour.objects.create(name="Giấy khen", tier="provincial")

    def decide(place: int) -> list[str]:
        people = [to_person(f"Người {place}.{number}") for number in range(5)]
        decision = make_decision(
            Unit.objects.get(pk=unit.pk), *people, given=given_honour, takes_numbers=True
        )
        numbers = list(decision.awards.values_list("certificate", flat=True))
        connection.close()
        return numbers

    with ThreadPoolExecutor(4) as pool:
        found = [number for numbers in pool.map(decide, range(8)) for number in numbers]

    assert sorted(map(int, found)) == list(range(1, 41))
