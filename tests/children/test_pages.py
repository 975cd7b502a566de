"""The pages a keeper, an officer and an administrator walk through."""

from __future__ import annotations

import io
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.children.models import ChildList, Consent, Handed, Handover, Keeper, Opening
from ketnghia.children.operations import add_children, erase, open_list, withdraw
from ketnghia.children.sealing import Particulars
from ketnghia.exchanges.models import Exchange
from tests.children.conftest import NAMES
from tests.children.making import make_child_list
from tests.children.test_consents import agree, give
from tests.making import make_exchange


@pytest.fixture
def opened(client: Client, cast: SimpleNamespace, child_list: ChildList) -> ChildList:
    client.force_login(cast.lan)
    open_list(child_list, why="enter", by=cast.lan)
    return child_list


def door(name: str, *args: int | str) -> str:
    return reverse(f"children:{name}", args=args)


def test_an_administrator_entrusts_and_takes_back(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.quan)
    keepers = door("keepers", cast.east.pk)
    seat = cast.lan.seats.get()

    client.post(keepers, {"seat": seat.pk})
    again = client.post(keepers, {"seat": seat.pk}).content.decode()
    assert "đang giữ danh sách rồi" in again
    assert "Lan" in client.get(door("for_unit", cast.east.pk)).content.decode()
    end = door("keeper_end", Keeper.objects.get().pk)
    client.post(end)

    assert "Đã thôi giao rồi." in client.post(end, follow=True).content.decode()
    assert not Keeper.objects.filter(ended_on=None).exists()


