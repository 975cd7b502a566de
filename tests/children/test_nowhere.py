"""A child's name stands nowhere but behind the opened list: not in a table, a log or a report.

Every page of every room is tried in `tests/doors.py`; here is what no page shows.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.debug import ExceptionReporter

from ketnghia.children.models import Child, ChildList, Handover
from ketnghia.children.operations import consents as agreements
from ketnghia.children.operations import lists as rules
from ketnghia.children.operations import open_list
from ketnghia.exchanges.models import Exchange
from ketnghia.journal.reading import history_of
from ketnghia.people.models import Person
from ketnghia.vietnamese.text import fold
from tests.architecture.test_access_tables import PAGES
from tests.children.conftest import NAMES
from tests.doors import assert_names_nobody, body, knock, plant
from tests.making import make_exchange

CHILD = "Đặng Thị Kim Tuyến Ngà"
PARENT = "Đặng Hữu Vô Danh"
PAPER = "K9876543"
SECRETS = (CHILD, PARENT, PAPER, fold(CHILD), fold(PARENT))


def walk(client: Client, cast: SimpleNamespace, visit: Exchange) -> ChildList:
    """Everything a keeper does with a list, through its pages, up to giving it abroad."""
    client.force_login(cast.lan)
    side = visit.participations.get(unit=cast.east)
    until = f"{localdate() + timedelta(days=60):%d/%m/%Y}"
    create = reverse("children:create", args=["exchanges", "participation", side.pk])
    facts = {"unit": cast.east.pk, "purpose": "border", "basis": "consent", "erase_on": until}
    client.post(create, facts)
    made = ChildList.objects.get()

    def door(name: str, *more: int) -> str:
        return reverse(f"children:{name}", args=[made.pk, *more])

    client.post(door("open"), {"why": "enter"})
    client.post(door("names_add"), {"text": f"1. {CHILD}, 3/4/2015, {PAPER}"})
    row = {"size": "1", "name-0": CHILD, "born-0": "3/4/2015", "paper-0": PAPER, "keep": "1"}
    client.post(door("names_add"), row)
    client.post(door("child_edit", 1), {"name": CHILD, "born": "4/4/2015", "paper": PAPER})
    agreed = {"uses": ["list", "abroad", "publish"], "form": "paper", "valid_until": until,
              "given_on": f"{localdate():%d/%m/%Y}", "take-1": "on", "relation-1": "father",
              "giver-1": PARENT, "agreed-1": "on"}  # fmt: skip
    client.post(door("consents"), agreed)
    upload = SimpleUploadedFile(f"{CHILD}.pdf", b"%PDF-1.7 ...")
    client.post(door("paper_attach", 1), {"file": upload})
    given = {"recipient": "Mường Xa", "country": "LA", "channel": "mail", "basis": "Thư mời",
             "on": f"{localdate():%d/%m/%Y}", "children": [made.children.get().pk]}  # fmt: skip
    client.post(door("handover"), given)
    client.get(door("names"))
    client.post(door("names_export"))
    return made


def every_cell() -> Iterator[tuple[str, str]]:
    """Every value of every table as text."""
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for line in cursor.fetchall():
                yield from ((table, str(cell)) for cell in line)


def test_no_table_holds_a_name(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    made = walk(client, cast, visit)
    assert made.children.get().particulars.name == CHILD
    assert Handover.objects.get().number == 1

    told = {(table, secret) for table, cell in every_cell() for secret in SECRETS if secret in cell}

    assert told == set()
    assert not Person.objects.search(fold(CHILD)).exists()


def test_no_log_holds_a_name(
    client: Client,
    cast: SimpleNamespace,
    keeper: None,
    visit: Exchange,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in ("", "django", "django.db.backends", "django.request", "ketnghia"):
        caplog.set_level(logging.DEBUG, logger=name)

    with CaptureQueriesContext(connection) as asked:
        made = walk(client, cast, visit)
        client.post(
            reverse("children:withdraw", args=[made.pk, 1]), {"uses": ["list"], "on": "1/1"}
        )
        client.post(reverse("children:erase", args=[made.pk]))

    said = f"{caplog.text} {[query['sql'] for query in asked.captured_queries]}"
    assert "children_child" in caplog.text
    assert [secret for secret in SECRETS if secret in said] == []


def test_no_history_holds_a_name(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    made = walk(client, cast, visit)

    told = str(history_of(made)) + str(history_of(visit))

    assert [secret for secret in SECRETS if secret in told] == []
    with_history = {m.__name__ for m in apps.get_app_config("children").get_models()
                    if hasattr(m, "history")}  # fmt: skip
    assert with_history == {"ChildList", "Handover", "Keeper", "Portrayal"}


@pytest.mark.parametrize("is_debugging", [False, True])
@pytest.mark.parametrize("page", ["names_add", "child_edit", "consents"])
def test_no_report_of_an_error_holds_a_name(
    client: Client,
    cast: SimpleNamespace,
    child_list: ChildList,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    is_debugging: bool,  # noqa: FBT001
) -> None:
    reports = []

    def report(request: Any, **_facts: Any) -> None:
        reporter = ExceptionReporter(request, *sys.exc_info(), is_email=True)
        reports.extend([reporter.get_traceback_text(), reporter.get_traceback_html()])

    def fail(*_args: Any, **_facts: Any) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr(rules, "_refuse_particulars", fail)
    monkeypatch.setattr(agreements, "_refuse_giver", fail)
    got_request_exception.connect(report)
    client.raise_request_exception = False
    client.force_login(cast.lan)
    open_list(child_list, why="enter", by=cast.lan)
    typed = {
        "names_add": {"size": "1", "name-0": CHILD, "born-0": "2015", "keep": "1"},
        "child_edit": {"name": CHILD, "born": "2015"},
        "consents": {"uses": ["list"], "form": "paper", "given_on": "1/11/2026",
                     "valid_until": "1/1/2099", "take-1": "on", "giver-1": PARENT,
                     "agreed-1": "on"},
    }  # fmt: skip
    args = [child_list.pk, 1] if page == "child_edit" else [child_list.pk]
    try:
        with override_settings(DEBUG=is_debugging):
            answer = client.post(reverse(f"children:{page}", args=args), typed[page])
    finally:
        got_request_exception.disconnect(report)

    assert answer.status_code == 500
    assert "hỏng" in reports[0]
    told = f"{reports} {body(answer)}"
    assert [secret for secret in (*SECRETS, *NAMES) if secret in told] == []


def test_the_page_of_an_error_holds_no_name(
    client: Client,
    cast: SimpleNamespace,
    keeper: None,
    visit: Exchange,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = walk(client, cast, visit)
    monkeypatch.setattr("ketnghia.children.views.names.name_rows", lambda _list: 1 / 0)
    client.raise_request_exception = False

    answer = client.get(reverse("children:names", args=[made.pk]))

    assert answer.status_code == 500
    assert [secret for secret in SECRETS if secret in body(answer)] == []


def test_what_is_pasted_into_a_delegation_stays_a_number(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    side = visit.participations.get(unit=cast.east)
    client.force_login(cast.lan)
    paste = reverse("exchanges:list_paste", args=[side.pk])

    answer = client.post(paste, {"text": f"1. Em {CHILD}, 2015\n2. Nguyễn Thu Hà, Bí thư"})

    assert [secret for secret in SECRETS if secret in body(answer)] == []
    create = reverse("children:create", args=["exchanges", "participation", side.pk])
    assert create in body(answer)
    client.force_login(cast.minh)
    assert create not in body(client.post(paste, {"text": f"1. Em {CHILD}, 2015"}))


def test_every_room_tries_its_doors_with_a_childs_name_there() -> None:
    from tests import doors  # noqa: PLC0415 - the very function the rooms use

    elsewhere = {
        room
        for room in PAGES
        if getattr(import_module(f"tests.{room}.test_access"), "knock", None) is not doors.knock
    }

    assert elsewhere == {"ui"}  # the shelf of components knows no record


def test_a_page_that_told_a_name_would_fail(
    client: Client, cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = make_exchange(cast.friend, cast.east)
    plant(cast)
    monkeypatch.setattr(ChildList, "__str__", lambda found: found.children.get().particulars.name)

    with pytest.raises(AssertionError, match="children:register tells lan a child's name"):
        give_and_knock(client, cast, visit)


def give_and_knock(client: Client, cast: SimpleNamespace, visit: Exchange) -> None:
    planted = ChildList.objects.of(visit.participations.get(unit=cast.east)).get()
    Handover.objects.create(
        child_list=planted, recipient="Mường Xa", country="LA", channel="hand", is_abroad=True,
        basis="Thư mời", given="name", number=1, on=localdate(), by=cast.lan, search_text="",
    )  # fmt: skip
    knock(client, cast, "children:register", "lan")


def test_printed_a_child_is_its_place(cast: SimpleNamespace, child_list: ChildList) -> None:
    child = Child.objects.get(place=1)

    assert (str(child), repr(child)) == ("em số 1", "<Child: em số 1>")


def test_a_spreadsheet_is_looked_into(cast: SimpleNamespace) -> None:
    answer = SimpleNamespace(
        streaming=False, content=f"<p>{CHILD}</p>".encode(), headers={}, cookies={}
    )

    assert CHILD in body(answer)
    assert_names_nobody(answer, "another child's name is not the planted one")
