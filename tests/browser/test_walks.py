"""Whole tasks as a person walks them, in a real browser on the demonstration."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser


def type_into(page: Page, label: str, text: str) -> None:
    page.get_by_label(label).first.fill(text)


def test_from_a_name_without_marks_to_a_duty_that_moved(sign_in: SignIn) -> None:
    page = sign_in("canbo")
    page.keyboard.press("/")
    page.wait_for_url("**/tim/**")
    page.locator("main input[type=search]").fill("ha nam")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Tỉnh đoàn Hà Nam", exact=True).click()
    expect(page.locator("main")).to_contain_text("Tỉnh đoàn Ninh Bình")

    page.goto("/quan-he/?q=ca+mau")
    page.get_by_role("link", name="Ninh Bình").first.click()
    expect(page.locator(".pair")).to_contain_text("Cà Mau")
    page.get_by_role("link", name="0 trong ít nhất 2").click()
    expect(page.locator("#progress")).to_have_text("0 trong ít nhất 2")
    duty = page.url

    page.goto("/giao-luu/moi/")
    page.locator("select[name=kind]").select_option("talks")
    page.locator("input[name=title]").fill("Tọa đàm kinh nghiệm công tác Đoàn năm 2020")
    page.locator("input[name=begins_on]").fill("26/3/2020")
    for name, words, unit in (
        ("host", "ha nam", "Tỉnh đoàn Hà Nam"),
        ("guest", "ca mau", "Tỉnh đoàn Cà Mau"),
    ):
        page.locator(f"input[name={name}-words]").press_sequentially(words)
        option = page.get_by_role("option", name=re.compile(f"^{unit}.*kết thúc", re.DOTALL)).first
        option.click()
    page.locator("main form button[data-kind=main], .bar button[data-kind=main]").first.click()
    page.wait_for_url(re.compile(r"/giao-luu/\d+/"))

    page.goto(duty)
    page.get_by_role("button", name="Tính vào việc này").first.click()

    expect(page.locator("#progress")).to_have_text("1 trong ít nhất 2")


def test_a_paper_is_written_on_a_phone_by_keyboard(  # noqa: PLR0915 - a walk is told whole
    sign_in: SignIn,
) -> None:
    page = sign_in("canbo", size=PHONE)
    page.goto("/van-ban/moi/")
    page.locator("input[name=second-words]").focus()
    page.keyboard.type("nghe an")
    expect(page.locator(".finder-list [role=option]").first).to_contain_text("Nghệ An")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ky/")

    page.locator("input[name=signed_on]").fill("31/2/2026")
    page.keyboard.press("Enter")
    expect(page.locator(".field-error")).to_contain_text("Tháng 2 không có ngày 31")
    page.locator("input[name=signed_on]").fill("2/3/2026")
    page.locator("input[name=ends_on]").fill("31/12/2027")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cam-ket/")

    page.locator("textarea[name=wording]").fill("mỗi năm hai bên ít nhất 02 hoạt động giao lưu")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#heard")).to_contain_text("Hiểu là")
    expect(page.locator("input[name=quantity]")).to_have_value("2")
    page.locator("button[name=add]").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sang bước cuối").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/xong/")
    page.get_by_role("button", name="Ghi văn bản đã ký").focus()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/van-ban/\d+/$"))
    expect(page.locator("main")).to_contain_text("0 trong ít nhất 2")


def test_rights_follow_a_succession_and_come_back_when_it_is_undone(sign_in: SignIn) -> None:
    """Thành đoàn Huế signed with Salavan; whoever takes it in reads that paper."""
    keeper, officer = sign_in("quantri"), sign_in("canbo")
    keeper.goto("/van-ban/?q=hue+salavan")
    keeper.locator("#rows tbody th a").first.click()
    paper = keeper.url
    assert officer.goto(paper).status == 404  # type: ignore[union-attr]

    keeper.goto("/don-vi/ke-thua/")
    keeper.locator("input[name=tim-cu]").fill("thanh doan hue")
    keeper.locator("input[name=tim-moi]").fill("tinh doan ninh binh")
    keeper.get_by_role("button", name="Tìm", exact=True).click()
    keeper.get_by_label("Thành đoàn Huế").check()
    keeper.get_by_label("Tỉnh đoàn Ninh Bình").check()
    keeper.get_by_label("Sáp nhập").check()
    keeper.locator("input[name=on]").fill("1/11/2026")
    keeper.locator("input[name=legal_basis]").fill("Nghị quyết thử")
    keeper.locator("button[name=look]").first.click()
    expect(keeper.locator("main")).to_contain_text("Biên bản ghi nhớ giai đoạn 2024–2026")
    keeper.locator("button[name=save]").click()
    expect(keeper.locator("h1")).to_have_text("Thành đoàn Huế")
    assert officer.goto(paper).status == 200  # type: ignore[union-attr]

    keeper.on("dialog", lambda dialog: dialog.accept())
    keeper.get_by_role("button", name="Hoàn tác kế thừa này").click()
    expect(keeper.locator("main")).to_contain_text("Đã hoàn tác")
    assert officer.goto(paper).status == 404  # type: ignore[union-attr]
