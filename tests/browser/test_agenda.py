"""The agenda as a person walks it: by keyboard, on a phone, and into the phone's own calendar."""

from __future__ import annotations

from collections.abc import Callable
from urllib.request import urlopen

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser


def plan(page: Page, title: str) -> None:
    """Plan a meeting of three days next year."""
    page.goto("/giao-luu/moi/")
    page.locator("select[name=kind]").select_option("meeting")
    page.locator("input[name=title]").fill(title)
    page.locator("input[name=begins_on]").fill("10/3/2027")
    page.locator("input[name=ends_on]").fill("12/3/2027")
    for name, words in (("host", "tinh doan quang tri"), ("guest", "savannakhet")):
        page.locator(f"input[name={name}-words]").press_sequentially(words)
        page.locator(".finder-list:not([hidden]) [role=option]").first.click()
    page.locator("main form button[data-kind=main], .bar button[data-kind=main]").first.click()
    page.wait_for_url("**/giao-luu/*/")


def test_a_plan_stands_in_the_month_and_keys_turn_it(sign_in: SignIn) -> None:
    page = sign_in("quangtri")
    plan(page, "Gặp gỡ hữu nghị năm 2027")
    page.goto("/lich/?month=2027-02")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**month=2027-03**")

    bar = page.locator(".month-bar", has_text="Gặp gỡ hữu nghị năm 2027")
    expect(bar).to_have_count(1)
    cell = page.locator(".month-lane td", has=bar)
    expect(cell).to_have_attribute("colspan", "3")

    page.keyboard.press("?")
    expect(page.locator("[data-keys-help]")).to_contain_text("Tháng 4")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.wait_for_url("**/lich/")
    expect(page.locator(".month [data-today] b")).to_have_text("hôm nay")

    page.locator("select[name=kind]").select_option("het-han")
    page.wait_for_url("**kind=het-han**")
    expect(page.locator("#sheet h1")).to_be_visible()


def test_on_a_phone_the_month_is_a_list_of_days(sign_in: SignIn) -> None:
    page = sign_in("quangtri", size=PHONE)
    page.goto("/lich/?month=2024-12")

    expect(page.locator(".month")).to_be_hidden()
    day = page.locator(".month-list > li", has_text="12/12")
    expect(day).to_contain_text("Hội đàm và ký biên bản ghi nhớ năm 2024")
    expect(day).to_contain_text("đã tổ chức")
    day.locator("h2 a").click()
    page.wait_for_url("**/lich/tuan/?day=2024-12-12#ngay-2024-12-12")


def test_an_address_is_made_copied_read_and_revoked(
    sign_in: SignIn, axe: Callable[[Page], list[str]]
) -> None:
    page = sign_in("quangtri")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/lich/nguon/")
    page.get_by_role("button", name="Tạo địa chỉ").click()
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.locator("[data-copy-note]")).to_have_text("Đã chép địa chỉ.")
    address = page.evaluate("navigator.clipboard.readText()")
    found = axe(page)
    with urlopen(address) as answer:
        calendar = Calendar.from_ical(answer.read())
    page.get_by_role("link", name="Nguồn lịch").click()
    expect(page.locator(".items")).to_contain_text("đọc lần cuối")
    page.get_by_role("button", name="Thu hồi").click()
    page.locator("dialog [value=yes]").click()
    expect(page.locator(".messages")).to_contain_text("Đã thu hồi.")

    assert found == []
    assert str(calendar["x-wr-calname"]) == "Kết Nghĩa: Việc của đơn vị tôi"
    assert page.request.get(address).status == 404
