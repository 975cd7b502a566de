"""A visit as an officer leads it: planned, confirmed, held, its minutes promised and followed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn

pytestmark = pytest.mark.browser

PROMISE = "mỗi năm hai bên tổ chức ít nhất 02 hoạt động giao lưu"
LIST = "1. Hồ Thị Lan - Phó Bí thư Tỉnh đoàn\n2. Lê Quang Nhật - Trưởng ban Phong trào\n"


def choose(page: Page, name: str, words: str) -> None:
    """Find a unit by part of its name, with the keyboard alone."""
    page.locator(f"input[name={name}-words]").focus()
    page.keyboard.type(words)
    expect(page.locator(f"#id_{name}-list [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def save(page: Page) -> None:
    page.locator("main form .button[data-kind=main]").first.click()


def write_paper(page: Page) -> None:
    """A paper with Salavan, signed today, that promises nothing yet."""
    choose(page, "second", "salavan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ky/")
    page.locator("input[name=signed_on]").fill("hôm nay")
    page.locator("input[name=ends_on]").fill("31/12/2030")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cam-ket/")
    page.get_by_role("link", name="Sang bước cuối").click()
    page.get_by_role("button", name="Ghi văn bản đã ký").click()
    page.wait_for_url(re.compile(r"/van-ban/\d+/$"))


def test_a_visit_goes_from_a_plan_to_a_duty(sign_in: SignIn) -> None:  # noqa: PLR0915 - a walk is told whole
    page = sign_in("quangtri")
    page.goto("/giao-luu/moi/")
    page.get_by_label("Tên cuộc giao lưu").fill("Đoàn Quảng Trị thăm Salavan")
    choose(page, "host", "salavan")
    choose(page, "guest", "quang tri")
    page.locator("#id_begins_on").fill("16/12/2030")
    page.get_by_label("Nơi tổ chức").fill("thị xã Salavan")
    save(page)
    page.wait_for_url(re.compile(r"/giao-luu/\d+/$"))
    visit = page.url

    # The programme grows in place; the delegation is pasted as it came.
    page.get_by_role("link", name="Thêm vào chương trình").click()
    page.get_by_label("Giờ hoặc buổi").fill("8h–9h30")
    page.get_by_label("Nội dung").fill("Hội đàm hai tỉnh")
    page.locator("#programme .button[data-kind=main]").click()
    expect(page.locator(".programme")).to_contain_text("Hội đàm hai tỉnh")
    page.goto(visit)
    guests = page.locator(".sides > li").filter(has_text="Quảng Trị")
    guests.get_by_role("link", name="Ghi đoàn, danh sách").click()
    page.get_by_role("link", name="Dán danh sách").click()
    page.locator("textarea[name=text]").fill(LIST)
    save(page)
    expect(page.locator("main")).to_contain_text("Đọc được 2 người")
    page.get_by_role("button", name="Ghi vào đoàn").click()
    expect(page.locator("main")).to_contain_text("Lê Quang Nhật")

    page.goto(visit)
    page.get_by_role("button", name="Chốt kế hoạch").click()
    expect(page.locator("main")).to_contain_text("Đã chốt")

    # The day comes: it is moved to today and held.
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.locator("#id_begins_on").fill("hôm nay")
    page.locator("#id_ends_on").fill("")
    save(page)
    page.get_by_role("button", name="Ghi đã tổ chức").click()
    page.get_by_role("link", name="Ghi biên bản").first.click()
    page.get_by_label("Điều thống nhất").fill(PROMISE)
    page.get_by_role("button", name="Lưu biên bản").click()
    expect(page.locator("#minutes")).to_contain_text(PROMISE)

    # The two have no living paper yet: the page says so and leads to writing one.
    page.get_by_role("link", name="Đưa vào văn bản").click()
    expect(page.locator("main")).to_contain_text("chưa có văn bản nào còn hiệu lực")
    page.get_by_role("link", name="Ghi văn bản").click()
    write_paper(page)

    # What was agreed becomes a commitment of the paper in one step, and its duty stands here.
    page.goto(visit)
    page.get_by_role("link", name="Đưa vào văn bản").click()
    expect(page.locator("#id_quantity")).to_have_value("2")
    paper = page.locator("#id_agreement option:checked").inner_text()
    page.get_by_role("button", name="Thành cam kết").click()
    expect(page.locator("#minutes")).to_contain_text("Đã thành cam kết")
    expect(page.locator("#minutes")).to_contain_text(paper)
    page.locator("#minutes .points a[href*='/viec/']").first.click()
    expect(page.locator("main")).to_contain_text("hoạt động giao lưu")

    page.goto(visit)
    page.get_by_role("link", name="Ghi việc sau chuyến").click()
    page.get_by_label("Việc phải làm").fill("Gửi ảnh cho bạn")
    page.get_by_label("Ai làm").fill("Lê Quang Nhật")
    page.get_by_label("Trước ngày").fill("31/12/2030")
    save(page)
    page.locator("#follow-ups").get_by_role("button", name="Đã xong").click()
    expect(page.locator("#follow-ups")).to_contain_text("xong")
