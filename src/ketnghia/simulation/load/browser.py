"""A person's browser: cookies, one kept connection, forms with their hidden marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from importlib import import_module
from time import perf_counter
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from ketnghia.accounts.models import User

MARK = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
KEY = re.compile(r'name="client_key" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"
SLOW = 120


@dataclass(frozen=True)
class Answer:
    """What came back, and how many milliseconds it took."""

    status: int
    text: str
    where: str
    taken: float


class Browser:
    """Signed in without typing: the session is written as signing in would write it."""

    def __init__(self, user: User, port: int) -> None:
        self.port = port
        self.cookies = {settings.SESSION_COOKIE_NAME: _session(user)}
        self._connection: HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> Answer:
        """Once more on a new connection where the kept one was closed meanwhile."""
        start = perf_counter()
        try:
            return self._answer(method, path, body, start)
        except (HTTPException, ConnectionError):
            self._connection = None
            return self._answer(method, path, body, start)

    def _answer(self, method: str, path: str, body: str | None, start: float) -> Answer:
        if self._connection is None:
            self._connection = HTTPConnection("127.0.0.1", self.port, timeout=SLOW)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Accept-Encoding": "identity"}
        if body is not None:
            headers["Content-Type"] = FORM
        self._connection.request(method, path, body=body, headers=headers)
        response = self._connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        taken = (perf_counter() - start) * 1000
        for line in response.headers.get_all("Set-Cookie") or []:
            kept = SimpleCookie(line)
            self.cookies |= {name: morsel.value for name, morsel in kept.items()}
        return Answer(response.status, text, response.headers.get("Location", ""), taken)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def hidden(pattern: re.Pattern[str], text: str) -> str:
    """The value of a hidden mark of a form; empty where it is not there."""
    found = pattern.search(text)
    return found[1] if found else ""


def _session(user: User) -> str:
    engine = import_module(settings.SESSION_ENGINE)
    session = engine.SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
