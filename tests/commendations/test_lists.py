"""The register as a list, its export, its pages; as many questions for three lines as for one."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.commendations.operations import record_count
from tests.commendations.making import make_award, make_decision, to_person, to_unit


@pytest.fixture
def register(cast: SimpleNamespace) -> None:
    make_decision(
        cast.province,
        to_unit(cast.east),
        to_person("Lê Thị Bình", title="Bí thư", of=cast.west),
        number="1-QĐ/TĐTN",
        reason="Hiến máu tình nguyện",
        campaign="Xuân hồng 2026",
        takes_numbers=True,
    )
    old = make_award(cast.province, cast.west, on=date(2025, 5, 5))
    old.revoke(on=date(2025, 6, 1), why="Kê khai gian dối", by=cast.quan)
    record_count(
        keeper=cast.east,
        kind="collective",
        number=12,
        on=date(2021, 7, 15),
        givers=[cast.centre, cast.province],
        by=None,
    )
    make_award(cast.elsewhere, cast.elsewhere)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, ["Đoàn xã Đông Hà", "Lê Thị Bình", "Đoàn xã Tây Hà", "12 tập thể"]),
        ({"q": "dong ha"}, ["Đoàn xã Đông Hà"]),
        ({"q": "hien mau binh"}, ["Lê Thị Bình"]),
        ({"q": "1-qd"}, ["Đoàn xã Đông Hà", "Lê Thị Bình"]),
        ({"year": "2025"}, ["Đoàn xã Tây Hà"]),
        ({"kind": "person"}, ["Lê Thị Bình"]),
        ({"tier": "central"}, ["12 tập thể"]),
        ({"tier": "upper_base"}, []),
        ({"unit": "tay ha"}, ["Lê Thị Bình", "Đoàn xã Tây Hà"]),
        ({"campaign": "xuan hong"}, ["Đoàn xã Đông Hà", "Lê Thị Bình"]),
        ({"agreement": "ket nghia"}, []),
        ({"state": "revoked"}, ["Đoàn xã Tây Hà"]),
        ({"state": "count"}, ["12 tập thể"]),
        ({"state": "standing", "year": "2025"}, []),
        ({"sort": "-on"}, ["12 tập thể", "Đoàn xã Tây Hà", "Đoàn xã Đông Hà", "Lê Thị Bình"]),
    ],
)
def test_lines_are_searched_filtered_and_sorted(
    client: Client, cast: SimpleNamespace, register: None, asked: dict[str, str], told: list[str]
) -> None:
    client.force_login(cast.minh)

    listing = client.get(reverse("commendations:list"), asked).context["listing"]

    assert [award.told for award in listing.rows] == told


def test_what_is_shown_is_what_is_exported(
    client: Client, cast: SimpleNamespace, register: None
) -> None:
    client.force_login(cast.minh)

    answer = client.get(reverse("commendations:list"), {"export": "xlsx"})

    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0][:4] == ("Được khen", "Chức vụ, đơn vị", "Hình thức", "Nơi khen")
    assert [(row[0], row[2], row[5], row[7]) for row in rows[1:]] == [
        ("Đoàn xã Đông Hà", "Giấy khen cấp tỉnh", "1-QĐ/TĐTN", "1"),
        ("Lê Thị Bình", "Giấy khen cấp tỉnh", "1-QĐ/TĐTN", "2"),
        ("Đoàn xã Tây Hà", "Giấy khen cấp tỉnh", None, None),
        ("12 tập thể", "chưa tách hình thức", None, None),
    ]
    assert rows[4][3] == "Trung ương Đoàn, Tỉnh đoàn Đông Sơn"


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("name", "number"),
    [("list", 11), ("decision", 12), ("decision_paper", 10), ("for_unit", 9), ("honours", 6)],
)
def test_three_lines_cost_as_many_questions_as_one(
    client: Client, cast: SimpleNamespace, name: str, number: int
) -> None:
    client.force_login(cast.minh)
    decision = make_decision(cast.province, to_unit(cast.east), number="1-QĐ/TĐTN")
    keys = {"for_unit": [cast.east.pk], "list": [], "honours": []}
    address = reverse(f"commendations:{name}", args=keys.get(name, [decision.pk]))
    one = questions(client, address)

    make_decision(cast.province, to_unit(cast.east), to_unit(cast.west), number="2-QĐ/TĐTN")
    for place in range(2):
        make_decision(cast.elsewhere, to_unit(cast.east), number=f"{place}-QĐ/NH")

    assert (one, questions(client, address)) == (number, number)


def test_a_decision_is_recorded_after_a_look_at_who_is_meant(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    address = reverse("commendations:record")
    facts = {
        "keeper": cast.province.pk,
        "unit": cast.province.pk,
        "honour": client.get(address).context["form"].fields["honour"].queryset.get(
            code="provincial-giay-khen"
        ).pk,
        "number": "7-QĐ/TĐTN",
        "decided_on": "20/3/2026",
        "units": "1. Đoàn xã Đông Hà\n2. Chi đoàn Chợ",
        "persons": "Lê Thị Bình, Bí thư Đoàn xã Tây Hà",
        "signer": "Trần Văn Cường",
        "signer_title": "Bí thư Tỉnh đoàn",
        "money_person": "300 nghìn",
        "takes_numbers": "on",
    }  # fmt: skip

    look = client.post(address, facts)
    page = look.content.decode()
    assert "Đọc được 3 dòng" in page
    assert "không thấy trong danh mục" in page
    seen = look.context["form"].digest
    changed = client.post(address, facts | {"units": "Đoàn xã Tây Hà", "seen": seen})
    assert "Đọc được 2 dòng" in changed.content.decode()
    answer = client.post(address, facts | {"seen": seen})

    page = client.get(answer["Location"]).content.decode()
    assert "Quyết định số 7-QĐ/TĐTN, 20/3/2026" in page
    assert "2 tập thể, 1 cá nhân" in page
    paper = client.get(f"{answer['Location']}in/").content.decode()
    assert "Giấy khen của Ban Chấp hành Tỉnh đoàn Đông Sơn" in paper
    assert "(Kèm theo Quyết định số 7-QĐ/TĐTN, ngày 20 tháng 3 năm 2026" in paper


def test_nothing_typed_is_lost_when_something_is_refused(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)

    page = client.post(
        reverse("commendations:record"),
        {"units": "Đoàn xã Đông Hà", "decided_on": "31/2/2026", "reason": "Hiến máu"},
    ).content.decode()

    assert "Tháng 2 không có ngày 31" in page
    assert "Đoàn xã Đông Hà</textarea>" in page
    assert "Hiến máu</textarea>" in page


def test_a_number_is_recorded_as_told_and_named_later(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.minh)
    answer = client.post(
        reverse("commendations:count_record"),
        {
            "keeper": cast.province.pk,
            "kind": "collective",
            "told": "trên 20",
            "on": "15/7/2026",
            "first_giver": cast.centre.pk,
            "second_giver": cast.province.pk,
        },
    )
    page = client.get(answer["Location"]).content.decode()
    assert "trên 20 tập thể" in page
    assert "Chưa tách theo cấp." in page

    address = f"{answer['Location']}ghi-ten/"
    look = client.post(address, {"units": "Đoàn xã Đông Hà"})
    client.post(address, {"units": "Đoàn xã Đông Hà", "seen": look.context["form"].digest})

    page = " ".join(client.get(answer["Location"]).content.decode().split())
    assert "Đã biết 1 tên, còn 19 chưa rõ." in page


def test_a_near_name_is_shown_before_a_medal_is_written(
    client: Client, cast: SimpleNamespace
) -> None:
    from tests.commendations.making import honour  # noqa: PLC0415

    make_decision(cast.centre, to_person("Nguyễn Văn An"), given=honour("medal"))
    client.force_login(cast.minh)

    page = client.post(
        reverse("commendations:record"),
        {
            "keeper": cast.province.pk,
            "unit": cast.centre.pk,
            "honour": honour("medal").pk,
            "decided_on": "1/4/2026",
            "persons": "Nguyễn Van Anh",
        },
    ).content.decode()

    assert "tên gần giống người đã được tặng" in page
