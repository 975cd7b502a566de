"""Lists ask the database the same number of questions for one record and for three."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_exchange,
    make_person,
    make_unit,
)

LISTS = {
    "overview:home": 30,
    "overview:relations": 14,
    "agreements:duties": 7,
    "agreements:list": 11,
    "exchanges:list": 8,
    "activities:list": 11,
    "people:list": 5,
    "units:tree": 4,
}


def questions(client: Client, name: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(reverse(name)).status_code == 200
    return len(asked)


def fill(cast: SimpleNamespace, number: int) -> None:
    for place in range(number):
        partner = make_unit(f"Tỉnh đoàn Bạn {place}")
        make_commitment(make_agreement(cast.east, partner), ("meeting", "at_least", 1))
        make_exchange(cast.east, partner)
        make_activity(cast.east)
        make_person(f"Nguyễn Văn {place}")


@pytest.mark.parametrize("name", LISTS)
def test_three_records_cost_as_many_questions_as_one(
    client: Client, cast: SimpleNamespace, name: str
) -> None:
    client.force_login(cast.lan)
    fill(cast, 1)
    client.get(reverse(name))
    one = questions(client, name)

    fill_more = 2
    for place in range(fill_more):
        partner = make_unit(f"Tỉnh đoàn Xa {place}")
        make_commitment(make_agreement(cast.east, partner), ("meeting", "at_least", 1))
        make_exchange(cast.east, partner)
        make_activity(cast.east)
        make_person(f"Trần Thị {place}")

    assert (one, questions(client, name)) == (LISTS[name], LISTS[name])
