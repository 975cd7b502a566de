"""A review over three levels, from opening to lock with one report sent back, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn

pytestmark = pytest.mark.browser

ROUND = "Tổng kết thử ba cấp"


def report_of(page: Page, unit: str) -> None:
    """Open a unit's report of the round from the list of all reports."""
    page.goto("/so-ket/?whole=all&q=" + unit.replace(" ", "+"))
    page.locator("#rows tbody tr", has_text=ROUND).first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(ROUND)


def hand_in(page: Page, unit: str) -> None:
    report_of(page, unit)
    page.get_by_role("link", name="Nộp báo cáo").click()
    page.get_by_role("button", name="Nộp báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã nộp. Mã báo cáo")


def test_a_review_goes_from_opening_to_lock_over_three_levels(  # noqa: PLR0915 - told whole
    sign_in: SignIn,
) -> None:
    centre = sign_in("quantri")
    centre.goto("/so-ket/mo/")
    centre.get_by_label("Tên đợt").fill(ROUND)
    centre.get_by_label("Hạn nộp", exact=True).fill("31/12/2030")
    centre.get_by_label("Hỏi đến cấp nào").select_option("2")
    centre.get_by_role("button", name="Mở đợt").click()
    expect(centre.locator("h1")).to_have_text(ROUND)

    # The commune's secretary fills: a number corrected with its reason, and the words.
    secretary = sign_in("xadoan")
    report_of(secretary, "liem ha")
    secretary.goto(f"{secretary.url}?het=1")
    row = secretary.locator("tr", has_text="Suất quà").first
    row.get_by_role("link").click()
    secretary.get_by_role("link", name="Sửa số này").first.click()
    secretary.locator("input[name=value]").fill("trên 120")
    secretary.get_by_label("Lý do sửa").fill("Hai lần trao chưa ghi")
    secretary.get_by_role("button", name="Ghi số này").click()
    expect(secretary.locator("tr", has_text="Suất quà").first).to_contain_text("trên 120")
    expect(secretary.get_by_role("link", name="Nộp báo cáo")).to_have_count(0)

    # Its leader hands it in; the province sends it back, and takes it the second time.
    leader = sign_in("lanhdao")
    hand_in(leader, "liem ha")
    officer = sign_in("canbo")
    report_of(officer, "liem ha")
    officer.get_by_role("link", name="Trả lại").click()
    officer.get_by_label("Ý kiến").fill("Ghi rõ quà dịp nào")
    officer.get_by_role("button", name="Trả lại báo cáo").click()
    secretary.goto("/")
    expect(secretary.locator("main")).to_contain_text("Cấp trên trả lại: Ghi rõ quà dịp nào")
    hand_in(leader, "liem ha")
    report_of(officer, "liem ha")
    officer.get_by_role("button", name="Duyệt", exact=True).click()

    # The province's total holds it; its report goes up and the centre closes the round.
    expect(officer.locator("main")).to_contain_text("đơn vị đã nộp")
    expect(officer.locator("tr", has_text="Suất quà").first).to_contain_text("trên 120")
    hand_in(leader, "tinh doan ninh binh")
    report_of(centre, "tinh doan ninh binh")
    centre.get_by_role("button", name="Duyệt", exact=True).click()
    hand_in(centre, "trung uong doan")
    centre.get_by_role("button", name="Khóa").click()

    expect(centre.locator("main")).to_contain_text("Đã khóa báo cáo")
    code = centre.locator("a[href*='/so-ket/ma/']").first
    code.click()
    expect(centre.locator("main")).to_contain_text("nội dung không đổi từ khi nộp")
    report_of(secretary, "liem ha")
    expect(secretary.locator("main .lead")).to_contain_text("Đã khóa")


def test_the_three_sums_of_one_report_are_asked_about_before_the_total(sign_in: SignIn) -> None:
    """S4: 40, over 100 and nearly 40 million; answered, the total is about 180 at both levels."""
    page = sign_in("canbo")
    page.goto("/so-ket/?q=ha+nam")
    page.locator("#rows tbody tr", has_text="6 tháng đầu năm 2021").get_by_role("link").click()
    total = page.locator("tr", has_text="Kinh phí tình nguyện, an sinh").first
    question = page.locator(".question", has_text="gần 40 triệu đồng")
    if question.count():  # another walk may have answered the same question
        expect(total).to_contain_text("100–180")
        question.get_by_role("button", name="Khác nhau, cộng tất cả").click()
    expect(total).to_contain_text(re.compile(r"khoảng\s*180\s*khoảng\s*180"))
    total.get_by_role("link").click()
    below = page.locator("tr.opened", has_text="Đoàn Khối các cơ quan tỉnh Hà Nam")
    below.get_by_role("link").first.click()
    row = page.locator("tr", has_text="Kinh phí tình nguyện, an sinh").first
    row.get_by_role("link").click()

    expect(page.locator("tr.opened")).to_have_count(3)
    expect(page.locator("tr.opened", has_text="Chủ nhật xanh")).to_contain_text("trên 100")
