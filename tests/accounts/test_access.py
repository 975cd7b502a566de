from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.accounts.operations import invite
from tests.doors import knock, row, tries

# The link of an invitation is itself the right to open it, signed in or not.
DOORS = {
    "accounts:profile": row(302, 200, 200, 200, 200, 200),
    "accounts:accept": row(200, 200, 200, 200, 200, 200),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    _invitation, secret = invite(email="moi@example.vn", full_name="Người Mới", by=cast.quan)
    args = [secret] if name.endswith("accept") else []

    assert knock(client, cast, name, who, args=args) == DOORS[name][who]
