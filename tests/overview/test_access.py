from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.doors import knock, row, tries
from tests.making import make_agreement
from tests.reading.making import make_article, make_field

DOORS = {
    "overview:home": row(302, 200, 200, 200, 200, 200),
    "overview:relations": row(302, 200, 200, 200, 200, 200),
    "overview:relation": row(302, 200, 200, 200, 200, 404),
    "overview:relation_of_article": row(302, 302, 302, 302, 302, 404),
    "overview:search": row(302, 200, 200, 200, 200, 200),
}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    make_agreement(cast.east, cast.friend)
    article = make_article(cast.east)
    for unit in (cast.east, cast.friend):
        make_field(article, "unit", unit=unit)
    keys = {
        "overview:relation": [cast.east.pk, cast.friend.pk],
        "overview:relation_of_article": [article.pk],
    }

    assert knock(client, cast, name, who, args=keys.get(name, [])) == DOORS[name][who]
