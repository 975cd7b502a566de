"""Planning a meeting from the turn that waits: its form and its days come filled in."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.exchanges.models import Exchange
from ketnghia.rotations.ledger_reading import ledger_of
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.operations.orders import set_order
from ketnghia.rotations.turn_words import lead
from tests.making import make_agreement

DUE = date(localdate().year + 1, 1, 20)


@pytest.fixture
def rotation(cast: SimpleNamespace) -> Rotation:
    """The province is in turn, before 20 January next year."""
    paper = make_agreement(cast.province, cast.friend)
    due = (DUE.month, DUE.day)
    return set_order(agreement=paper, hosts=[cast.province, cast.friend], since=DUE.year, due=due)


def typed(cast: SimpleNamespace, rotation: Rotation, **words: str) -> dict[str, Any]:
    return {
        "rotation": str(rotation.pk),
        "host": str(cast.province.pk),
        "guest": str(cast.friend.pk),
        "kind": "meeting",
        **words,
    }


def test_the_form_says_whose_turn_it_is_and_what_the_meeting_is_called(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.minh)

    answer = client.get(reverse("exchanges:create"), {"rotation": rotation.pk})

    text = answer.content.decode()
    assert rotation.get_absolute_url() in text
    assert lead(ledger_of(rotation)) in text
    assert answer.context["form"]["title"].value().endswith(f"năm {DUE.year}")


def test_days_are_proposed_before_the_day_of_the_turn_and_a_later_one_is_told(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.minh)
    asked = typed(cast, rotation, begins_on=f"26/1/{DUE.year}")

    answer = client.get(reverse("exchanges:dates"), asked)

    assert f"Sau hạn của lượt này, 20/1/{DUE.year}." in answer.content.decode()
    assert all(one.span.last <= DUE for one, _query in answer.context["picks"])


def test_what_is_planned_belongs_to_the_paper_of_the_turn(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.minh)
    asked = typed(cast, rotation, title="Gặp gỡ", begins_on=f"12/1/{DUE.year}")

    client.post(reverse("exchanges:create"), asked)

    assert Exchange.objects.get().agreement == rotation.agreement


@pytest.mark.parametrize("key", ["999999", "x", "-1"])
def test_an_order_nobody_knows_is_refused_and_what_was_typed_stays(
    client: Client, cast: SimpleNamespace, rotation: Rotation, key: str
) -> None:
    client.force_login(cast.minh)
    asked = typed(cast, rotation, title="Gặp gỡ", begins_on=f"12/1/{DUE.year}")

    answer = client.post(reverse("exchanges:create"), {**asked, "rotation": key})

    assert not Exchange.objects.exists()
    assert answer.context["form"].errors.keys() == {"rotation"}
    assert answer.context["form"]["title"].value() == "Gặp gỡ"
    assert client.get(reverse("exchanges:dates"), {**asked, "rotation": key}).status_code == 200


def test_an_order_of_others_is_not_known(
    client: Client, cast: SimpleNamespace, rotation: Rotation
) -> None:
    client.force_login(cast.stranger)

    answer = client.get(reverse("exchanges:create"), {"rotation": rotation.pk})

    assert answer.context["awaited"] is None
