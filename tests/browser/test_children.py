"""A visit with children, from its plan to the day its names are erased, in a real browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, SignIn

pytestmark = pytest.mark.browser

NAMES = ("Phan Thị Xuyến Chi", "Lò Văn Pao Khăm")
PARENT = "Phan Hữu Khuyết"
BEGINS, ENDS = date.today() + timedelta(days=20), date.today() + timedelta(days=24)  # noqa: DTZ011


def said(on: date) -> str:
    return f"{on.day}/{on.month}/{on.year}"


def plan_visit(page: Page) -> str:
    page.goto("/giao-luu/moi/")
    page.locator("select[name=kind]").select_option("camp")
    page.locator("input[name=title]").fill("Trại hè thiếu nhi hữu nghị")
    page.locator("input[name=begins_on]").fill(said(BEGINS))
    page.locator("input[name=ends_on]").fill(said(ENDS))
    page.get_by_text("Thêm khách, chủ đề, dịp, số thiếu nhi").click()
    page.locator("input[name=children_count]").fill("2")
    for name, words in (("host", "savannakhet"), ("guest", "tinh doan ninh binh")):
        page.locator(f"input[name={name}-words]").press_sequentially(words)
        page.locator(f"#id_{name}-list [role=option]").first.click()
    page.locator("main form button[data-kind=main], .bar button[data-kind=main]").first.click()
    page.wait_for_url(re.compile(r"/giao-luu/\d+/"))
    return page.url


def entrust(sign_in: SignIn) -> None:
    """The administrator entrusts the officer of Ninh Bình, unless an earlier walk has done it."""
    page = sign_in("quantri")
    page.goto("/don-vi/tim/?q=tinh+doan+ninh+binh")
    page.get_by_role("link", name="Tỉnh đoàn Ninh Bình", exact=True).first.click()
    page.get_by_role("link", name="Giao, thôi giao").click()
    if not page.get_by_role("button", name="Thôi giao").count():
        page.locator("select[name=seat]").select_option(label="Nguyễn Thu Hà, cán bộ nhập liệu")
        page.get_by_role("button", name="Giao từ hôm nay").click()
    expect(page.get_by_role("button", name="Thôi giao Nguyễn Thu Hà")).to_be_visible()


def make_list(page: Page, exchange: str) -> None:
    page.goto(exchange)
    page.locator(".sides li").filter(has_text="Ninh Bình").get_by_role("link").last.click()
    page.get_by_role("link", name="Ghi tên các em vào danh sách có mục đích").click()
    page.get_by_label("Danh sách đi đoàn").check()
    page.get_by_role("button", name="Lập danh sách").click()
    page.get_by_label("Ghi, soát danh sách").check()
    page.get_by_role("button", name="Mở danh sách").click()


def enter_names(page: Page) -> None:
    page.get_by_role("link", name="Ghi các em").first.click()
    lines = [f"{place}. {name}, 2015, lớp 5A" for place, name in enumerate(NAMES, start=1)]
    page.get_by_label("Các em").fill("\n".join(lines))
    page.get_by_role("button", name="Đọc danh sách").click()
    expect(page.locator("input[name=name-0]")).to_have_value(NAMES[0])
    page.get_by_role("button", name="Ghi vào danh sách").click()
    expect(page.locator("main")).to_contain_text("Đã ghi 2 em.")


def agree(page: Page) -> None:
    page.get_by_role("link", name="Ghi đồng ý").click()
    page.get_by_label("Gửi danh sách cho bên nước ngoài").check()
    for place in (1, 2):
        page.locator(f"input[name=giver-{place}]").fill(PARENT)
        page.locator(f"input[name=agreed-{place}]").check()
    page.get_by_role("button", name="Ghi đồng ý").click()
    expect(page.locator("main")).to_contain_text("Đã ghi đồng ý cho 2 em.")


def hand_over(page: Page) -> None:
    page.get_by_role("link", name="Giao danh sách").click()
    expect(page.get_by_label("Nước", exact=True)).to_have_value("LA")
    page.get_by_label("Căn cứ").fill("Thư mời số 12")
    page.get_by_role("button", name="Ghi đã giao").click()
    expect(page.locator("main")).to_contain_text("Chuyển ra nước ngoài.")


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Xem danh sách đang mở").click()
    page.get_by_role("link", name=NAMES[1]).click()
    page.get_by_role("link", name="Rút đồng ý").click()
    page.get_by_label("Có tên trong danh sách này").check()
    page.get_by_role("button", name="Rút đồng ý").click()
    expect(page.locator("main")).not_to_contain_text(NAMES[1])


def folder_of(site: str) -> Path:
    """The data folder of the demonstration that answers at an address."""
    port = site.rpartition(":")[2]
    for process in Path("/proc").glob("[0-9]*/environ"):
        try:
            told = dict(pair.partition("=")[::2] for pair in process.read_text("utf-8").split("\0"))
        except (OSError, UnicodeDecodeError):
            continue
        if told.get("KETNGHIA_PORT") == port and "KETNGHIA_DATA" in told:
            return Path(told["KETNGHIA_DATA"])
    pytest.fail("the demonstration is not running")


def in_files(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Which files of the data folder hold one of the words: database, write-ahead, logs, all."""
    return [
        (path.name, word)
        for path in folder.rglob("*")
        if path.is_file() and "static" not in path.parts
        for word in words
        if word.encode() in path.read_bytes()
    ]


