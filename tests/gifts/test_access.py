from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils.timezone import localdate

from ketnghia.gifts.operations import record_gift, remove_gift, removed_gifts
from tests.doors import knock, row, tries

READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
RUNS = row(302, 200, 200, 404, 200, 200)
DOORS = {
    "gifts:list": OPEN,
    "gifts:create": RUNS,
    "gifts:balance": OPEN,
    "gifts:removed": OPEN,
    "gifts:detail": READ,
    "gifts:edit": EDIT,
    "gifts:remove": EDIT,
    "gifts:bring_back": POST,
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """Doors of a gift in the book, and of one that was removed."""
    given = {"giver": cast.east, "receiver": cast.friend, "on": localdate()}
    gift = record_gift(**given, kind="cash", what="Ủng hộ quỹ")
    remove_gift(record_gift(**given, kind="goods", what="Sách"), why="Ghi nhầm")
    removed = removed_gifts(cast.lan).get()
    return {
        **{name: [] for name in DOORS},
        "gifts:bring_back": [removed.pk],
        **{f"gifts:{name}": [gift.pk] for name in ("detail", "edit", "remove")},
    }


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    posts = DOORS[name] == POST

    status = knock(client, cast, name, who, args=keys[name], posts=posts)

    assert status == DOORS[name][who]
