from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from ketnghia.ui.menu import Entry, entries
from ketnghia.ui.panels import Panel, hang, panels_at

HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("headers", "is_whole"),
    [
        ({}, True),
        (HTMX | {"HX-Target": "rows"}, False),
        (HTMX | {"HX-Target": "elsewhere"}, True),
        (HTMX, True),
        (HTMX | {"HX-Target": "rows", "HX-History-Restore-Request": "true"}, True),
    ],
)
def test_one_address_gives_the_page_or_the_part_asked_for(
    client: Client, cast: SimpleNamespace, *, headers: dict[str, str], is_whole: bool
) -> None:
    client.force_login(cast.lan)

    response = client.get(reverse("agreements:list"), headers=headers)

    html = response.content.decode()
    assert ("<!doctype html>" in html) is is_whole
    assert html.count('id="rows"') == 1
    assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}


def test_every_page_offers_both_languages_and_three_themes(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)

    html = client.get("/").content.decode()

    assert html.count(f'action="{reverse("set_language")}"') == 1
    assert html.count('name="language"') == 2
    assert html.count('name="theme"') == 3


@pytest.mark.parametrize(
    ("chosen", "attribute"), [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"')]
)
def test_a_chosen_theme_stays_until_another_is_chosen(
    client: Client, cast: SimpleNamespace, chosen: str, attribute: str
) -> None:
    client.force_login(cast.lan)

    answer = client.post(reverse("ui:theme"), {"theme": chosen, "next": "/van-ban/"})
    html = client.get("/van-ban/").content.decode()
    client.post(reverse("ui:theme"), {"theme": "", "next": "/"})
    again = client.get("/van-ban/").content.decode()

    assert answer["Location"] == "/van-ban/"
    assert f'<html lang="vi"{attribute}>' in html
    assert '<html lang="vi">' in again


def test_choosing_a_theme_never_leads_away_from_the_house(client: Client) -> None:
    answer = client.post(reverse("ui:theme"), {"theme": "dark", "next": "https://example.com/"})

    assert answer["Location"] == "/"


def test_single_keys_can_be_switched_off(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)
    before = client.get("/").content.decode()
    cast.lan.has_single_keys = False
    cast.lan.save(update_fields=["has_single_keys"])

    after = client.get("/").content.decode()

    assert "data-no-single-keys" not in before
    assert "data-no-single-keys" in after


def test_a_page_that_is_not_there_is_said_calmly(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)

    response = client.get("/van-ban/999999/")

    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()


def test_a_page_left_open_too_long_is_said_calmly(cast: SimpleNamespace) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.lan)

    response = strict.post(reverse("set_language"), {"language": "en"})

    assert response.status_code == 403
    assert "Trang này đã để lâu" in response.content.decode()


def test_a_fault_of_ours_is_said_calmly(
    client: Client, cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("ketnghia.ui.views.shelf_context", stumble)
    cast.quan.is_staff = True
    cast.quan.save(update_fields=["is_staff"])
    client.force_login(cast.quan)
    client.raise_request_exception = False

    response = client.get(reverse("ui:shelf"))

    assert response.status_code == 500
    assert "Hệ thống vừa vấp" in response.content.decode()


def test_the_menu_knows_which_entry_a_page_belongs_to() -> None:
    home = Entry(1, "Hôm nay", "overview:home", "i-home", "/")
    papers = Entry(2, "Văn bản", "agreements:list", "i-paper", "/van-ban/")

    assert [home.is_current("/"), home.is_current("/van-ban/3/")] == [True, False]
    assert [papers.is_current("/"), papers.is_current("/van-ban/3/")] == [False, True]


def test_no_two_entries_of_the_menu_share_a_key() -> None:
    keys = [entry.key for entry in entries() if entry.key]

    assert len(keys) == len(set(keys))


def test_a_panel_is_hung_once_and_in_order() -> None:
    hang("ui.test", Panel(20, "Hoạt động", "x:second"))
    hang("ui.test", Panel(10, "Giao lưu", "x:first"))
    hang("ui.test", Panel(20, "Hoạt động", "x:second"))

    assert [panel.url_name for panel in panels_at("ui.test")] == ["x:first", "x:second"]


def test_the_head_of_a_page_names_the_unit_one_sits_in(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)

    html = client.get(reverse("agreements:list")).content.decode()

    assert '<span class="masthead-unit">Đoàn xã Đông Hà</span>' in html