def erase(folder: Path) -> str:
    environment = {**os.environ, "KETNGHIA_DATA": str(folder), "DATABASE_URL": "",
                   "DJANGO_SETTINGS_MODULE": "ketnghia.config.settings"}  # fmt: skip
    command = [str(Path(sys.executable).with_name("ketnghia")), "erase-children"]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def tick(page: Page) -> None:
    """Choose the lists that fit, and tick one task off."""
    page.get_by_role("link", name="Chọn danh mục").click()
    expect(page.get_by_label("Có thiếu nhi đi cùng")).to_be_checked()
    expect(page.get_by_label("Đoàn ra nước ngoài")).to_be_checked()
    page.get_by_role("button", name="Lập danh mục").click()
    part = page.locator("#panel-checklists-for_exchange")
    expect(part).to_contain_text("Còn 24 việc")
    part.get_by_role("button", name="Đã xong: Thư mời song ngữ của bên bạn").click()
    expect(part).to_contain_text("Còn 23 việc")


def tell_receiver(page: Page, lists: str) -> None:
    page.goto(lists)
    expect(page.locator("main")).to_contain_text("Em số 2 rút đồng ý sau khi giao")
    page.get_by_role("button", name="Đã báo bên nhận").click()
    expect(page.locator("main")).not_to_contain_text("sau khi giao: báo")


def see_from_above(page: Page, lists: str) -> None:
    """Who runs the same unit knows of the list, and reads no name."""
    page.goto(lists)
    expect(page.locator("main")).to_contain_text("1 em, đủ đồng ý.")
    expect(page.get_by_role("link", name="Mở danh sách")).to_have_count(0)
    assert page.goto(f"{lists}ten/").status == 404  # type: ignore[union-attr]


def erase_today(page: Page, lists: str, folder: Path) -> None:
    page.goto(lists)
    page.get_by_role("link", name="Đổi ngày xóa").click()
    page.get_by_label("Ngày xóa").fill("hôm nay")
    page.get_by_label("Vì sao đổi").fill("thử việc xóa mỗi ngày")
    page.get_by_role("button", name="Đổi ngày xóa").click()
    assert "Đã xóa 1 danh sách, 1 em, 0 số giấy tờ." in erase(folder)
    page.goto(lists)
    expect(page.locator("main")).to_contain_text("Đã xóa tên 1 em")
    expect(page.locator("main")).to_contain_text("tự động khi đến ngày")


def test_a_visit_with_children_from_plan_to_erasing(sign_in: SignIn, site: str) -> None:
    entrust(sign_in)
    page = sign_in("canbo")
    exchange = plan_visit(page)
    tick(page)
    make_list(page, exchange)
    enter_names(page)
    agree(page)
    hand_over(page)
    lists = page.url
    withdraw(page)
    tell_receiver(page, lists)
    see_from_above(sign_in("lanhdao"), lists)

    folder = folder_of(site)
    assert in_files(folder, *NAMES, PARENT) == []
    erase_today(page, lists, folder)
    page.goto("/thieu-nhi/so/")
    expect(page.locator("main")).to_contain_text("1 danh sách đã xóa, với tên 1 em.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_pages_with_names_are_accessible(
    sign_in: SignIn,
    axe: Callable[[Page], list[str]],
    size: tuple[int, int],
    dark: bool,  # noqa: FBT001
) -> None:
    entrust(sign_in)
    page = sign_in("canbo", size=size, dark=dark)
    exchange = plan_visit(page)
    make_list(page, exchange)
    enter_names(page)
    agree(page)
    names = page.url
    page.get_by_role("link", name=NAMES[0]).click()
    child = page.url
    lists = names.removesuffix("ten/")
    found = []
    for address in (
        names,
        child,
        f"{child}rut/",
        f"{child}tep/",
        f"{names}them/",
        f"{lists}dong-y/",
        f"{lists}giao/",
        f"{lists}mo/",
        f"{lists}ngay-xoa/",
        lists,
        exchange,
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size[0]:
            found.append(f"{address}: {wide} px wide")
        found += axe(page)

    assert found == []
