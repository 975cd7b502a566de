"""However much a seat reaches, the same activities are found: only the way of asking differs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from ketnghia.activities.models import Activity, Overlap, activities, figures
from ketnghia.ui import listing
from ketnghia.units.models import Breadth, seats
from tests.making import make_activity

WHO = ("lan", "minh", "hoa", "quan", "stranger")


@pytest.fixture
def deeds(cast: SimpleNamespace) -> None:
    """Of each unit alone, with a friend, and for a friend."""
    for unit in (cast.east, cast.west, cast.province, cast.elsewhere):
        make_activity(unit)
    with_friend = make_activity(cast.elsewhere)
    with_friend.partner = cast.east
    with_friend.save()
    foreign = make_activity(cast.friend)
    foreign.partner = cast.west
    foreign.save()


@pytest.mark.parametrize("breadth", Breadth)
@pytest.mark.parametrize("who", WHO)
def test_every_way_of_asking_finds_the_same(
    cast: SimpleNamespace,
    deeds: None,
    monkeypatch: pytest.MonkeyPatch,
    breadth: Breadth,
    who: str,
) -> None:
    user = getattr(cast, who)
    told = set(Activity.objects.seen_at_once(user))
    assert 0 < len(told) < Activity.objects.count()
    overlaps = set(Overlap.objects.visible_to(user))

    for place in (activities, figures):
        monkeypatch.setattr(place, "breadth_of", lambda _user: breadth)

    assert set(Activity.objects.visible_to(user)) == told
    assert set(Activity.objects.newest_seen_by(user)) == told
    assert len(Activity.objects.visible_to(user)) == len(told)
    assert set(Overlap.objects.noticed_by(user)) == overlaps


def test_how_much_a_seat_reaches_is_remembered_for_a_while(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seats.breadth_of(cast.minh) == Breadth.FEW
    monkeypatch.setattr(seats, "HINTS", True)
    monkeypatch.setattr(seats, "_known", {})

    assert seats.breadth_of(cast.minh) == Breadth.FEW
    assert cast.minh.pk in seats._known


def test_a_list_counts_so_far_and_says_that_there_is_more(
    client: Client, cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        make_activity(cast.east)
    client.force_login(cast.lan)
    url = reverse("activities:list")

    assert "4 dòng" in client.get(url).content.decode()

    monkeypatch.setattr(listing, "MOST", 3)
    text = client.get(url, {"page": "99"}).content.decode()

    assert "hơn" in text
    assert "3 dòng" in text
