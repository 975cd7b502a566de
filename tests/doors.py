"""Who meets which door: every room's access table is read and tried the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

Row = Mapping[str, int]


def row(anonymous: int, lan: int, minh: int, hoa: int, quan: int, stranger: int) -> Row:
    """Statuses in the order of the cast, as `tests/conftest.py` tells it."""
    return {
        "anonymous": anonymous,
        "lan": lan,
        "minh": minh,
        "hoa": hoa,
        "quan": quan,
        "stranger": stranger,
    }


def tries(doors: Mapping[str, Row]) -> list[tuple[str, str]]:
    return [(name, who) for name, statuses in doors.items() for who in statuses]


def knock(
    client: Client,
    cast: SimpleNamespace,
    name: str,
    who: str,
    *,
    args: Iterable[int | str] = (),
    posts: bool = False,
) -> int:
    """The status somebody gets at a page."""
    if who != "anonymous":
        client.force_login(getattr(cast, who))
    address = reverse(name, args=list(args))
    return (client.post if posts else client.get)(address).status_code
