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
    "people:edit": row(302, 200, 200, 404, 200, 200),
    "people:merge": row(302, 302, 302, 404, 302, 302),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    args = [] if name.endswith("list") else [make_person("Nguyễn Văn An").pk]

    status = knock(client, cast, name, who, args=args, posts=name.endswith("merge"))

    assert status == DOORS[name][who]
