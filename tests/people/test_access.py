from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.doors import knock, row, tries
from tests.making import make_person

# People named in papers are known to whoever signs in; children are never among them.
DOORS = {
    "people:list": row(302, 200, 200, 200, 200, 200),
    "people:detail": row(302, 200, 200, 200, 200, 200),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    keys = {"people:detail": [make_person("Nguyễn Văn An").pk]}

    assert knock(client, cast, name, who, args=keys.get(name, [])) == DOORS[name][who]
