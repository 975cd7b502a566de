from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.gifts.models import Gift
from ketnghia.gifts.operations import record_gift
from ketnghia.reading.models import Proposal
from tests.doors import knock, row, tries
from tests.making import make_activity, make_agreement, make_exchange, make_person
from tests.reading.making import make_article, make_field

OPEN = row(302, 200, 200, 200, 200, 200)
RUNS = row(302, 200, 200, 404, 200, 200)
READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
# The article was taken in for Lan's commune; Minh, Hoa and Quân sit above Lan.
DOORS = {
    "reading:list": OPEN,
    "reading:take_files": RUNS,
    "reading:take_text": RUNS,
    "reading:batch": READ,
    "reading:desk": READ,
    "reading:decide": POST,
    "reading:accept_sure": POST,
    "reading:choose": POST,
    "reading:write": POST,
    "reading:undo": POST,
    "reading:field_add": EDIT,
    "reading:field_correct": EDIT,
    "reading:for_agreement": READ,
    "reading:for_exchange": READ,
    "reading:for_activity": READ,
    "reading:for_gift": READ,
    "reading:for_person": OPEN,
    "reading:set_aside": POST,
    "reading:take_up": POST,
    "reading:read_again": POST,
}
POSTED = {name for name, statuses in DOORS.items() if statuses is POST}


def _gift(cast: SimpleNamespace) -> Gift:
    return record_gift(
        giver=cast.east, receiver=cast.friend, on=date(2024, 6, 1), kind="souvenir", what="Sách"
    )


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, name: str, who: str
) -> None:
    article = make_article(cast.east, by=cast.lan, state="read", title="Giao lưu")
    field = make_field(article, value="Đông Hà")
    proposal = Proposal.objects.create(article=article, record="activity")
    keys = {
        "reading:list": [],
        "reading:take_files": [],
        "reading:take_text": [],
        "reading:batch": [article.batch_id],
        "reading:choose": [article.pk, proposal.pk],
        "reading:field_add": [article.pk, "place"],
        "reading:field_correct": [field.pk],
        "reading:for_agreement": [make_agreement(cast.east, cast.friend).pk],
        "reading:for_exchange": [make_exchange(cast.east, cast.friend).pk],
        "reading:for_activity": [make_activity(cast.east).pk],
        "reading:for_gift": [_gift(cast).pk],
        "reading:for_person": [make_person("Lê Thị Mơ").pk],
    }
    typed = {"accept": field.pk, "choice": "new"} if name in POSTED else None

    args = keys.get(name, [article.pk])
    status = knock(client, cast, name, who, args=args, posts=name in POSTED, typed=typed)

    assert status == DOORS[name][who]
