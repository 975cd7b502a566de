from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.doors import knock, row, tries
from tests.making import make_agreement

# The history of a paper is for whoever may read the paper.
DOORS = {"journal:record": row(302, 200, 200, 200, 200, 404)}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    agreement = make_agreement(cast.east, cast.friend)

    status = knock(client, cast, name, who, args=["agreements", "agreement", agreement.pk])

    assert status == DOORS[name][who]


@pytest.mark.parametrize("model", ["user", "seat", "nothing"])
def test_what_has_no_rule_of_who_may_see_it_is_closed(
    client: Client, cast: SimpleNamespace, model: str
) -> None:
    app = "accounts" if model == "user" else "units"

    assert knock(client, cast, "journal:record", "quan", args=[app, model, cast.lan.pk]) == 404
