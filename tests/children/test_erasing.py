"""Names really go on their day; numbers and the log stay."""

from __future__ import annotations

import io
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from ketnghia.children.models import Child, ChildList, Consent, Handover, Opening
from ketnghia.children.operations import (
    add_children,
    attach_paper,
    erase,
    erase_due,
    open_list,
    papers_in,
    remove_paper,
)
from ketnghia.children.sealing import Particulars
from ketnghia.documents.models import Document
from ketnghia.exchanges.models import Exchange
from tests.children.making import make_child_list
from tests.children.test_consents import agree, give


def test_on_its_day_everything_that_tells_who_it_was_goes(
    cast: SimpleNamespace,
    child_list: ChildList,
    today: date,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    agree(child_list, cast)
    give(child_list, cast)
    open_list(child_list, why="enter", by=cast.lan)
    upload = SimpleUploadedFile("ho-chieu-Vu-Ngoc-Linh.pdf", b"%PDF-1.7 ...")
    document = attach_paper(child_list.children.get(place=1), upload, by=cast.lan)
    file = document.file.name
    assert "linh" not in (file or "").lower() + document.name.lower()
    assert default_storage.exists(file or "")

    with django_capture_on_commit_callbacks(execute=True):
        erased = erase_due(child_list.erase_on)

    assert (erased.lists, erased.children) == (1, 3)
    child_list.refresh_from_db()
    assert child_list.erased_at
    assert (child_list.erased_number, child_list.erased_by) == (3, None)
    assert set(Child.objects.values_list("sealed", "removal")) == {("", "erased")}
    assert set(Consent.objects.values_list("sealed_giver", flat=True)) == {""}
    assert not Document.objects.exists()
    assert not default_storage.exists(file or "")
    assert (Handover.objects.count(), Opening.objects.count(), Child.objects.count()) == (1, 1, 3)


def test_a_day_before_nothing_goes(cast: SimpleNamespace, child_list: ChildList) -> None:
    erased = erase_due(child_list.erase_on - timedelta(days=1))

    assert (erased.lists, erased.children, erased.papers) == (0, 0, 0)
    assert child_list.children.get(place=1).particulars.name == "Vũ Ngọc Linh"


def test_by_hand_it_says_who(cast: SimpleNamespace, child_list: ChildList) -> None:
    assert erase(child_list, by=cast.lan) == 3

    assert child_list.erased_by == cast.lan
    with pytest.raises(ValidationError, match="rồi"):
        erase(child_list, by=cast.lan)


def test_numbers_of_travel_papers_go_when_everybody_is_home(
    cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    child_list = make_child_list(visit, cast.east, by=cast.lan, purpose="border")
    child = Particulars("Vũ Ngọc Linh", "2015-04-03", "", "C1234567")
    add_children(child_list, children=[child], by=cast.lan)

    assert erase_due(visit.ends_on + timedelta(days=1)).papers == 0
    assert erase_due(visit.ends_on + timedelta(days=2)).papers == 1

    child_list.refresh_from_db()
    assert child_list.children.get().particulars == Particulars("Vũ Ngọc Linh", "2015-04-03")
    assert child_list.papers_erased_on == visit.ends_on + timedelta(days=2)


def test_the_daily_command_tells_what_it_did(
    cast: SimpleNamespace, child_list: ChildList, today: date
) -> None:
    ChildList.objects.update(erase_on=today)
    told = io.StringIO()

    call_command("erase_children", dry_run=True, stdout=told)
    assert ChildList.objects.holding().exists()
    call_command("erase_children", stdout=told)

    assert told.getvalue().splitlines() == [
        "Đến ngày xóa: 1 danh sách. Chưa xóa gì.",
        "Đã xóa 1 danh sách, 3 em, 0 số giấy tờ.",
    ]
    assert not ChildList.objects.holding().exists()


def test_a_paper_is_let_go_alone(cast: SimpleNamespace, child_list: ChildList) -> None:
    upload = SimpleUploadedFile("giay.pdf", b"%PDF-1.7 ...")
    document = attach_paper(child_list.children.get(place=1), upload, by=cast.lan)
    assert document.name == f"giay-to-{child_list.pk}-1-1.pdf"

    remove_paper(document)

    assert not papers_in(child_list).exists()


def test_no_paper_is_kept_beside_who_has_left(cast: SimpleNamespace, child_list: ChildList) -> None:
    erase(child_list, by=cast.lan)

    with pytest.raises(ValidationError, match="ra khỏi danh sách"):
        attach_paper(
            child_list.children.get(place=1), SimpleUploadedFile("a.pdf", b"%PDF-"), by=cast.lan
        )
