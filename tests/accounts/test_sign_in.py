from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

PASSWORD = "mat-khau-thu"
# Words of the sign-in library that a Vietnamese page must not show.
ENGLISH = re.compile(
    r"\b(?:password|username|authenticator|security key|recovery codes?|sign in|sign out|two-factor"
    r"|confirm|activate)\b",
    re.IGNORECASE,
)


def test_either_name_or_address_signs_in(client: Client, cast: SimpleNamespace) -> None:
    for login in ("lan", "lan@example.vn"):
        client.logout()

        response = client.post(reverse("account_login"), {"login": login, "password": PASSWORD})

        assert (response.status_code, response.headers["Location"]) == (302, "/")


def test_a_wrong_password_is_refused_in_vietnamese(client: Client, cast: SimpleNamespace) -> None:
    response = client.post(reverse("account_login"), {"login": "lan", "password": "sai"})

    assert response.context["form"].non_field_errors() == ["Tên đăng nhập hoặc mật khẩu chưa đúng."]


def test_guessing_is_slowed_down(client: Client, cast: SimpleNamespace) -> None:
    typed = {"login": "lan", "password": "sai"}
    for _try in range(12):
        response = client.post(reverse("account_login"), typed)

    right = client.post(reverse("account_login"), {"login": "lan", "password": PASSWORD})

    assert response.context["form"].non_field_errors() == [
        "Sai quá nhiều lần. Thử lại sau ít phút."
    ]
    assert right.status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "mfa_index",
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "account_email",
    ],
)
def test_pages_of_the_library_speak_vietnamese(
    client: Client, cast: SimpleNamespace, name: str
) -> None:
    client.post(reverse("account_login"), {"login": "lan", "password": PASSWORD})

    page = client.get(reverse(name), follow=True).content.decode()

    main = page[page.index("<main") : page.index("</main>")]
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", main, flags=re.DOTALL)
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_doors_before_signing_in_speak_vietnamese(client: Client, db: None, name: str) -> None:
    page = client.get(reverse(name)).content.decode()

    main = page[page.index("<main") : page.index("</main>")]
    assert ENGLISH.findall(re.sub(r"<script.*?</script>|<[^>]*>", " ", main, flags=re.DOTALL)) == []


def test_the_sign_in_page_speaks_vietnamese(client: Client, db: None) -> None:
    page = client.get(reverse("account_login")).text

    assert "Tên đăng nhập hoặc thư điện tử" in page
    assert ">Login<" not in page
    assert page.count("Quên mật khẩu") == 1
