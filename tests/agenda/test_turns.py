from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnghia.agenda import gathering
from ketnghia.agenda.entries import Entry
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.operations.orders import set_order
from tests.making import make_agreement, make_exchange

DECEMBER = {"month": "2026-12"}


@pytest.fixture
def paper(cast: SimpleNamespace) -> Agreement:
    return make_agreement(cast.province, cast.friend, ends_on=date(2029, 12, 31))


@pytest.fixture
def rotation(cast: SimpleNamespace, paper: Agreement) -> Rotation:
    return set_order(agreement=paper, hosts=[cast.friend, cast.province], since=2026)


def entries(client: Client, **asked: str) -> list[Entry]:
    sheet = client.get(reverse("agenda:month"), {**DECEMBER, **asked}).context["sheet"]
    return [entry for entry in sheet.entries if entry.source == "luot"]


def test_a_turn_stands_on_the_day_by_which_it_is_due(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.hoa)

    [entry] = entries(client)

    assert (entry.first, entry.mark) == (date(2026, 12, 31), "due")
    assert entry.title == "Đến lượt Tỉnh đoàn Mường Xa đăng cai"
    assert entry.sides == "Tỉnh đoàn Mường Xa – Tỉnh đoàn Đông Sơn"
    assert entry.url == rotation.get_absolute_url()
    assert entries(client, partner="muong xa") == [entry]
    assert entries(client, partner="khong co") == entries(client, kind="viec") == []


def test_only_who_may_see_the_order_sees_the_turn(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.stranger)

    assert entries(client, reach="below") == []


def test_a_turn_with_a_plan_stands_as_its_exchange(
    client: Client, cast: SimpleNamespace, paper: Agreement, rotation: Rotation
) -> None:
    planned = make_exchange(cast.friend, cast.province, on=date(2026, 12, 20))
    Exchange.objects.filter(pk=planned.pk).update(agreement=paper)
    client.force_login(cast.minh)

    assert entries(client) == []


def test_the_list_and_a_crowded_month_count_turns(
    client: Client, cast: SimpleNamespace, rotation: Rotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(cast.minh)
    listing = client.get(reverse("agenda:coming")).context["listing"]
    past = client.get(reverse("agenda:coming"), {"past": "1"}).context["listing"]
    found = client.get(reverse("agenda:coming"), {"q": "den luot"}).context["listing"]
    monkeypatch.setattr(gathering, "CROWDED", 0)
    sheet = client.get(reverse("agenda:month"), DECEMBER).context["sheet"]

    assert [entry.source for entry in listing.rows] == ["luot", "het-han"]
    assert (listing.total, past.total, found.total) == (2, 0, 1)
    assert [total.words for total in sheet.sums] == ["1 lượt đăng cai"]


@pytest.mark.parametrize("number", [1, 3])
def test_turns_ask_the_same_for_one_and_three(
    client: Client, cast: SimpleNamespace, number: int
) -> None:
    for _ in range(number):
        paper = make_agreement(cast.province, cast.friend)
        set_order(agreement=paper, hosts=[cast.friend, cast.province], since=2026)
    client.force_login(cast.minh)
    client.get(reverse("agenda:month"))

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("agenda:month"), {"kind": "luot"})

    assert len(asked) == 21
