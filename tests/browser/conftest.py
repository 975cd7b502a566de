"""Real Chromium on the real demonstration: the server is the one `./run demo` starts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("KETNGHIA_CHROMIUM") or shutil.which("chromium") or ""
PASSWORD = "ket-nghia-2026"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE, LAPTOP = (360, 740), (1280, 900)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration on a free port with a data folder of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        **os.environ,
        "KETNGHIA_DATA": str(folder),
        "KETNGHIA_PORT": str(port),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "ketnghia.config.settings",
    }
    command = [str(Path(sys.executable).with_name("ketnghia")), "demo"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server, folder / "server.log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(1800):
        if server.poll() is not None:
            pytest.fail(f"the demonstration stopped:\n{log.read_text()}")
        try:
            urlopen(address, timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the demonstration did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


SignIn = Callable[..., Page]


@pytest.fixture
def sign_in(chromium: Browser, site: str) -> Iterator[SignIn]:
    """Open a page as somebody: `sign_in("canbo", size=PHONE, dark=True)`."""
    contexts = []

    def enter(username: str, *, size: tuple[int, int] = LAPTOP, dark: bool = False) -> Page:
        context = chromium.new_context(
            base_url=site,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale="vi-VN",
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("/")
        page.locator("input[name=login]").fill(username)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url("**/")
        return page

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Findings of axe on a page, as one line each."""

    def findings(page: Page) -> list[str]:
        result = Axe().run(page)
        return [
            f"{page.url}: {violation['id']}: {node['html'][:120]}"
            for violation in result.response["violations"]
            for node in violation["nodes"]
        ]

    return findings
