from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.activities.models import Campaign
from ketnghia.agenda import gathering
from ketnghia.exchanges.models import Exchange
from ketnghia.units.models import Unit
from ketnghia.units.operations import succeed
from tests.making import make_activity, make_agreement, make_exchange, make_unit

Fill = Callable[[Unit], Exchange]
DECEMBER = {"month": "2026-12"}


def shown(client: Client, **asked: str) -> dict[str, list[str]]:
    """What the month of December tells, by source."""
    sheet = client.get(reverse("agenda:month"), {**DECEMBER, **asked}).context["sheet"]
    told: dict[str, list[str]] = {}
    for entry in sheet.entries:
        told.setdefault(entry.source, []).append(entry.title)
    return told


def test_a_month_tells_every_kind_of_work(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    busy(cast.east)
    client.force_login(cast.lan)

    assert shown(client) == {
        "giao-luu": ["Hội đàm"],
        "chuan-bi": ["Thư mời"],
        "so-ket": ["Nộp Sơ kết 6 tháng đầu năm 2024"],
        "viec-sau-chuyen": ["Gửi ảnh"],
        "hoat-dong": ["Tặng quà"],
        "viec": ["Mỗi năm gặp nhau"],
        "het-han": ["Hết hạn Chương trình phối hợp"],
    }


@pytest.mark.parametrize(
    ("who", "asked", "number"),
    [
        ("lan", {}, 7),  # her own unit
        ("minh", {}, 0),  # the province itself has nothing
        ("minh", {"reach": "below"}, 7),
        ("minh", {"unit": "east"}, 7),
        ("minh", {"unit": "west"}, 0),
        ("hoa", {"reach": "below"}, 7),
        ("stranger", {"reach": "below"}, 0),
        ("stranger", {"unit": "east"}, 0),  # outside: refused, and her own is shown
        ("lan", {"partner": "muong xa"}, 5),  # the activity has no partner
        ("lan", {"partner": "khong co"}, 0),
        ("lan", {"kind": "viec"}, 1),
        ("lan", {"kind": "giao-luu"}, 1),
    ],
)
def test_work_is_shown_by_unit_partner_and_kind(
    client: Client,
    cast: SimpleNamespace,
    busy: Fill,
    who: str,
    asked: dict[str, str],
    number: int,
) -> None:
    busy(cast.east)
    client.force_login(getattr(cast, who))
    if "unit" in asked:
        asked = {**asked, "unit": str(getattr(cast, asked["unit"]).pk)}

    assert sum(len(titles) for titles in shown(client, **asked).values()) == number


def test_a_unit_outside_is_refused_in_words(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.stranger)

    answer = client.get(reverse("agenda:month"), {"unit": cast.east.pk})

    assert "Đơn vị này ngoài phạm vi của đồng chí." in answer.content.decode()


def test_units_stand_under_the_name_of_the_day(client: Client, cast: SimpleNamespace) -> None:
    make_exchange(cast.east, cast.friend, on=date(2026, 1, 5))
    heir = make_unit("Đoàn phường Đông Hà mới", parent=cast.province)
    succeed(
        kind="merged",
        on=date(2026, 2, 1),
        legal_basis="QĐ 1",
        predecessors=[cast.east, cast.west],
        successors=[heir],
    )
    client.force_login(cast.minh)

    asked = {"unit": str(heir.pk), "month": "2026-01"}
    [entry] = client.get(reverse("agenda:month"), asked).context["sheet"].entries

    assert entry.sides == "Đoàn xã Đông Hà – Tỉnh đoàn Mường Xa"


def test_today_has_its_word_and_days_fold(client: Client, cast: SimpleNamespace) -> None:
    for _ in range(6):
        make_activity(cast.east, on=date(2026, 12, 9))
    client.force_login(cast.lan)

    answer = client.get(reverse("agenda:month"))

    page = answer.content.decode()
    cells = {d.on: d for week in answer.context["sheet"].weeks for d in week.days}
    assert (len(cells[date(2026, 12, 9)].entries), cells[date(2026, 12, 9)].hidden) == (3, 3)
    assert "và 3 việc nữa" in page
    assert "<b>hôm nay</b>" in page
    assert f"{reverse('agenda:week')}?day=2026-12-09#ngay-2026-12-09" in page


def test_a_stay_is_one_bar_over_its_days(client: Client, cast: SimpleNamespace, busy: Fill) -> None:
    busy(cast.east)
    client.force_login(cast.lan)

    weeks = client.get(reverse("agenda:month"), DECEMBER).context["sheet"].weeks

    bars = [piece.bar for week in weeks for lane in week.lanes for piece in lane if piece.bar]
    assert [(bar.entry.title, bar.column, bar.width) for bar in bars] == [("Hội đàm", 3, 3)]


def test_a_crowded_month_tells_numbers_day_by_day(
    client: Client, cast: SimpleNamespace, busy: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy(cast.east)
    busy(cast.east)
    monkeypatch.setattr(gathering, "CROWDED", 3)
    client.force_login(cast.lan)

    answer = client.get(reverse("agenda:month"), DECEMBER)

    cells = {d.on: d for week in answer.context["sheet"].weeks for d in week.days}
    told = {on.day: [s.words for s in cell.sums] for on, cell in cells.items() if cell.sums}
    assert told == {
        10: ["2 cuộc giao lưu"],
        11: ["2 cuộc giao lưu"],
        12: ["2 cuộc giao lưu"],
        15: ["2 việc chuẩn bị"],
        18: ["2 báo cáo phải nộp"],
        19: ["2 việc sau chuyến"],
        20: ["2 hoạt động"],
        30: ["2 việc tới hạn", "2 văn bản hết hạn"],
    }
    assert [s.words for s in answer.context["sheet"].sums] == [
        "2 cuộc giao lưu",
        "2 hoạt động",
        "2 việc tới hạn",
        "2 văn bản hết hạn",
        "2 việc sau chuyến",
        "2 việc chuẩn bị",
        "2 báo cáo phải nộp",
    ]


def test_a_week_has_hours_and_says_which_day_it_is(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    busy(cast.east)
    client.force_login(cast.lan)

    answer = client.get(reverse("agenda:week"), {"day": "2026-12-11"})

    days = {day.on.day: day for day in answer.context["sheet"].days}
    assert list(days) == [7, 8, 9, 10, 11, 12, 13]
    assert [(e.hours, e.title) for e in days[10].entries] == [
        ("", "Hội đàm"),
        ("7h30–11h00", "Phiên hội đàm"),
    ]
    assert [(number, total) for _e, number, total in days[12].again] == [(3, 3)]
    assert "ngày 3 trong 3" in answer.content.decode()


def test_the_list_tells_what_comes_and_what_is_past_on_request(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    exchange = busy(cast.east)
    Exchange.objects.filter(pk=exchange.pk).update(begins_on=date(2026, 12, 8))
    make_activity(cast.east, on=date(2026, 11, 1))
    make_activity(cast.east, on=date(2026, 10, 1))
    client.force_login(cast.lan)

    coming = client.get(reverse("agenda:coming")).context["listing"]
    past = client.get(reverse("agenda:coming"), {"past": "1"}).context["listing"]
    one_day = client.get(reverse("agenda:coming"), {"day": "2026-12-30"}).context["listing"]

    assert [(d.on.day, [e.title for e in d.entries]) for d in coming.days] == [
        (9, ["Hội đàm"]),  # began yesterday, still goes on
        (15, ["Thư mời"]),
        (18, ["Nộp Sơ kết 6 tháng đầu năm 2024"]),
        (19, ["Gửi ảnh"]),
        (20, ["Tặng quà"]),
        (30, ["Mỗi năm gặp nhau", "Hết hạn Chương trình phối hợp"]),
    ]
    assert [d.on for d in past.days] == [date(2026, 11, 1), date(2026, 10, 1)]
    assert one_day.total == 2


def test_the_list_is_searched_paged_and_exported(
    client: Client, cast: SimpleNamespace, busy: Fill
) -> None:
    busy(cast.east)
    client.force_login(cast.lan)

    found = client.get(reverse("agenda:coming"), {"q": "tang qua"}).context["listing"]
    sheet = client.get(reverse("agenda:coming"), {"export": "xlsx"})

    assert [entry.title for entry in found.rows] == ["Tặng quà"]
    rows = list(load_workbook(io.BytesIO(sheet.content)).active.values)
    assert [row[2] for row in rows] == [
        "Việc",
        "Hội đàm",
        "Thư mời",
        "Nộp Sơ kết 6 tháng đầu năm 2024",
        "Gửi ảnh",
        "Tặng quà",
        "Mỗi năm gặp nhau",
        "Hết hạn Chương trình phối hợp",
    ]


def test_a_page_of_the_list_is_the_part_of_the_whole(client: Client, cast: SimpleNamespace) -> None:
    for day in range(10, 31):
        make_activity(cast.east, on=date(2026, 12, day))
        make_exchange(cast.east, cast.friend, on=date(2026, 12, day))
    client.force_login(cast.lan)
    listing = client.get(reverse("agenda:coming")).context["listing"]
    whole = [(entry.source, entry.first) for entry in listing.merged]

    pages = [listing.merged[start : start + 5] for start in range(0, 42, 5)]

    assert [(e.source, e.first) for page in pages for e in page] == whole
    assert whole == sorted(whole, key=lambda pair: pair[1])
    assert listing.total == 42


def test_an_empty_month_says_what_to_do_first(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.minh)

    page = client.get(reverse("agenda:month")).content.decode()

    assert "Tháng này chưa có việc nào trong lịch." in page
    assert "Ghi cuộc giao lưu" in page
    assert "Xem cả các đơn vị bên dưới" in page


def test_a_called_off_exchange_is_in_no_month_and_a_forgotten_one_is_red(
    client: Client, cast: SimpleNamespace
) -> None:
    off = make_exchange(cast.east, cast.friend, on=date(2026, 12, 20))
    off.cancel(why="Bão", by=cast.lan)
    forgotten = make_exchange(cast.east, cast.friend, on=date(2026, 12, 1))
    Exchange.objects.filter(pk=forgotten.pk).update(state="planned")
    client.force_login(cast.lan)

    [entry] = client.get(reverse("agenda:month"), DECEMBER).context["sheet"].entries

    assert (entry.key, entry.mark, entry.state) == (
        str(forgotten.pk),
        "late",
        "qua ngày, chưa ghi",
    )


def test_a_campaign_is_told_by_this_years_plan_else_as_is_usual(
    client: Client, cast: SimpleNamespace
) -> None:
    Campaign.objects.create(
        name="Tháng Thanh niên 2027",
        folded="thang thanh nien 2027",
        begins_on=date(2027, 3, 1),
        ends_on=date(2027, 3, 28),
    )
    client.force_login(cast.lan)

    told = {
        month: client.get(reverse("agenda:month"), {"month": month}).context["sheet"].waves
        for month in ("2027-01", "2027-03", "2027-09")
    }

    assert told == {
        "2027-01": [
            ("Tình nguyện mùa đông", "từ tháng 11 đến tháng 1"),
            ("Xuân tình nguyện", "từ cuối tháng 12 đến trước Tết"),
        ],
        "2027-03": [
            ("Tháng Thanh niên 2027", "1–28/3/2027"),
            ("Tháng ba biên giới", "tháng 3"),
        ],
        "2027-09": [],
    }


def test_days_off_and_days_kept_stand_quietly_under_the_day(
    client: Client, cast: SimpleNamespace
) -> None:
    make_agreement(cast.east, cast.friend)
    client.force_login(cast.lan)
    sheet = client.get(reverse("agenda:month"), DECEMBER).context["sheet"]
    assert sheet.kept_here == [
        (date(2026, 12, 2), ["Quốc khánh Lào"]),
        (date(2026, 12, 22), ["Ngày thành lập Quân đội"]),
    ]

    client.force_login(cast.stranger)
    alone = client.get(reverse("agenda:month"), DECEMBER).context["sheet"]

    assert alone.kept_here == [(date(2026, 12, 22), ["Ngày thành lập Quân đội"])]
    september = client.get(reverse("agenda:month"), {"month": "2026-09"}).context["sheet"]
    assert september.kept[date(2026, 9, 2)] == ["Quốc khánh (nghỉ)"]


QUESTIONS = {"agenda:month": 29, "agenda:week": 20, "agenda:coming": 33}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_same_for_one_and_three_of_each(
    client: Client, cast: SimpleNamespace, busy: Fill, name: str, number: int
) -> None:
    for _ in range(number):
        busy(cast.east)
    client.force_login(cast.lan)
    client.get(reverse(name))

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse(name), {"day": "2026-12-10"} if name == "agenda:week" else {})

    assert len(asked) == QUESTIONS[name]
