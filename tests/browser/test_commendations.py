"""Commendation from evidence: from an activity to a line of the register that leads back to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE, SignIn

pytestmark = pytest.mark.browser

ROUND = "Khen thưởng hiến máu"
ACTIVITY = "Ngày hội hiến máu của xã"
TODAY = localdate()
# Days of which no other walk records anything.
FIRST, DAY, LAST = (TODAY - timedelta(days=days) for days in (21, 18, 15))


def told(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def record_activity(page: Page) -> None:
    page.goto("/hoat-dong/moi/")
    page.get_by_label("Việc gì").fill(ACTIVITY)
    page.get_by_label("Ngày", exact=True).fill(told(DAY))
    page.get_by_label("Các con số").fill("trên 35 đơn vị máu")
    expect(page.locator("#heard")).to_contain_text("trên 35")
    page.get_by_role("button", name="Lưu hoạt động").click()
    page.wait_for_url(re.compile(r"/hoat-dong/\d+/"))


def open_round(page: Page) -> str:
    page.goto("/khen-thuong/dot/mo/")
    page.get_by_label("Tên đợt").fill(ROUND)
    page.get_by_label("Thành tích từ ngày").fill(told(FIRST))
    page.get_by_label("Đến hết ngày").fill(told(LAST))
    page.get_by_label("Hạn đề nghị").fill("31/12/2030")
    page.get_by_label("Tập thể mỗi đơn vị").fill("1")
    page.get_by_role("button", name="Mở đợt").click()
    expect(page.locator("h1")).to_have_text(ROUND)
    expect(page.locator("aside")).to_contain_text("Mỗi đơn vị 1 tập thể")
    return page.url


def look(sign_in: SignIn, axe: Callable[[Page], list[str]], screens: dict[str, list[str]]) -> None:
    """Every screen of the walk, small and large, light and dark: no finding, no sideways scroll."""
    found = []
    for username, addresses in screens.items():
        for size, dark in product((PHONE, LAPTOP), (False, True)):
            page = sign_in(username, size=size, dark=dark)
            for address in addresses:
                page.goto(address)
                wide = page.evaluate("document.documentElement.scrollWidth")
                found += [f"{address}: {wide} px wide"] if wide > size[0] else []
                found += axe(page)
    assert found == []


def test_commendation_from_evidence(  # noqa: PLR0915 - told whole
    sign_in: SignIn, axe: Callable[[Page], list[str]]
) -> None:
    secretary = sign_in("xadoan", size=PHONE)
    record_activity(secretary)
    officer = sign_in("canbo")
    address = open_round(officer)

    # The commune sees its own records as evidence, picks, and sends.
    secretary.goto(address)
    secretary.get_by_role("link", name="Đề nghị khen").click()
    row = secretary.locator(".items li", has_text="Đoàn xã Liêm Hà").first
    expect(row).to_contain_text("trên 35 đơn vị máu")
    row.get_by_role("link", name="Xem minh chứng").click()
    secretary.get_by_label(re.compile("trên 35 đơn vị máu")).check()
    secretary.get_by_label(re.compile(ACTIVITY)).check()
    secretary.get_by_label("Hình thức").select_option(label="Giấy khen cấp tỉnh")
    assert secretary.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    secretary.get_by_role("button", name="Ghi đề nghị").click()
    expect(secretary.locator("main")).to_contain_text("trên 35 đơn vị máu")
    secretary.get_by_role("link", name="Gửi đề nghị").click()
    secretary.get_by_role("button", name="Gửi đề nghị").click()
    expect(secretary.locator("main")).to_contain_text("Đã gửi đề nghị lên Tỉnh đoàn Ninh Bình")

    # The council meets and votes; the officer drafts the decision.
    officer.goto(address)
    officer.get_by_role("link", name="Họp hội đồng").click()
    officer.get_by_label("Ngày họp").fill(told(TODAY))
    officer.get_by_label("Thành viên hội đồng").fill(
        "Phạm Quốc Bảo, Bí thư\nNguyễn Thu Hà, Văn phòng, thư ký\nLê Văn Mạnh, Phó Bí thư"
    )
    officer.get_by_role("button", name="Ghi cuộc họp").click()
    meeting, minutes = officer.url, f"{officer.url}in/"
    officer.get_by_role("link", name="Ghi ý kiến").click()
    officer.get_by_label("Phiếu đồng ý").fill("3")
    officer.get_by_role("button", name="Ghi ý kiến").click()
    expect(officer.locator("main")).to_contain_text("đồng ý, 3 trong 3 phiếu")
    officer.get_by_role("link", name="Biên bản").click()
    expect(officer.locator(".official")).to_contain_text(
        "Hội đồng đồng ý đề nghị khen thưởng 01 tập thể"
    )
    officer.goto(address)
    petition = officer.locator("aside a[href*='to-trinh']").get_attribute("href") or ""
    officer.get_by_role("link", name="Soạn quyết định").click()
    officer.get_by_label("Thưởng một tập thể").fill("500 nghìn")
    officer.get_by_role("button", name="Soạn quyết định").click()
    draft = officer.url
    officer.get_by_role("link", name="Xem bản in").click()
    expect(officer.locator(".official").first).to_contain_text("TỈNH ĐOÀN NINH BÌNH")
    expect(officer.locator(".official").first).to_contain_text("mỗi tập thể 500.000 đồng")
    officer.goto(draft)
    expect(officer.get_by_role("link", name="Ghi quyết định đã ký")).to_have_count(0)

    # Whoever signs off writes it into the register; the line leads back to the activity.
    leader = sign_in("lanhdao")
    leader.goto(draft)
    leader.get_by_role("link", name="Ghi quyết định đã ký").click()
    leader.get_by_label("Số, ký hiệu").fill("99-QĐ/TĐTN-VP")
    leader.get_by_label("Người ký", exact=True).fill("Phạm Quốc Bảo")
    leader.get_by_role("button", name="Ghi quyết định đã ký").click()
    expect(leader.locator("main")).to_contain_text("Quyết định số 99-QĐ/TĐTN-VP")
    leader.goto("/khen-thuong/?q=hien+mau+liem+ha")
    leader.locator("#rows tbody th a").first.click()
    expect(leader.locator("main")).to_contain_text("Theo đề nghị của Đoàn xã Liêm Hà")
    leader.get_by_role("link", name=re.compile(ACTIVITY)).click()
    expect(leader.locator("h1")).to_have_text(ACTIVITY)

    # Every screen on the way, before the round closes.
    nomination, council = secretary.url, f"{address}hop/"
    screens = [
        "/khen-thuong/dot/", "/khen-thuong/dot/mo/", address, f"{address}sua/",
        f"{address}chi-tieu/", f"{address}goi-y/", f"{address}de-nghi/", council,
        nomination, meeting, f"{meeting}sua/", minutes, petition, draft, f"{draft}in/",
    ]  # fmt: skip
    look(sign_in, axe, {"canbo": screens, "xadoan": [address, f"{address}goi-y/", nomination]})

    # With its answer given to everything the round closes.
    officer.goto(address)
    expect(officer.locator("main")).to_contain_text("1 đã khen")
    officer.get_by_role("button", name="Đóng đợt").click()
    expect(officer.locator("main")).to_contain_text("Đã đóng đợt khen thưởng")
