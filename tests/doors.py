"""Who meets which door: every room's access table is read and tried the same way.

A child's name stands in every delegation while a door is tried, so that every page of every room
is tried with it too: a page that tells the name fails here, whoever wrote it.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from ketnghia.children.models import ChildList, Keeper
from ketnghia.children.operations import Giver, open_list, record_consents
from ketnghia.exchanges.models import Participation
from ketnghia.vietnamese.text import fold
from tests.children.making import make_child_list, make_keeper

Row = Mapping[str, int]
CHILD = "Tôn Nữ Xuyến Chi Quỳnh"
PARENT = "Tôn Thất Khuyết Danh"
# The only doors behind which a name is read: for who keeps the list, and has opened it.
NAMED = frozenset(
    f"children:{door}"
    for door in (
        "names",
        "names_export",
        "child_edit",
        "consents",
        "handover",
        "paper_attach",
        "withdraw",
    )
)


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
    typed: Mapping[str, Any] | None = None,
) -> int:
    """The status somebody gets at a page; nobody is told a child's name on the way."""
    plant(cast)
    if who != "anonymous":
        client.force_login(getattr(cast, who))
    address = reverse(name, args=list(args))
    answer: Any = (client.post if posts else client.get)(address, typed)
    answers = [answer]
    if answer.context and "listing" in answer.context:
        words = ({"export": "csv"}, {"export": "xlsx"}, {"q": fold(CHILD.split()[2])})
        answers += [client.get(address, asked) for asked in words]
    if not (name in NAMED and who == "lan"):
        for told in answers:
            assert_names_nobody(told, f"{name} tells {who} a child's name")
    return int(answer.status_code)


def plant(cast: SimpleNamespace) -> None:
    """A child in a list, with consents, for every delegation there is; Lan has opened the lists."""
    if not Keeper.objects.filter(seat__user=cast.lan).exists():
        make_keeper(cast.lan, cast.east, by=cast.quan)
    for side in Participation.objects.select_related("exchange", "unit"):
        if not ChildList.objects.of(side).exists():
            planted = make_child_list(
                side.exchange, cast.east, CHILD, by=cast.lan, at=side.unit, born="2016"
            )
            record_consents(
                planted,
                uses=["list", "publish", "abroad"],
                form="paper",
                given_on=localdate(),
                valid_until=planted.erase_on,
                givers=[Giver(1, "mother", PARENT, child_agreed=True)],
                by=cast.lan,
            )
            open_list(planted, why="enter", by=cast.lan)


def assert_names_nobody(answer: Any, complaint: str) -> None:
    """Neither the child's name nor the parent's, with marks or without, in body or head."""
    text = f"{body(answer)} {answer.headers} {answer.cookies}"
    for name in (CHILD, PARENT):
        assert name not in text, complaint
        assert fold(name) not in fold(text), complaint


def body(answer: Any) -> str:
    """What an answer holds as text; a spreadsheet is opened."""
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b" ".join(book.read(part) for part in book.namelist())
    return html.unescape(content.decode("utf-8", "replace"))
