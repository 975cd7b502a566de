from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ketnghia.accounts.models import Invitation, User
from ketnghia.accounts.operations import invite

TYPED = {"full_name": "Người Mới", "username": "nguoimoi", "password": "mot cau de nho lam"}


@pytest.fixture
def link(cast: SimpleNamespace) -> str:
    with time_machine.travel("2026-11-01T08:00:00+07:00", tick=False):
        _invitation, secret = invite(email="moi@example.vn", full_name="Người Mới", by=cast.quan)
    return reverse("accounts:accept", args=[secret])


def open_on(client: Client, link: str, day: str, **typed: str) -> Any:
    with time_machine.travel(f"{day}T07:59:00+07:00", tick=False):
        return client.post(link, TYPED | typed) if typed or day else client.get(link)


def test_whoever_follows_the_link_has_an_account(client: Client, link: str) -> None:
    response = open_on(client, link, "2026-11-08")

    assert response.status_code == 302
    assert User.objects.get(username="nguoimoi").email == "moi@example.vn"


def test_the_link_ends_after_seven_days(client: Client, link: str) -> None:
    response = open_on(client, link, "2026-11-09")

    assert response.status_code == 410
    assert "quá 7 ngày" in response.content.decode()
    assert not User.objects.filter(username="nguoimoi").exists()


def test_the_link_works_once(client: Client, link: str) -> None:
    open_on(client, link, "2026-11-02")
    client.logout()

    assert open_on(client, link, "2026-11-02", username="nguoikhac").status_code == 410


def test_an_unknown_link_is_not_there(client: Client, db: None) -> None:
    assert client.get(reverse("accounts:accept", args=["khong-co"])).status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"), [({"username": "lan"}, "username"), ({"password": "ngan"}, "password")]
)
def test_a_taken_name_or_a_weak_password_is_refused_where_it_stands(
    client: Client, link: str, typed: dict[str, str], field: str
) -> None:
    response = open_on(client, link, "2026-11-02", **typed)

    assert set(response.context["form"].errors) == {field}
    assert response.context["form"]["full_name"].value() == "Người Mới"


def test_the_secret_of_a_link_is_kept_nowhere(cast: SimpleNamespace) -> None:
    invitation, secret = invite(email="moi@example.vn", full_name="Người Mới", by=cast.quan)

    row = Invitation.objects.filter(pk=invitation.pk).values().get()
    assert secret not in {str(value) for value in row.values()}


def test_who_has_an_account_is_not_invited_again(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError):
        invite(email="LAN@example.vn", full_name="Lan", by=cast.quan)


def test_nobody_registers_alone(client: Client, db: None) -> None:
    response = client.post(reverse("account_signup"), {"username": "la", "password1": "x" * 12})

    assert not User.objects.filter(username="la").exists()
    assert response.status_code == 200
