"""A meeting that is waited for: rooms above tell what is known of it before it is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Series


class Awaited(Protocol):
    """What fills in the form of an exchange that somebody waits for."""

    @property
    def lead(self) -> str:
        """Whose meeting it is and by when, in one sentence."""

    @property
    def name(self) -> str:
        """What it belongs to, as its link says."""

    @property
    def url(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def due_on(self) -> date | None: ...

    @property
    def days(self) -> int | None:
        """How many days it took the last time."""

    @property
    def series(self) -> Series | None: ...

    @property
    def agreement(self) -> Agreement | None: ...


Find = Callable[[User, str], Awaited | None]
_finders: list[Find] = []


def register(find: Find) -> None:
    """Let meetings be awaited: `find` gets who asks and the key in the address."""
    if find not in _finders:
        _finders.append(find)


def awaited_meeting(user: User, key: str) -> Awaited | None:
    """The meeting of a key, where the person may know of it."""
    return next((found for find in _finders if (found := find(user, key))), None)
