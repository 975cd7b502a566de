"""An activity entered on a phone in a minute, and the overlap guard, in a real browser."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser


def picture(color: str = "navy") -> FilePayload:
    """A photo of a phone, larger than what is sent, with a day and a position in it."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:05:30 08:15:00"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (2400, 1800), color).save(out, format="JPEG", exif=exif)
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def fill(page: Page, title: str, numbers: str) -> None:
    page.goto("/hoat-dong/moi/")
    page.get_by_label("Việc gì").fill(title)
    page.get_by_role("button", name="Hôm qua").click()
    page.get_by_label("Các con số").fill(numbers)


def test_a_secretary_records_an_activity_on_a_phone(sign_in: SignIn) -> None:
    page = sign_in("xadoan", size=PHONE)
    fill(page, "Quà 1/6 cho các cháu", "gần 40")
    page.get_by_role("button", name="triệu", exact=True).click()
    page.get_by_label("Các con số").press_sequentially(", 1.900 suất quà")
    heard = page.locator("#heard")
    expect(heard).to_contain_text("gần 40 triệu đồng")
    expect(heard).to_contain_text("Kinh phí tình nguyện, an sinh")
    page.get_by_label("Có, nằm trong").check()
    page.locator("#photo").set_input_files(picture())
    page.get_by_label("có trẻ em").check()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]

    page.get_by_role("button", name="Lưu hoạt động").click()

    page.wait_for_url(re.compile(r"/hoat-dong/\d+/"))
    main = page.locator("main")
    expect(main).to_contain_text("gần 40 triệu đồng")
    expect(main).to_contain_text("nằm trong gần 40 triệu đồng")
    expect(main).to_contain_text("có trẻ em, chỉ dùng nội bộ")
    photo = page.locator(".plates img")
    expect(photo).to_have_attribute("width", "1600")
    page.get_by_role("link", name="Sửa chú thích").click()
    expect(page.locator("input[name=taken_on]")).to_have_value("30/5/2026")


def test_what_cannot_be_understood_is_shown_before_it_is_kept(sign_in: SignIn) -> None:
    page = sign_in("xadoan", size=PHONE)
    fill(page, "Trao bò giống", "12 con bò giống")
    expect(page.locator("#heard")).to_contain_text("Chưa rõ chỉ tiêu")
    page.get_by_label("Ngày", exact=True).fill("31/2/2026")

    page.get_by_role("button", name="Lưu hoạt động").click()

    expect(page.locator("main")).to_contain_text("Tháng 2 không có ngày 31")
    expect(page.get_by_label("Việc gì")).to_have_value("Trao bò giống")
    page.get_by_label("Ngày", exact=True).fill("28/2/2026")
    page.get_by_role("button", name="Lưu hoạt động").click()
    page.wait_for_url(re.compile(r"/hoat-dong/\d+/"))
    expect(page.locator("main")).to_contain_text("chưa chọn chỉ tiêu, chưa vào tổng nào")


def test_what_is_typed_without_a_line_is_sent_when_it_is_back(sign_in: SignIn) -> None:
    page = sign_in("xadoan", size=PHONE)
    fill(page, "Dọn vệ sinh nhà văn hóa", "30 tình nguyện viên")
    expect(page.locator("#heard")).to_contain_text("Tình nguyện viên")
    page.locator("#photo").set_input_files(picture("olive"))
    expect(page.locator(".thumbs img")).to_have_count(1)
    page.context.set_offline(True)

    page.get_by_role("button", name="Lưu hoạt động").click()

    expect(page.locator("main")).to_contain_text("Đang mất mạng")
    page.context.set_offline(False)
    expect(page.locator("main")).to_contain_text("Đã gửi hoạt động chờ trên máy này.")
    page.get_by_role("link", name="Mở ra xem").click()
    expect(page.locator("h1")).to_have_text("Dọn vệ sinh nhà văn hóa")
    expect(page.locator(".plates img")).to_have_count(1)
    page.goto("/hoat-dong/?q=don+ve+sinh")
    expect(page.locator("#rows tbody tr")).to_have_count(1)


def test_three_sums_of_one_report_are_asked_about_and_opened(  # noqa: PLR0915 - told whole
    sign_in: SignIn,
) -> None:
    """S4: 40, over 100 and nearly 40 million of one unit, from one report."""
    page = sign_in("canbo")
    page.goto("/hoat-dong/?q=chu+nhat+xanh")
    page.get_by_role("link", name=re.compile("Chủ nhật xanh")).first.click()
    question = page.locator(".question").first
    expect(question).to_contain_text("gần 40 triệu đồng")
    unit = page.get_by_role("link", name="Đoàn Khối các cơ quan tỉnh Hà Nam").first
    key = re.search(r"/don-vi/(\d+)/", unit.get_attribute("href") or "")
    assert key
    totals = f"/hoat-dong/tong/?unit={key[1]}&span=2021-1&below=1"
    activity = page.url
    page.goto(totals)
    row = page.locator("tr", has_text="Kinh phí tình nguyện, an sinh").first
    expect(row).to_contain_text("100–180")
    page.goto(activity)

    question.get_by_role("button", name="Khác nhau, cộng tất cả").focus()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_contain_text("tổng số đã tính theo")
    page.goto(totals)
    expect(row).to_contain_text("khoảng 180")
    row.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr.opened")).to_have_count(3)
    expect(page.locator("tr.opened").first).to_contain_text("triệu đồng")
    page.locator("tr.opened a").first.click()
    expect(page.locator("main")).to_contain_text("Báo cáo sơ kết, đoạn 2")
