"""What shows children is published only when everybody agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia import events
from ketnghia.children.events import ConsentWithdrawn
from ketnghia.children.models import ChildList, Consent, Portrayal
from ketnghia.children.operations import (
    agree_to_portrayal,
    erase,
    may_publish,
    portray,
    withdraw,
    withdraw_portrayal,
)
from ketnghia.exchanges.models import Exchange
from tests.children.test_consents import agree


def consent(portrayal: Portrayal, cast: SimpleNamespace, **facts: object) -> Consent:
    today = localdate()
    plain = {
        "covers": 1,
        "relation": "father",
        "child_agreed": True,
        "form": "paper",
        "given_on": today,
        "valid_until": today + timedelta(days=365),
        "by": cast.lan,
    }
    return agree_to_portrayal(portrayal, **{**plain, **facts})  # type: ignore[arg-type]


@pytest.fixture
def heard() -> Iterator[list[ConsentWithdrawn]]:
    told: list[ConsentWithdrawn] = []
    events.listen_to(ConsentWithdrawn)(told.append)
    yield told
    events._listeners[ConsentWithdrawn].remove(told.append)


def test_what_shows_no_child_may_be_published(cast: SimpleNamespace, visit: Exchange) -> None:
    assert may_publish(visit)

    portray(visit, number=0, by=cast.lan)

    assert may_publish(visit)


def test_every_child_must_have_agreed(cast: SimpleNamespace, child_list: ChildList) -> None:
    picture = child_list.subject.exchange
    agree(child_list, cast, (1, 2), ["publish"])
    shown = portray(picture, number=4, children=child_list.children.all(), by=cast.lan)
    assert not may_publish(picture)

    agree(child_list, cast, (3,), ["publish"])
    assert not may_publish(picture)
    consent(shown, cast)

    assert may_publish(picture)
    assert not may_publish(picture, on=localdate() + timedelta(days=400))


def test_a_consent_taken_back_stops_it_and_is_told_upwards(
    cast: SimpleNamespace, child_list: ChildList, today: date, heard: list[ConsentWithdrawn]
) -> None:
    picture = child_list.subject.exchange
    agree(child_list, cast, (1,), ["list", "publish"])
    shown = portray(picture, number=2, children=child_list.children.filter(place=1), by=cast.lan)
    given = consent(shown, cast)
    assert may_publish(picture)

    withdraw_portrayal(given, by=cast.lan)
    assert not may_publish(picture)
    portray(picture, number=1, children=child_list.children.filter(place=1), by=cast.lan)
    assert may_publish(picture)
    child = child_list.children.get(place=1)
    withdraw(child, uses=["publish"], on=today, by=cast.lan)

    assert not may_publish(picture)
    by_number = ConsentWithdrawn("publish", None, shown.pk, today)
    assert heard == [by_number, replace(by_number, child_id=child.pk, portrayal_id=None)]
    with pytest.raises(ValidationError, match="đã rút rồi"):
        withdraw_portrayal(given, by=cast.lan)


def test_that_somebody_agreed_outlives_the_name(
    cast: SimpleNamespace, child_list: ChildList
) -> None:
    picture = child_list.subject.exchange
    agree(child_list, cast, uses=["publish"])
    portray(picture, number=3, children=child_list.children.all(), by=cast.lan)

    erase(child_list, by=cast.lan)

    assert may_publish(picture)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"child_agreed": False}, "em cũng phải đồng ý"),
        ({"given_on": date(2099, 1, 1)}, "chưa tới"),
        ({"valid_until": date(2000, 1, 1)}, "phải sau"),
    ],
)
def test_a_consent_by_number_has_its_facts(
    cast: SimpleNamespace, visit: Exchange, facts: dict[str, object], refusal: str
) -> None:
    shown = portray(visit, number=2, by=cast.lan)

    with pytest.raises(ValidationError, match=refusal):
        consent(shown, cast, **facts)


def test_fewer_than_those_named_is_refused(cast: SimpleNamespace, child_list: ChildList) -> None:
    with pytest.raises(ValidationError, match="Ít hơn"):
        portray(child_list, number=1, children=child_list.children.all(), by=cast.lan)


def test_the_page_says_whether_it_may_be_published(
    client: Client, cast: SimpleNamespace, visit: Exchange
) -> None:
    client.force_login(cast.lan)
    address = reverse("children:portrayal", args=["exchanges", "exchange", visit.pk])

    assert "Chưa ghi có em nào." in client.get(address).content.decode()
    client.post(address, {"number": "2"})
    assert "2 em chưa đồng ý: chưa được đăng." in client.get(address).content.decode()
    shown = Portrayal.objects.get()
    given = {
        "covers": "2",
        "relation": "mother",
        "child_agreed": "on",
        "form": "paper",
        "given_on": "1/11/2026",
        "valid_until": "31/12/2099",
    }
    client.post(reverse("children:portrayal_agree", args=[shown.pk]), given)
    assert "Đủ đồng ý: được đăng." in client.get(address).content.decode()
    withdrawal = reverse("children:portrayal_withdraw", args=[Consent.objects.get().pk])
    client.post(withdrawal)
    told = client.post(withdrawal, follow=True).content.decode()

    assert "Đồng ý này đã rút rồi." in told
    assert "2 em chưa đồng ý: chưa được đăng." in told
