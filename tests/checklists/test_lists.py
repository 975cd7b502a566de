"""The list of open work: whose, until when; the same number of questions for one and for three."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.checklists.models import Task, Template
from ketnghia.checklists.operations import add_task, start
from ketnghia.documents.operations import attach
from tests.making import make_exchange

TODAY = date(2026, 11, 24)


@pytest.fixture
def tasks(cast: SimpleNamespace) -> None:
    visit = make_exchange(cast.friend, cast.east, on=date(2026, 12, 12), kind="visit")
    add_task(visit, unit=cast.east, what="Xin chủ trương", due_on=date(2026, 11, 1),
             owner="Văn phòng", person="Nguyễn Thu Hà")  # fmt: skip
    add_task(visit, unit=cast.east, what="In giấy mời", due_on=date(2026, 11, 28))
    add_task(visit, unit=cast.east, what="Đặt xe", due_on=date(2026, 12, 10)).finish(
        by=cast.lan, on=TODAY
    )
    add_task(visit, unit=cast.east, what="Phông", due_on=date(2026, 12, 11)).set_aside(why="bạn lo")
    far = make_exchange(cast.elsewhere, cast.friend, on=date(2026, 12, 12))
    add_task(far, unit=cast.elsewhere, what="Của nơi khác", due_on=TODAY)


@pytest.mark.parametrize(
    ("asked", "whats"),
    [
        ({}, ["Xin chủ trương", "In giấy mời"]),
        ({"state": "late"}, ["Xin chủ trương"]),
        ({"state": "done"}, ["Đặt xe"]),
        ({"state": "skipped"}, ["Phông"]),
        ({"state": "all"}, ["Xin chủ trương", "In giấy mời", "Đặt xe", "Phông"]),
        ({"within": "7"}, ["Xin chủ trương", "In giấy mời"]),
        ({"who": "thu ha"}, ["Xin chủ trương"]),
        ({"who": "Văn phòng"}, ["Xin chủ trương"]),
        ({"unit": "dong ha"}, ["Xin chủ trương", "In giấy mời"]),
        ({"unit": "tay ha"}, []),
        ({"q": "giay moi"}, ["In giấy mời"]),
        ({"q": "hoi dam"}, ["Xin chủ trương", "In giấy mời"]),
        ({"kind": "out"}, []),
        ({"sort": "-due_on"}, ["In giấy mời", "Xin chủ trương"]),
    ],
)
@time_machine.travel(TODAY)
def test_work_is_searched_filtered_and_sorted(
    client: Client, cast: SimpleNamespace, tasks: None, asked: dict[str, str], whats: list[str]
) -> None:
    client.force_login(cast.lan)

    listing = client.get(reverse("checklists:list"), asked).context["listing"]

    assert [task.what for task in listing.rows] == whats


@time_machine.travel(TODAY)
def test_what_is_shown_is_what_is_exported(
    client: Client, cast: SimpleNamespace, tasks: None
) -> None:
    client.force_login(cast.lan)

    answer = client.get(reverse("checklists:list"), {"export": "xlsx", "state": "all"})

    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert [(row[0], row[3], row[6]) for row in rows[1:]] == [
        ("Xin chủ trương", "Nguyễn Thu Hà", "quá hẹn"),
        ("In giấy mời", None, "chưa xong"),
        ("Đặt xe", None, "xong 24/11/2026"),
        ("Phông", None, "không cần: bạn lo"),
    ]


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("name", "number"), [("list", 5), ("for_exchange", 8), ("templates", 5)])
def test_three_tasks_cost_as_many_questions_as_one(
    client: Client, cast: SimpleNamespace, name: str, number: int
) -> None:
    client.force_login(cast.lan)
    visit = make_exchange(cast.friend, cast.east, on=date(2026, 12, 12), kind="visit")
    address = reverse(f"checklists:{name}", args=[visit.pk] if name == "for_exchange" else [])
    add_task(visit, unit=cast.east, what="Việc", due_on=TODAY, person="Nguyễn Thu Hà")
    one = questions(client, address)

    add_task(visit, unit=cast.east, what="Việc hai", due_on=TODAY, person="Trần Văn An")
    start(visit, unit=cast.east, templates=Template.objects.filter(unit=None), by=cast.lan)
    attach(Task.objects.earliest("pk"), SimpleUploadedFile("a.pdf", b"%PDF-1.7 ..."), by=cast.lan)

    assert (one, questions(client, address)) == (number, number)


def test_a_file_is_kept_beside_a_task_and_missed_where_one_belongs(
    client: Client, cast: SimpleNamespace
) -> None:
    visit = make_exchange(cast.friend, cast.east, on=date(2026, 12, 12), kind="visit")
    start(visit, unit=cast.east, templates=[Template.objects.get(unit=None, kind="out")], by=None)
    task = Task.objects.get(what="Văn bản chủ trương")
    client.force_login(cast.lan)
    panel = reverse("checklists:for_exchange", args=[visit.pk])
    assert client.get(panel).content.decode().count("chưa kèm tệp") == 9

    upload = SimpleUploadedFile("chu-truong.pdf", b"%PDF-1.7 ...")
    client.post(reverse("documents:attach", args=["checklists", "task", task.pk]), {"file": upload})

    assert client.get(panel).content.decode().count("chưa kèm tệp") == 8
    assert "chu-truong.pdf" in client.get(task.get_absolute_url()).content.decode()
