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
    "/hoat-dong/",
    "/hoat-dong/moi/",
    "/don-vi/",
    "/don-vi/tim/?q=ha+nam",
    "/don-vi/ke-thua/",
    "/nhan-su/",
    "/tim/?q=ca+mau",
    "/nguoi-dung/",
    "/tai-khoan/2fa/",
    "/tai-khoan/password/change/",
]
FIRST_LINKS = {
    "/quan-he/": "#rows tbody a",
    "/van-ban/": "#rows tbody th a",
    "/giao-luu/": "#rows tbody th a",
    "/hoat-dong/": "#rows tbody th a",
    "/don-vi/tim/?q=ninh+binh": ".items a",
    "/nhan-su/": "#rows tbody th a",
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
        addresses.append(page.locator(link).first.get_attribute("href") or start)
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
