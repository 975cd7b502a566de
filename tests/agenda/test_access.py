from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.agenda.operations import issue
from tests.doors import knock, row, tries
from tests.making import make_exchange

OPEN = row(302, 200, 200, 200, 200, 200)
# The feed is Lan's own: nobody else learns that it is there, not even those above.
MINE = row(302, 302, 404, 404, 404, 404)
DOORS = {
    "agenda:month": OPEN,
    "agenda:week": OPEN,
    "agenda:coming": OPEN,
    "agenda:feeds": OPEN,
    "agenda:feed_address": MINE,
    "agenda:feed_reissue": MINE,
    "agenda:feed_revoke": MINE,
    # The address is the right to read: nobody has to sign in.
    "agenda:feed": row(200, 200, 200, 200, 200, 200),
    "agenda:exchange": row(302, 200, 200, 200, 200, 404),
}
POSTS = {"agenda:feed_reissue", "agenda:feed_revoke"}


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    feed, secret = issue(by=cast.lan)
    exchange = make_exchange(cast.east, cast.friend)
    keys: dict[str, list[int | str]] = {
        "agenda:feed": [secret],
        "agenda:exchange": [exchange.pk],
    }
    own = {"agenda:feed_address", "agenda:feed_reissue", "agenda:feed_revoke"}
    args = [feed.pk] if name in own else keys.get(name, [])

    status = knock(client, cast, name, who, args=args, posts=name in POSTS)

    assert status == DOORS[name][who]
