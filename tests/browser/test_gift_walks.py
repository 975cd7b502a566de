"""The book of gifts, as an officer walks it: from a visit to the balance; mended, brought back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, SignIn

pytestmark = pytest.mark.browser


def test_a_gift_is_written_at_a_visit_with_a_photo_and_stands_in_the_balance(
    sign_in: SignIn, tmp_path: Path
) -> None:
    picture = tmp_path / "trao-qua.jpg"
    Image.new("RGB", (600, 400), "navy").save(picture)
    page = sign_in("quangtri", size=PHONE)
    page.goto("/giao-luu/?q=hoi+dam+2024")
    page.get_by_role("link", name="Hội đàm và ký biên bản ghi nhớ năm 2024").click()
    page.get_by_role("link", name="Ghi quà, hỗ trợ").click()
    expect(page.locator("#id_giver")).to_have_value("Tỉnh đoàn Quảng Trị")

    page.get_by_label("Hiện vật").check()
    page.get_by_label("Tặng gì").fill("Suất quà cho học sinh nghèo")
    page.locator("#id_worth").fill("gần 30tr")
    page.locator("#id_count").fill("60 suất")
    page.locator("#id_proofs").set_input_files(picture)
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_url(re.compile(r"/giao-luu/qua/\d+/$"))
    expect(page.locator(".lead")).to_contain_text("gần 30 triệu đồng")
    expect(page.locator(".plates img")).to_have_count(1)

    page.goto("/giao-luu/qua/can-doi/?year=2024")
    row = page.locator("#rows tbody tr").filter(has_text="Savannakhet")
    expect(row).to_contain_text("hiện vật: gần 30 triệu đồng; 60 suất")
    row.get_by_role("link", name=re.compile("gần 30 triệu")).click()
    expect(page.locator("#rows")).to_contain_text("Suất quà cho học sinh nghèo")

    page.goto("/quan-he/?q=savannakhet")
    page.get_by_role("link", name="Quảng Trị").first.click()
    expect(page.locator("main")).to_contain_text("Quảng Trị đã tặng, hiện vật: gần 30 triệu đồng")


def test_a_wrong_line_is_mended_removed_and_brought_back(sign_in: SignIn) -> None:
    page = sign_in("quantri")
    page.goto("/giao-luu/qua/?q=ung+ho+quy+ha+tinh&kind=cash")
    page.get_by_role("link", name="Ủng hộ quỹ").click()
    expect(page.locator("main")).to_contain_text("10 triệu đồng")
    expect(page.locator("main")).to_contain_text("Quỹ an sinh xã hội")

    page.get_by_role("link", name="Sửa", exact=True).click()
    page.locator("#id_note").fill("Trao tại buổi tọa đàm")
    page.locator("#id_why").fill("Thêm nơi trao")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("main")).to_contain_text("Trao tại buổi tọa đàm")

    page.get_by_role("link", name="Bỏ khỏi sổ").click()
    page.get_by_label("Lý do").fill("Thử bỏ")
    page.locator("main form .button[data-kind=main]").click()
    expect(page.locator("main")).to_contain_text("Lý do: Thử bỏ")
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.locator("#rows")).to_contain_text("Ủng hộ quỹ")
    page.get_by_role("link", name="Ủng hộ quỹ").click()
    page.get_by_role("link", name="Lịch sử").click()
    expect(page.locator("main")).to_contain_text("Lý do: Thêm nơi trao")
