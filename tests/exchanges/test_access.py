from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from ketnghia.agreements.models import Duty
from ketnghia.exchanges.models import AgreedPoint, Participation, Series
from ketnghia.exchanges.operations import (
    enter_list,
    follow_up,
    take_over,
    write_item,
    write_minutes,
    write_practice,
    write_site,
)
from ketnghia.exchanges.operations.delegations import Entry
from tests.doors import knock, row, tries
from tests.making import make_agreement, make_commitment, make_exchange

READ = row(302, 200, 200, 200, 200, 404)
EDIT = row(302, 200, 200, 404, 200, 404)
POST = row(302, 302, 302, 404, 302, 404)
OPEN = row(302, 200, 200, 200, 200, 200)
RUNS = row(302, 200, 200, 404, 200, 200)
DOORS = {
    "exchanges:list": OPEN,
    "exchanges:find": OPEN,
    "exchanges:create": RUNS,
    "exchanges:detail": READ,
    "exchanges:edit": EDIT,
    "exchanges:confirm": POST,
    "exchanges:hold": POST,
    "exchanges:report": EDIT,
    "exchanges:cancel": EDIT,
    "exchanges:take_back": POST,
    "exchanges:side_add": EDIT,
    "exchanges:delegation": EDIT,
    "exchanges:side_remove": POST,
    "exchanges:list_paste": EDIT,
    "exchanges:member_remove": POST,
    "exchanges:programme": EDIT,
    "exchanges:programme_remove": POST,
    "exchanges:minutes": EDIT,
    "exchanges:point_promise": EDIT,
    "exchanges:follow_up_add": EDIT,
    "exchanges:follow_up_finish": POST,
    "exchanges:sites": OPEN,
    "exchanges:site_find": OPEN,
    "exchanges:site_create": RUNS,
    "exchanges:site": OPEN,
    "exchanges:site_edit": RUNS,
    "exchanges:practices": OPEN,
    "exchanges:practice_create": RUNS,
    "exchanges:practice": OPEN,
    "exchanges:practice_edit": EDIT,
    "exchanges:adoption_add": RUNS,
    "exchanges:adoption_tell": row(302, 404, 200, 404, 200, 404),
    "exchanges:for_duty": EDIT,
    "exchanges:credit": POST,
    "exchanges:for_agreement": READ,
    "exchanges:dates": RUNS,
    "exchanges:series": READ,
}


@pytest.fixture
def keys(cast: SimpleNamespace) -> dict[str, list[int]]:
    """What each door asks for; an exchange of the commune in the east with a friend abroad."""
    agreement = make_agreement(cast.east, cast.friend)
    make_commitment(agreement, ("meeting", "at_least", 1))
    duty = Duty.objects.earliest("starts_on")
    exchange = make_exchange(cast.east, cast.friend)
    side = Participation.objects.get(exchange=exchange, unit=cast.friend)
    enter_list(side, entries=[Entry("Bounmy Sida")])
    site = write_site(name="Nhà lưu niệm", kind="museum")
    item = write_item(exchange, kind="site", site=site)
    write_minutes(exchange, on=exchange.begins_on, points=["Mỗi năm hai bên gặp nhau một lần"])
    task = follow_up(exchange, what="Gửi thư cảm ơn", due_on=exchange.ends_on)
    practice = write_practice(name="Vườn cam", home_unit=cast.friend, heard_at=exchange)
    adoption = take_over(practice, unit=cast.province, since=exchange.begins_on, by=None)
    whole = {"detail", "edit", "confirm", "hold", "report", "cancel", "take_back", "side_add",
             "programme", "minutes", "follow_up_add"}  # fmt: skip
    found = {name: [] for name in DOORS}
    found |= {f"exchanges:{name}": [exchange.pk] for name in whole}
    found |= {f"exchanges:{name}": [side.pk] for name in ("delegation", "side_remove")}
    return found | {
        "exchanges:list_paste": [side.pk],
        "exchanges:member_remove": [side.members.get().pk],
        "exchanges:programme_remove": [item.pk],
        "exchanges:point_promise": [AgreedPoint.objects.get().pk],
        "exchanges:follow_up_finish": [task.pk],
        "exchanges:site": [site.pk],
        "exchanges:site_edit": [site.pk],
        "exchanges:practice": [practice.pk],
        "exchanges:practice_edit": [practice.pk],
        "exchanges:adoption_add": [practice.pk],
        "exchanges:adoption_tell": [adoption.pk],
        "exchanges:for_duty": [duty.pk],
        "exchanges:credit": [duty.pk, exchange.pk],
        "exchanges:for_agreement": [agreement.pk],
        "exchanges:series": [series_of(cast).pk],
    }


def series_of(cast: SimpleNamespace) -> Series:
    """A series the same two meet in."""
    series = Series.objects.called("Gặp gỡ hữu nghị")
    again = make_exchange(cast.east, cast.friend)
    again.series = series
    again.save()
    return series


@pytest.mark.parametrize(("name", "who"), tries(DOORS))
def test_each_person_meets_the_doors_meant_for_them(
    client: Client, cast: SimpleNamespace, keys: dict[str, list[int]], name: str, who: str
) -> None:
    posts = DOORS[name] == POST

    status = knock(client, cast, name, who, args=keys[name], posts=posts)

    assert status == DOORS[name][who]