def test_a_list_is_made_from_the_page_of_a_delegation(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    side = visit.participations.get(unit=cast.east)
    client.force_login(cast.lan)
    create = door("create", "exchanges", "participation", side.pk)
    delegation = reverse("exchanges:delegation", args=[side.pk])
    assert create in client.get(delegation).content.decode()

    form = client.get(create).context["form"]
    assert form.initial["unit"] == cast.east
    assert form.initial["erase_on"] == visit.ends_on + timedelta(days=30)
    day = f"{form.initial['erase_on']:%d/%m/%Y}"
    wrong = client.post(create, {"unit": cast.east.pk, "purpose": "other", "erase_on": day,
                                 "basis": "consent"})  # fmt: skip
    assert "Nói rõ mục đích" in wrong.content.decode()
    answer = client.post(
        create,
        {"unit": cast.east.pk, "purpose": "lodging", "erase_on": day, "basis": "consent"},
    )

    made = ChildList.objects.get()
    assert answer.url == door("open", made.pk)
    assert (made.about, made.last_day, made.made_by) == (visit.title, visit.ends_on, cast.lan)
    assert made.get_absolute_url() in client.get(delegation).content.decode()


def test_who_is_not_entrusted_sees_the_number_and_no_way_in(
    client: Client, cast: SimpleNamespace, child_list: ChildList, visit: Exchange
) -> None:
    client.force_login(cast.minh)
    side = visit.participations.get(unit=cast.east)
    delegation = client.get(reverse("exchanges:delegation", args=[side.pk])).content.decode()

    page = client.get(child_list.get_absolute_url()).content.decode()

    assert "3 em, 3 em chưa đủ đồng ý." in page
    assert door("open", child_list.pk) not in page
    assert "3 em" in delegation
    assert "có mục đích</a>" not in delegation


def test_children_are_pasted_looked_at_and_kept(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    add = door("names_add", opened.pk)

    read = client.post(add, {"text": "1. Phan Bảo Ngân, 2016, lớp 4B\nBi"})
    assert read.context["doubtful"] == 1
    assert 'value="Phan Bảo Ngân"' in read.content.decode()
    assert opened.children.count() == 3
    wrong = client.post(add, {"size": "2", "name-0": "Phan Bảo Ngân", "born-0": "xx",
                              "name-1": "", "born-1": "2016", "keep": "1"})  # fmt: skip
    told = wrong.content.decode()
    assert "Không đọc được. Ghi năm sinh" in told
    assert "Ghi họ tên của em, hoặc xóa cả dòng." in told
    missing = client.post(add, {"size": "1", "name-0": "Phan Bảo Ngân", "keep": "1"})
    assert "từ 7 tuổi phải hỏi cả em" in missing.content.decode()
    empty = client.post(add, {"size": "1", "name-0": "", "keep": "1"})
    assert "Chưa có em nào. Dán lại danh sách." in empty.content.decode()
    grown = client.post(
        add, {"size": "1", "name-0": "Phan Bảo Ngân", "born-0": "2008", "keep": "1"}
    )
    assert "Đủ 16 tuổi" in grown.content.decode()

    kept = {"size": "3", "name-0": "Phan Bảo Ngân", "born-0": "2016", "unit-0": "4B",
            "name-1": NAMES[0], "born-1": "2015", "unit-1": "Lớp 5A", "keep": "1"}  # fmt: skip
    page = client.post(add, kept, follow=True).content.decode()

    assert "Đã ghi 1 em. 1 em đã có sẵn, không ghi lại." in page
    assert "Phan Bảo Ngân" in page


def test_a_day_is_asked_for_where_the_purpose_needs_it(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange
) -> None:
    border = make_child_list(visit, cast.east, by=cast.lan, purpose="border")
    open_list(border, why="enter", by=cast.lan)
    client.force_login(cast.lan)
    row = {"size": "1", "name-0": "Phan Bảo Ngân", "born-0": "2016", "keep": "1"}

    told = client.post(door("names_add", border.pk), row).content.decode()

    assert "cần cả ngày sinh" in told
    assert "Số hộ chiếu, giấy thông hành" in told


def test_a_name_is_corrected_and_a_child_let_go(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    edit = door("child_edit", opened.pk, 1)
    assert f'value="{NAMES[0]}"' in client.get(edit).content.decode()

    wrong = client.post(edit, {"name": "", "born": "2015", "unit": ""}).content.decode()
    client.post(edit, {"name": "Vũ Ngọc Lan", "born": "2014", "unit": "5B"})
    client.post(door("child_leave", opened.pk, 2))

    assert "Ghi họ tên của em." in wrong
    page = client.get(door("names", opened.pk)).content.decode()
    assert "Vũ Ngọc Lan" in page
    assert NAMES[1] not in page
    assert client.get(door("child_edit", opened.pk, 2)).status_code == 404


def test_consents_are_recorded_for_many_at_once(
    client: Client, cast: SimpleNamespace, opened: ChildList, today: date
) -> None:
    consents = door("consents", opened.pk)
    form = client.get(consents).context["form"]
    assert [form.initial[f"take-{place}"] for place in (1, 2, 3)] == [True, True, True]
    common = {"uses": ["list", "abroad"], "form": "paper", "given_on": f"{today:%d/%m/%Y}",
              "valid_until": f"{opened.erase_on:%d/%m/%Y}"}  # fmt: skip
    row = {"take-1": "on", "relation-1": "mother", "giver-1": "Trần Thị Mẹ"}

    wrong = client.post(consents, {**common, **row}).content.decode()
    nobody = client.post(consents, common).content.decode()
    nameless = client.post(consents, {**common, "take-1": "on", "agreed-1": "on"}).content.decode()
    useless = client.post(consents, {"take-1": "on"}).content.decode()
    done = client.post(consents, {**common, **row, "agreed-1": "on"}, follow=True)

    assert "Từ 7 tuổi, em cũng phải đồng ý." in wrong
    assert 'value="Trần Thị Mẹ"' in wrong
    assert "Đánh dấu ít nhất một em." in nobody
    assert "Ghi tên người đồng ý." in nameless
    assert "Chọn ít nhất một việc." in useless
    assert "Đã ghi đồng ý cho 1 em." in done.content.decode()
    assert Consent.objects.count() == 2
    initial = client.get(consents).context["form"].initial
    assert [initial[f"take-{place}"] for place in (1, 2, 3)] == [False, True, True]


def test_a_consent_is_withdrawn_and_the_receiver_told(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    withdrawal = door("withdraw", opened.pk, 2)
    assert "không có gì để rút" in client.get(withdrawal).content.decode()
    agree(opened, cast)
    give(opened, cast)

    client.post(withdrawal, {"uses": ["list"], "on": "1/11/2026"})

    page = client.get(opened.get_absolute_url()).content.decode()
    assert "Em số 2 rút đồng ý sau khi giao" in page
    assert "1 em đã ra khỏi danh sách: rút đồng ý." in page
    register = client.get(door("register")).content.decode()
    assert "1 em rút đồng ý sau khi giao mà chưa báo bên nhận xóa." in register
    client.post(door("handover_told", Handed.objects.to_ask_back().get().pk))
    assert "sau khi giao" not in client.get(opened.get_absolute_url()).content.decode()


def test_a_list_is_given_to_the_partner_abroad(
    client: Client, cast: SimpleNamespace, opened: ChildList, today: date
) -> None:
    agree(opened, cast, uses=["list"])
    agree(opened, cast, (1, 2), ["abroad"])
    handover = door("handover", opened.pk)
    page = client.get(handover)
    assert page.context["left_out"] == 1
    assert page.context["form"].initial["country"] == "LA"
    facts = {"recipient": "Tỉnh đoàn Mường Xa", "country": "LA", "channel": "mail",
             "basis": "Thư mời số 12", "on": f"{today:%d/%m/%Y}"}  # fmt: skip
    keys = list(opened.children.values_list("pk", flat=True))

    refused = client.post(handover, {**facts, "children": keys}).content.decode()
    done = client.post(handover, {**facts, "children": keys[:2]}, follow=True).content.decode()

    assert "Em số 3 chưa đồng ý: Gửi danh sách cho bên nước ngoài." in refused
    assert "Tỉnh đoàn Mường Xa, Lào" in done
    assert "Chuyển ra nước ngoài." in done
    assert Handover.objects.get().number == 2


def test_an_export_says_what_for_and_until_when_and_is_entered(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    answer = client.post(door("names_export", opened.pk))

    lines = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert lines[0][0] == f"Chỉ dùng cho: {opened}"
    day = f"{opened.erase_on.day}/{opened.erase_on.month}/{opened.erase_on.year}"
    assert day in lines[1][0]
    assert "Lan tải xuống" in lines[2][0]
    assert lines[4] == ("STT", "Họ tên", "Năm sinh", "Đơn vị, lớp")
    assert [line[1] for line in lines[5:]] == list(NAMES)
    assert list(Opening.objects.values_list("act", "why")) == [
        ("exported", "enter"),
        ("opened", "enter"),
    ]


def test_a_paper_is_kept_looked_at_and_let_go(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    attach = door("paper_attach", opened.pk, 1)
    assert "Chọn ít nhất một tệp." in client.post(attach).content.decode()
    bad = client.post(attach, {"file": SimpleUploadedFile("a.exe", b"MZ")}).content.decode()
    assert "không phải PDF" in bad
    client.post(attach, {"file": SimpleUploadedFile(f"{NAMES[0]}.pdf", b"%PDF-1.7 ...")})

    page = client.get(door("names", opened.pk))
    [paper] = page.context["rows"][0].papers
    seen = client.get(door("paper", opened.pk, paper.pk))
    client.post(door("paper_remove", opened.pk, paper.pk))

    assert b"".join(seen.streaming_content) == b"%PDF-1.7 ..."
    assert f'filename="{paper.name}"' in seen.headers["Content-Disposition"]
    assert Opening.objects.filter(act="file").count() == 1
    assert client.get(door("names", opened.pk)).context["rows"][0].papers == []


def test_a_list_is_erased_by_hand_and_then_only_numbers_stay(
    client: Client, cast: SimpleNamespace, opened: ChildList, today: date
) -> None:
    client.post(door("erase_day", opened.pk), {"erase_on": f"{today:%d/%m/%Y}", "why": "đã về"})
    client.post(door("erase", opened.pk))

    page = client.get(opened.get_absolute_url()).content.decode()
    assert "Đã xóa tên 3 em ngày" in page
    assert "đã về" in page
    assert client.get(door("names", opened.pk)).status_code == 404
    assert client.get(door("open", opened.pk)).status_code == 404


def test_an_overdue_list_says_so(client: Client, cast: SimpleNamespace, opened: ChildList) -> None:
    ChildList.objects.update(erase_on=date(2026, 1, 1))

    assert (
        "Đã quá ngày xóa mà tên vẫn còn." in client.get(opened.get_absolute_url()).content.decode()
    )
    rows = client.get(door("list"), {"state": "overdue"}).content.decode()
    assert "quá ngày xóa 1/1/2026" in rows


def test_a_changed_secret_key_is_told_in_words(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    opened.children.update(sealed="gAAAAABnot-ours")

    answer = client.get(door("names", opened.pk), follow=True)

    assert "Khóa bí mật đã đổi" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 2),
        ({"state": "holding"}, 1),
        ({"state": "erased"}, 1),
        ({"purpose": "travel"}, 2),
        ({"purpose": "border"}, 0),
        ({"q": "hoi dam"}, 2),
        ({"year": "2021"}, 0),
    ],
)
def test_lists_are_searched_and_filtered(
    client: Client,
    cast: SimpleNamespace,
    opened: ChildList,
    asked: dict[str, str],
    number: int,
) -> None:
    other = make_child_list(make_exchange(cast.friend, cast.east), cast.east, *NAMES, by=cast.lan)
    erase(other, by=cast.lan)

    assert client.get(door("list"), asked).context["listing"].total == number


@pytest.mark.parametrize(
    ("asked", "number"),
    [({}, 1), ({"year": "2020"}, 0), ({"abroad": "out"}, 1), ({"abroad": "home"}, 0),
     ({"q": "muong xa"}, 1), ({"year": "nonsense"}, 1)],
)  # fmt: skip
def test_the_register_is_of_a_year(
    client: Client, cast: SimpleNamespace, opened: ChildList, asked: dict[str, str], number: int
) -> None:
    agree(opened, cast)
    give(opened, cast)

    assert client.get(door("register"), asked).context["listing"].total == number


def test_registers_are_exported_without_names(
    client: Client, cast: SimpleNamespace, opened: ChildList
) -> None:
    agree(opened, cast)
    give(opened, cast)
    erase(opened, by=cast.lan)

    lists = client.get(door("list"), {"export": "csv"}).content.decode("utf-8-sig").splitlines()
    given = client.get(door("register"), {"export": "xlsx"}).content

    assert lists[1].startswith("Hội đàm,Danh sách đi đoàn,Đoàn xã Đông Hà,3,")
    rows = list(load_workbook(io.BytesIO(given)).active.values)
    assert rows[1][1:3] == ("Tỉnh đoàn Mường Xa", "Lào")
    assert rows[1][5:9] == (3, "họ tên, năm sinh, đơn vị, lớp", "Bản giấy trao tay", "có")


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("list", 7),
        ("register", 11),
        ("detail", 20),
        ("names", 10),
        ("consents", 10),
        ("handover", 15),
    ],
)
def test_three_children_cost_as_many_questions_as_one(
    client: Client, cast: SimpleNamespace, keeper: None, visit: Exchange, name: str, number: int
) -> None:
    client.force_login(cast.lan)
    made = make_child_list(visit, cast.east, NAMES[0], by=cast.lan)
    open_list(made, why="enter", by=cast.lan)
    agree(made, cast, (1,))
    give(made, cast)
    address = door(name) if name in {"list", "register"} else door(name, made.pk)
    one = questions(client, address)

    add_children(made, children=[Particulars(n, "2015") for n in NAMES[1:]], by=cast.lan)
    agree(made, cast)
    give(made, cast)
    other = make_exchange(cast.friend, cast.east, on=date(2025, 1, 1))
    make_child_list(other, cast.east, *NAMES, by=cast.lan)

    assert (one, questions(client, address)) == (number, number)


def test_withdrawing_twice_tells_why_not(
    client: Client, cast: SimpleNamespace, opened: ChildList, today: date
) -> None:
    agree(opened, cast, (1,), ["publish"])
    withdraw(opened.children.get(place=1), uses=["publish"], on=today, by=cast.lan)

    page = client.post(door("withdraw", opened.pk, 1), {"uses": ["publish"], "on": "1/11/2026"})

    assert "không có gì để rút" in page.content.decode()
