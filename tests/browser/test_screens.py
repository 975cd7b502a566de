"""Every screen without a finding of axe, light and dark, and never scrolling sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LAPTOP, PHONE, SignIn

pytestmark = pytest.mark.browser

# Addresses that stay the same in the demonstration; the others are reached by their first link.
SCREENS = [
    "/",
    "/quan-he/",
    "/van-ban/",
    "/van-ban/moi/",
    "/giao-luu/",
    "/giao-luu/moi/",
    "/giao-luu/qua/",
    "/giao-luu/qua/moi/",
    "/giao-luu/qua/can-doi/?year=2021",
    "/giao-luu/qua/da-bo/",
    "/giao-luu/luan-phien/",
    "/giao-luu/luan-phien/1/bo-luot/",
    "/giao-luu/luan-phien/1/doi-luot/",
    "/giao-luu/luan-phien/1/sua/",
    "/ngay-nghi/",
    "/ngay-nghi/sua/",
    "/chuan-bi/",
    "/chuan-bi/mau/",
    "/thieu-nhi/",
    "/thieu-nhi/so/",
    "/hoat-dong/",
    "/hoat-dong/moi/",
    "/hoat-dong/tong/?span=2021-1&below=1",
    "/hoat-dong/trung/",
    "/hoat-dong/chi-tieu/",
    "/hoat-dong/chien-dich/",
    "/lich/",
    "/lich/?reach=below&month=2024-12",
    "/lich/tuan/?reach=below&day=2024-12-12",
    "/lich/danh-sach/?reach=below&past=1",
    "/lich/nguon/",
    "/so-ket/",
    "/so-ket/mo/",
    "/so-ket/ma/?ma=0000",
    "/doc-tin/",
    "/doc-tin/tep/",
    "/doc-tin/dan/",
    "/don-vi/",
    "/don-vi/tim/?q=ha+nam",
    "/don-vi/ke-thua/",
    "/khen-thuong/",
    "/khen-thuong/ghi/",
    "/khen-thuong/ghi-so/",
    "/khen-thuong/hinh-thuc/",
    "/khen-thuong/dot/",
    "/khen-thuong/dot/mo/",
    "/nhan-su/",
    "/tim/?q=ca+mau",
    "/nguoi-dung/",
    "/tai-khoan/2fa/",
    "/tai-khoan/password/change/",
]
FIRST_LINKS = {
    "/chuan-bi/mau/": ".items a",
    "/quan-he/": "#rows tbody a",
    "/van-ban/": "#rows tbody th a",
    "/giao-luu/": "#rows tbody th a",
    "/giao-luu/qua/": "#rows tbody th a",
    "/giao-luu/luan-phien/": "#rows tbody th a",
    "/giao-luu/luan-phien/1/": ".actions a[data-kind=main]",
    "/hoat-dong/": "#rows tbody th a",
    "/so-ket/": "#rows tbody th a",
    "/so-ket/?whole=all&q=doan+khoi": "#rows tbody th a",
    "/don-vi/tim/?q=ninh+binh": ".items a",
    "/khen-thuong/": "#rows tbody th a",
    "/nhan-su/": "#rows tbody th a",
}

# Pages that hang on a record reached by such a link.
PARTS = {
    "/so-ket/": ["loi-van/", "nhiem-vu/", "so-sanh/", "in/", "nop/", "nhac/", "?don-vi=hom-nay"],
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_screen_is_accessible(
    sign_in: SignIn,
    axe: Callable[[Page], list[str]],
    size: tuple[int, int],
    dark: bool,  # noqa: FBT001
) -> None:
    page = sign_in("quantri", size=size, dark=dark)
    found = []
    addresses = [*SCREENS]
    for start, link in FIRST_LINKS.items():
        page.goto(start)
        address = page.locator(link).first.get_attribute("href") or start
        addresses += [address, *(f"{address}{part}" for part in PARTS.get(start, []))]
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("load")
        page.wait_for_timeout(200)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size[0]:
            found.append(f"{address}: {wide} px wide")
        found += axe(page)

    assert found == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_signing_in_is_accessible(
    site: str,
    sign_in: SignIn,
    axe: Callable[[Page], list[str]],
    dark: bool,  # noqa: FBT001
) -> None:
    page = sign_in("doc", dark=dark)
    page.context.clear_cookies()
    page.goto("/tai-khoan/login/")

    assert axe(page) == []
