"""Taking turns, as an officer walks it: an order, a skip, a plan, a meeting, the next in turn."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser


def ledger_of_the_series(page: Page) -> None:
    """From the three provinces' meeting to its series."""
    page.goto("/giao-luu/?q=ba+tinh")
    page.get_by_role("link", name="Gặp gỡ hữu nghị thanh niên ba tỉnh").first.click()
    page.locator("main .facts").get_by_role(
        "link", name="Gặp gỡ hữu nghị thanh niên ba tỉnh"
    ).click()


def test_an_order_is_set_a_turn_skipped_the_next_planned_held_and_passed_on(  # noqa: PLR0915 - a walk is told whole
    sign_in: SignIn,
) -> None:
    page = sign_in("quangtri")
    ledger_of_the_series(page)
    expect(page.locator("main")).to_contain_text("Chưa đặt thứ tự đăng cai")

    page.get_by_role("link", name="Đặt thứ tự đăng cai").click()
    expect(page.locator("#id_first")).to_have_value(re.compile("Salavan"))
    page.locator("main form .button[data-kind=main]").click()
    page.wait_for_url(re.compile(r"/giao-luu/luan-phien/\d+/$"))
    lead = page.locator(".lead")
    expect(lead).to_contain_text("Đến lượt Savannakhet đăng cai")

    page.get_by_role("link", name="Bỏ lượt này").click()
    page.get_by_label("Lý do").fill("Dịch bệnh, hai bên thống nhất không tổ chức")
    page.get_by_label("Theo văn bản").fill("Công văn 12-CV/TĐTN")
    page.get_by_role("button", name="Bỏ lượt này").click()
    expect(page.locator(".ledger")).to_contain_text("bỏ lượt")
    expect(page.locator(".ledger")).to_contain_text("Công văn 12-CV/TĐTN")
    expect(lead).to_contain_text("Quảng Trị đăng cai")

    page.get_by_role("link", name="Lên lịch cuộc gặp").click()
    expect(page.locator("#id_title")).to_have_value(re.compile("lần thứ 7"))
    pick = page.locator(".dates-picks a").first
    day = pick.get_attribute("data-fill-begins_on")
    pick.click()
    expect(page.locator("#id_begins_on")).to_have_value(day or "")
    assert "begins_on" not in page.url
    page.locator("main form .button[data-kind=main]").click()
    page.wait_for_url(re.compile(r"/giao-luu/\d+/$"))
    planned = page.url
    expect(page.locator("main .facts")).to_contain_text("lần thứ 7")

    # The day comes: the plan is moved to today and held.
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.locator("#id_begins_on").fill("hôm nay")
    page.locator("#id_ends_on").fill("")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Ghi đã tổ chức").click()
    expect(page.locator("main .facts")).to_contain_text("đã đăng cai")

    page.locator("main .facts").get_by_role("link", name=re.compile("^lượt")).click()
    expect(lead).to_contain_text("Đến lượt Salavan đăng cai")
    page.goto(planned)
    page.get_by_role("button", name="Thật ra chưa tổ chức").click()
    page.goto("/giao-luu/luan-phien/?q=ba+tinh")
    expect(page.locator("#rows")).to_contain_text("Quảng Trị")


def test_a_typed_day_is_warned_of_while_planning_on_a_phone(sign_in: SignIn) -> None:
    page = sign_in("quangtri", size=PHONE)
    page.goto("/giao-luu/luan-phien/?q=bien+ban")
    page.locator("#rows tbody th a").first.click()
    page.get_by_role("link", name="Lên lịch cuộc gặp").click()

    page.locator("#id_begins_on").fill("2/12/2030")
    page.keyboard.press("Tab")
    expect(page.locator("#dates .notice")).to_contain_text("Quốc khánh Lào")

    page.get_by_role("link", name="Tính cả cuối tuần").click()
    expect(page.get_by_role("link", name="Tránh cuối tuần")).to_be_visible()
    expect(page.locator("#id_begins_on")).to_have_value("2/12/2030")


def test_days_are_proposed_without_a_script_too(sign_in: SignIn) -> None:
    page = sign_in("quangtri")
    page.goto("/giao-luu/luan-phien/?q=bien+ban")
    page.locator("#rows tbody th a").first.click()
    address = page.get_by_role("link", name="Lên lịch cuộc gặp").get_attribute("href") or ""
    page.goto(address)
    query = page.locator(".dates-picks a").first.get_attribute("href") or ""
    day = page.locator(".dates-picks a").first.get_attribute("data-fill-begins_on") or ""

    page.goto(f"/giao-luu/moi/{query}")

    expect(page.locator("#id_begins_on")).to_have_value(day)
    expect(page.locator("#id_title")).to_have_value(re.compile("Quảng Trị"))
