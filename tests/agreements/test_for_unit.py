from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

from ketnghia.units.operations import succeed
from tests.making import make_agreement


def test_a_unit_shows_the_living_papers_of_those_it_followed(
    client: Client, cast: SimpleNamespace
) -> None:
    make_agreement(cast.west, cast.friend, title="Còn hiệu lực", ends_on=date(2099, 1, 1))
    make_agreement(cast.west, cast.friend, title="Đã hết", ends_on=date(2024, 12, 31))
    succeed(
        kind="absorbed",
        on=date(2025, 7, 1),
        legal_basis="QĐ",
        predecessors=[cast.west],
        successors=[cast.east],
    )
    client.force_login(cast.lan)

    shown = client.get(reverse("agreements:for_unit", args=[cast.east.pk])).content.decode()

    assert ("Còn hiệu lực" in shown, "Đã hết" in shown) == (True, False)
