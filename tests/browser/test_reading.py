"""Reading walks: two pages dropped, one field corrected by keyboard, accepted, at the relation."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, SignIn

pytestmark = pytest.mark.browser

# Facts of two real pages, in our own words.
TALKS = """Hội đàm giữa Tỉnh đoàn Savannakhet (Lào) và Tỉnh đoàn Quảng Trị
14/12/2024 09:00
Chiều ngày 12/12, tại Savannakhet, Tỉnh đoàn Savannakhet và Tỉnh đoàn Quảng Trị tổ chức hội đàm \
và lễ ký kết biên bản ghi nhớ năm 2024.
Đồng chí Băng On Phim Mạ San, Bí thư Tỉnh đoàn Savannakhet và đồng chí Phạm Xuân Khánh, Phó Bí \
thư thường trực Tỉnh đoàn Quảng Trị cùng chủ trì hội đàm.
Theo biên bản, mỗi năm hai bên tổ chức ít nhất 01 cuộc gặp gỡ, trao đổi kinh nghiệm.
"""
SEMINAR = """Tọa đàm hữu nghị giữa Thành đoàn Lào Cai và Huyện đoàn Hà Khẩu
Chiều 22/3, tại thành phố Lào Cai, Thành đoàn Lào Cai và Huyện đoàn Hà Khẩu tổ chức tọa đàm nhìn \
lại một năm thực hiện biên bản ghi nhớ giai đoạn 2023 - 2027.
Chị Trương Thị Vân Anh, Bí thư Thành đoàn Lào Cai và chị Tống Sảng, Bí thư Huyện đoàn Hà Khẩu \
phát biểu tại tọa đàm.
"""
DROP = """
async ([form, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name, { type: "text/plain" }));
  const told = { dataTransfer: data, bubbles: true, cancelable: true };
  form.dispatchEvent(new DragEvent("drop", told));
}
"""


def drop(page: Page, *files: tuple[str, str]) -> None:
    page.goto("/doc-tin/")
    form = page.locator("[data-drop]").element_handle()
    page.evaluate(DROP, [form, [list(file) for file in files]])
    page.wait_for_url(re.compile(r"/doc-tin/dot/\d+/"))


def test_two_pages_dropped_become_records_at_the_relation(sign_in: SignIn) -> None:
    page = sign_in("quantri")
    drop(page, ("hoi-dam.txt", TALKS), ("toa-dam.txt", SEMINAR))
    expect(page.locator("#progress")).to_contain_text("Đã đọc xong 2 bài", timeout=30_000)

    page.get_by_role("link", name="Tọa đàm hữu nghị").click()
    expect(page.locator("h1")).to_contain_text("điều cần đồng chí xem")
    first = page.locator("[data-field][aria-current]")
    expect(first).to_contain_text("22/3")
    page.keyboard.press("e")
    page.wait_for_url(re.compile(r"/doc-tin/dieu/\d+/"))
    page.locator("#id_first").fill("22/3/2024")
    page.locator("#id_first").press("Enter")
    page.wait_for_url(re.compile(r"/doc-tin/bai/\d+/\?dieu="))
    expect(page.locator("[data-field][data-decision=corrected]")).to_contain_text("22/3/2024")

    page.keyboard.press("Shift+Enter")
    expect(page.locator("[data-field][data-decision=open]")).to_have_count(0)
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.locator(".page-head")).to_contain_text("đã ghi vào sổ")
    page.get_by_role("link", name="Xem quan hệ").click()

    page.wait_for_url(re.compile(r"/quan-he/\d+/\d+/"))
    expect(page.locator("h1, .pair").first).to_contain_text("Hà Khẩu")


def test_keys_move_between_values_and_words(sign_in: SignIn) -> None:
    page = sign_in("quantri")
    drop(page, ("hoi-dam-2.txt", f"{TALKS}Tin đăng lại."))
    expect(page.locator("#progress")).to_contain_text("Đã đọc xong 1 bài", timeout=30_000)
    page.locator("#progress .item-title a").click()

    lines = page.locator("[data-field]")
    start = page.locator("[data-field][aria-current]").get_attribute("id")
    page.keyboard.press("j")
    second = page.locator("[data-field][aria-current]")
    assert second.get_attribute("id") != start
    page.keyboard.press("k")
    assert page.locator("[data-field][aria-current]").get_attribute("id") == start

    place = page.locator("[data-mark]", has_text="Savannakhet").first
    place.click()
    key = place.get_attribute("data-mark")
    expect(page.locator(f"#dieu-{key}")).to_have_attribute("aria-current", "true")
    page.keyboard.press("x")
    expect(page.locator(f"#dieu-{key}")).to_have_attribute("data-decision", "refused")
    expect(page.locator("[data-field][aria-current]")).not_to_have_id(f"dieu-{key}")
    page.locator(f"#dieu-{key} .told").click()
    page.keyboard.press("z")
    expect(page.locator(f"#dieu-{key}")).to_have_attribute("data-decision", "open")
    page.keyboard.press("?")
    expect(page.locator("[data-keys-help]")).to_contain_text("nhận hết điều chắc chắn")
    assert lines.count() > 5


def test_the_desk_works_by_touch_on_a_phone(sign_in: SignIn) -> None:
    page = sign_in("quantri", size=PHONE)
    page.goto("/doc-tin/dan/")
    page.locator("#id_text").fill(f"{SEMINAR}Ảnh: Hoa Mai.")
    page.locator("main form .button[data-kind=main]").click()
    expect(page.locator("#progress")).to_contain_text("Đã đọc xong 1 bài", timeout=30_000)
    page.locator("#progress .item-title a").click()

    line = page.locator("[data-field]", has_text="Thành đoàn Lào Cai").first
    line.locator(".told").click()
    line.get_by_role("button", name="Nhận").click()
    expect(line).to_have_attribute("data-decision", "accepted")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_desk_is_accessible(
    sign_in: SignIn,
    axe: Callable[[Page], list[str]],
    size: tuple[int, int],
    dark: bool,  # noqa: FBT001
) -> None:
    page = sign_in("quantri", size=size, dark=dark)
    page.goto("/doc-tin/dan/")
    page.locator("#id_text").fill(f"{TALKS}Bản lưu {size[0]} {dark}.")
    page.locator("main form .button[data-kind=main]").click()
    expect(page.locator("#progress")).to_contain_text("Đã đọc xong", timeout=30_000)
    found = axe(page)
    page.locator("#progress .items a").first.click()
    expect(page.locator("[data-desk]")).to_be_visible()
    found += axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    for kind in ("Khách", "Cam kết", "Tên ghi vào sổ"):
        line = page.locator("[data-field]", has_text=kind).first
        line.locator(".told").click()
        line.locator("[data-correct]").click()
        page.wait_for_url(re.compile(r"/doc-tin/dieu/\d+/"))
        found += axe(page)
        page.go_back()

    assert found == []


def test_hundreds_are_read_while_another_works(sign_in: SignIn, tmp_path: Path) -> None:
    folder = tmp_path / "tin-cu"
    folder.mkdir()
    for number in range(300):
        text = f"{SEMINAR}Bản lưu số {number} trong {tmp_path.name}."
        (folder / f"tin-{number:03}.txt").write_text(text, "utf-8")
    page = sign_in("quantri")
    page.goto("/doc-tin/")
    page.locator("input[webkitdirectory]").set_input_files(folder)
    page.locator("[data-drop] .button[data-kind=main]").click(timeout=60_000, no_wait_after=True)

    other = sign_in("xadoan")
    other.goto("/hoat-dong/moi/")
    other.get_by_label("Việc gì").fill("Dọn đường làng")
    other.get_by_role("button", name="Hôm qua").click()
    other.get_by_role("button", name="Lưu hoạt động").click()
    other.wait_for_url(re.compile(r"/hoat-dong/\d+/"), timeout=30_000)
    expect(other.locator("h1")).to_have_text("Dọn đường làng")

    page.wait_for_url(re.compile(r"/doc-tin/dot/\d+/"), timeout=90_000)
    started = time.monotonic()
    expect(page.locator("#progress")).to_contain_text("Đã đọc xong 300 bài", timeout=240_000)
    print(f"300 articles read within {time.monotonic() - started:.0f} s of the page")  # noqa: T201
