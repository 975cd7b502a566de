"""The small scripts, as a person at the keyboard meets them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHROMIUM, PHONE, SignIn

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="apt-get install chromium"),
]


def test_single_keys_search_show_the_keys_and_go(sign_in: SignIn) -> None:
    page = sign_in("canbo")

    page.keyboard.press("?")
    expect(page.locator("[data-keys-help]")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("v")
    page.wait_for_url("**/van-ban/")
    page.keyboard.press("/")

    expect(page.locator("main input[type=search]")).to_be_focused()


def test_a_letter_typed_in_a_field_is_only_a_letter(sign_in: SignIn) -> None:
    page = sign_in("canbo")
    page.goto("/van-ban/")
    box = page.locator("main input[type=search]")

    box.press_sequentially("g?/q")

    expect(box).to_have_value("g?/q")
    expect(page.locator("[data-keys-help]")).to_be_hidden()


def test_a_list_narrows_while_one_types_and_the_address_says_so(sign_in: SignIn) -> None:
    page = sign_in("canbo")
    page.goto("/van-ban/")

    page.locator("main input[type=search]").press_sequentially("ca mau")
    page.wait_for_url("**q=ca%20mau**")

    expect(page.locator("#rows")).to_have_count(1)
    expect(page.locator("#rows tbody tr")).to_have_count(1)
    expect(page.locator("main input[type=search]")).to_be_focused()


def test_a_unit_is_found_by_its_old_name_with_the_keyboard_alone(sign_in: SignIn) -> None:
    page = sign_in("canbo")
    page.goto("/giao-luu/moi/")
    box = page.locator("[data-finder] [role=combobox]").first

    box.press_sequentially("ha nam")
    expect(page.locator("[role=option]").first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")

    expect(box).to_have_value("Tỉnh đoàn Hà Nam")
    expect(page.locator("[role=option]").first).to_be_hidden()
    assert page.locator("[data-finder] input[type=hidden]").first.input_value().isdigit()


def test_what_was_typed_comes_back_after_the_page_was_lost(sign_in: SignIn) -> None:
    page = sign_in("canbo", size=PHONE)
    page.goto("/giao-luu/moi/")
    page.locator("#id_title").fill("Thăm Cà Mau")
    expect(page.locator("[data-draft-note]")).to_contain_text("Bản nháp đã giữ")

    page.goto("/")
    page.goto("/giao-luu/moi/")

    expect(page.locator("#id_title")).to_have_value("Thăm Cà Mau")
    expect(page.locator("[data-draft-note]")).to_contain_text("Đã mở lại bản nháp")


def test_the_phone_has_every_part_of_the_menu(sign_in: SignIn) -> None:
    page = sign_in("canbo", size=PHONE)
    more = page.locator(".tabbar-more")

    more.locator("summary").click()
    expect(more.locator("a").last).to_be_visible()
    page.keyboard.press("Escape")
    expect(more.locator("a").last).to_be_hidden()


def test_a_draft_is_forgotten_once_it_was_received(sign_in: SignIn) -> None:
    page = sign_in("canbo")
    page.goto("/giao-luu/moi/")
    page.locator("#id_title").fill("Thăm Cà Mau lần hai")
    page.locator("#id_begins_on").fill("1/6/2026")
    for field, words in (("host", "ninh binh"), ("guest", "savannakhet")):
        page.locator(f"#id_{field}").press_sequentially(words)
        expect(page.locator(f"#id_{field}-list [role=option]").first).to_be_visible()
        page.locator(f"#id_{field}").press("ArrowDown")
        page.locator(f"#id_{field}").press("Enter")
    expect(page.locator("[data-draft-note]")).to_contain_text("Bản nháp đã giữ")

    page.locator("main form .button[data-kind=main]").click()
    page.wait_for_url(re.compile(r"/giao-luu/\d+/"))
    page.goto("/giao-luu/moi/")

    expect(page.locator("#id_title")).to_have_value("")
