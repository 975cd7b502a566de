from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

# The shelf is for those who build: staff only, and nobody of the cast is.
DOORS = {
    "ui:shelf": {
        "anonymous": 302,
        "lan": 404,
        "minh": 404,
        "hoa": 404,
        "quan": 404,
        "stranger": 404,
    },
    # A choice that is only ever sent: to look at its address is refused for everybody alike.
    "ui:theme": dict.fromkeys(["anonymous", "lan", "minh", "hoa", "quan", "stranger"], 405),
}


@pytest.mark.parametrize(("name", "who"), [(n, w) for n, row in DOORS.items() for w in row])
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    if who != "anonymous":
        client.force_login(getattr(cast, who))

    assert client.get(reverse(name)).status_code == DOORS[name][who]
