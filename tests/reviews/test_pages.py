"""The pages of reviews: what they say, what they let a person do, what is counted of queries."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from ketnghia.activities.models import Indicator
from ketnghia.activities.operations import Line as FigureLine
from ketnghia.activities.operations import correct_figure
from ketnghia.amounts.bounds import Bound
from ketnghia.reviews.models import Report, Round, Snapshot
from ketnghia.reviews.operations import (
    Question,
    correct_number,
    plan_number,
    reopen,
    submit,
)
from ketnghia.units.models import Level, Seat
from tests.making import (
    make_activity,
    make_figures,
    make_indicator,
    make_round,
    make_seat,
    make_unit,
    make_user,
)

MAY = date(2024, 5, 1)


@pytest.fixture
def gifts(db: None) -> Indicator:
    return make_indicator()


@pytest.fixture
def made(cast: SimpleNamespace, gifts: Indicator) -> Round:
    """A province's round; the commune in the east gave 1.900 gifts and asks no more."""
    make_figures(make_activity(cast.east, on=MAY), (gifts, 1900))
    return make_round(cast.province, gifts, depth=1, questions=(Question("Khó khăn gì?"),))


def of(made: Round, unit: object) -> Report:
    return Report.objects.with_units().get(round=made, unit=unit)


def text(client: Client, address: str) -> str:
    """What a person reads on a page, in one line."""
    response = client.get(address, follow=True)
    assert response.status_code == 200
    page = re.sub(r"(?s)<(script|style|svg|nav|head).*?</\1>", " ", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split()).replace(" ,", ",").replace(" .", ".")


def report_page(client: Client, report: Report) -> str:
    return text(client, report.get_absolute_url())


def test_the_upper_page_says_who_has_handed_in(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    submit(of(made, cast.east), by=cast.quan)
    client.force_login(cast.minh)

    shown = report_page(client, of(made, cast.province))

    assert "1 trong 2 đơn vị đã nộp, trong đó 1 nộp muộn. Còn thiếu 1." in shown
    assert "Đoàn xã Tây Hà, chưa nộp" in shown
    assert re.search(r"Đoàn xã Đông Hà, muộn \d+ ngày", shown)
    assert "Suất quà – 1.900 1.900 suất 1 đơn vị" in shown


def test_a_unit_that_left_it_blank_is_named(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    for unit in (cast.east, cast.west):
        submit(of(made, unit), by=cast.quan)
    client.force_login(cast.minh)

    assert "1.900 suất Đoàn xã Tây Hà chưa ghi" in report_page(client, of(made, cast.province))


def test_the_whole_way_from_opening_to_lock(
    client: Client, cast: SimpleNamespace, gifts: Indicator
) -> None:
    client.force_login(cast.quan)
    typed = {
        "unit": cast.province.pk,
        "kind": "half",
        "title": "Sơ kết thử",
        "first": "1/1/2024",
        "last": "30/6/2024",
        "due_on": "10/7/2024",
        "depth": "1",
        "earlier": "3",
        "questions": "Khó khăn gì?\nĐề nghị gì?",
    }
    response = client.post(reverse("reviews:open"), typed)
    made = Round.objects.get(title="Sơ kết thử")
    assert response["Location"] == made.get_absolute_url()
    assert [inquiry.text for inquiry in made.inquiries.all()] == ["Khó khăn gì?", "Đề nghị gì?"]
    assert {one.indicator for one in made.asked.all()} == {gifts}

    east, top = of(made, cast.east), of(made, cast.province)
    for report in (east, top):
        client.post(reverse("reviews:submit", args=[report.pk]), {"on": ""})
        if report == east:
            client.post(reverse("reviews:send_back", args=[east.pk]), {"remark": "Thiếu"})
            client.post(reverse("reviews:submit", args=[east.pk]), {"on": ""})
            client.post(reverse("reviews:accept", args=[east.pk]))
    client.post(reverse("reviews:lock", args=[top.pk]))

    states = dict(made.reports.values_list("unit__name", "state"))
    assert states == {
        "Tỉnh đoàn Đông Sơn": "locked",
        "Đoàn xã Đông Hà": "locked",
        "Đoàn xã Tây Hà": "open",
    }


def test_an_officer_writes_but_does_not_hand_in(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    client.force_login(cast.lan)

    shown = client.get(of(made, cast.east).get_absolute_url()).content.decode()

    assert reverse("reviews:words", args=[of(made, cast.east).pk]) in shown
    assert reverse("reviews:submit", args=[of(made, cast.east).pk]) not in shown


def test_a_correction_stands_beside_the_computed_number(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    east = of(made, cast.east)
    client.force_login(cast.lan)
    address = reverse("reviews:line_correct", args=[east.pk, gifts.pk])

    refused = client.post(address, {"answer": "number", "value": "trên 2.000", "reason": ""})
    assert "Ô này chưa điền." in refused.content.decode()
    client.post(address, {"answer": "number", "value": "trên 2.000", "reason": "Đếm lại"})

    shown = report_page(client, east)
    assert "Đã sửa; tính ra là 1.900 suất. Lý do: Đếm lại" in shown
    assert "trên 2.000 suất" in shown


@pytest.mark.parametrize(("answer", "words"), [("zero", "0 suất"), ("unknown", "không rõ số suất")])
def test_zero_and_unknown_are_said_as_such(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator, answer: str, words: str
) -> None:
    east = of(made, cast.east)
    client.force_login(cast.lan)

    client.post(
        reverse("reviews:line_correct", args=[east.pk, gifts.pk]),
        {"answer": answer, "reason": "Không ghi sổ"},
    )

    assert f"Lý do: Không ghi sổ {words}" in report_page(client, east)


def test_percent_of_a_plan_has_no_cap(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    east = of(made, cast.east)
    client.force_login(cast.lan)
    assert "Kế hoạch" not in report_page(client, east)

    client.post(reverse("reviews:line_plan", args=[east.pk, gifts.pk]), {"plan": "100"})

    assert "1.900 suất 100 1.900 %" in report_page(client, east)


def test_a_number_opens_down_to_its_sentence(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    figure = gifts.figures.get()
    figure.said = "tặng 1.900 suất quà cho các em"
    figure.save()
    east, top = of(made, cast.east), of(made, cast.province)
    submit(east, by=cast.quan)
    client.force_login(cast.minh)

    above = text(client, reverse("reviews:line", args=[top.pk, gifts.pk]))
    rows = client.get(
        reverse("reviews:line", args=[east.pk, gifts.pk]), headers={"HX-Request": "true"}
    )

    assert "Đoàn xã Đông Hà 1.900 suất" in above
    assert "<q>tặng 1.900 suất quà cho các em</q>" in rows.content.decode()
    assert "<html" not in rows.content.decode()


def test_a_source_that_moved_is_said_on_the_frozen_line(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    east = of(made, cast.east)
    submit(east, by=cast.quan)
    correct_figure(
        gifts.figures.get(),
        FigureLine("quà", Decimal(20), "suất", bound=Bound.OVER, indicator=gifts),
    )
    client.force_login(cast.lan)

    shown = report_page(client, east)

    assert "1 số gốc đã đổi sau khi nộp" in shown
    assert "Số liệu gốc đã đổi từ 1.900 suất thành trên 20 suất." in shown


def test_a_report_above_is_marked_when_one_below_is_reopened(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    east, top = of(made, cast.east), of(made, cast.province)
    submit(east, by=cast.quan)
    submit(top, by=cast.quan)
    client.force_login(cast.minh)
    asked = text(client, reverse("reviews:reopen", args=[east.pk]))
    assert "được đánh dấu: Tỉnh đoàn Đông Sơn" in asked

    reopen(east, remark="Ghi nhầm", by=cast.minh)

    assert "Báo cáo bên dưới đã thay đổi" in report_page(client, top)


def test_the_code_is_checked_and_says_whether_it_is_the_last(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    east = of(made, cast.east)
    first = submit(east, by=cast.quan)
    client.force_login(cast.lan)
    page = reverse("reviews:check_code")
    assert "là bản đang có hiệu lực" in text(client, f"{page}?ma={first.told.lower()}")

    reopen(east, remark="Sửa", by=cast.minh)
    make_figures(make_activity(cast.east, on=MAY), (gifts, 5))
    second = submit(of(made, cast.east), by=cast.quan)

    assert second.code != first.code
    assert "đã được thay" in text(client, f"{page}?ma={first.code}")
    Snapshot.objects.filter(pk=second.pk).update(content={"lines": []})
    assert "khác với mã" in text(client, f"{page}?ma={second.code}")
    client.force_login(cast.stranger)
    assert "Không có báo cáo nào mang mã này" in text(client, f"{page}?ma={second.code}")


def test_the_same_content_handed_in_again_keeps_its_code(
    cast: SimpleNamespace, made: Round
) -> None:
    east = of(made, cast.east)
    first = submit(east, by=cast.quan)
    reopen(east, remark="Xem lại", by=cast.minh)

    assert submit(of(made, cast.east), by=cast.quan).code == first.code


def test_the_appendix_is_a_table_of_numbers(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    money = make_indicator("Kinh phí", measure="triệu đồng", nature="money")
    made.asked.create(indicator=money)
    make_figures(make_activity(cast.east, on=MAY), (money, 40_000_000))
    east = of(made, cast.east)
    plan_number(east, gifts, plan=Decimal(1000))
    correct_number(
        east, money, value=Decimal(100_000_000), bound="over", reason="=1+1", by=cast.lan
    )
    client.force_login(cast.lan)

    response = client.get(reverse("reviews:export", args=[east.pk]))

    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "%", "Ghi chú"]
    told = [row for row in rows if isinstance(row[0], int)]
    assert told == [
        [1, "Suất quà", "suất", 1000, 1900, "190", None],
        [2, "Kinh phí", "triệu đồng", None, "trên 100", None, "Đã sửa: =1+1"],
    ]


def test_a_reminder_is_written_shown_mailed_and_not_sent_twice_a_day(
    client: Client,
    cast: SimpleNamespace,
    gifts: Indicator,
    django_capture_on_commit_callbacks: object,
) -> None:
    made = make_round(
        cast.province, gifts, first=date(2026, 1, 1), last=date(2026, 12, 31),
        due_on=date.today(), depth=1,  # noqa: DTZ011 - due today, whenever it runs
    )  # fmt: skip
    leader = make_user("bi-thu-tay")
    make_seat(leader, cast.west, Seat.Role.LEADER)
    client.force_login(cast.minh)
    address = reverse("reviews:remind", args=[of(made, cast.province).pk])

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        client.post(address, {"words": "Gửi trước 17 giờ"})
    again = client.post(address, {"words": ""})

    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "bi-thu-tay@example.vn",
        "lan@example.vn",
    ]
    assert "Gửi trước 17 giờ" in mail.outbox[0].body
    assert "Hôm nay đã nhắc rồi" in again.content.decode()
    client.force_login(cast.lan)
    assert "Gửi trước 17 giờ" in text(client, reverse("overview:home"))


def test_home_tells_what_is_sent_back_and_what_waits_to_be_judged(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    east = of(made, cast.east)
    submit(east, by=cast.quan)
    client.force_login(cast.minh)
    assert "1 báo cáo chờ duyệt: Đoàn xã Đông Hà." in text(client, reverse("overview:home"))

    client.post(reverse("reviews:send_back", args=[east.pk]), {"remark": "Thiếu ảnh"})

    client.force_login(cast.lan)
    assert "Cấp trên trả lại: Thiếu ảnh" in text(client, reverse("overview:home"))


def test_a_level_opens_for_the_one_below_it(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    east = of(made, cast.east)
    client.force_login(cast.lan)
    address = reverse("reviews:open_below", args=[east.pk])

    late = client.post(address, {"due_on": "1/8/2024", "depth": "1", "earlier": "0"})
    assert "Hạn của cấp dưới phải trước" in late.content.decode()
    client.post(address, {"due_on": "5/7/2024", "depth": "1", "earlier": "0"})

    assert of(made, base).parent == east


def test_what_a_round_asks_can_be_changed_until_somebody_handed_it_in(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    trees = make_indicator("Cây xanh")
    client.force_login(cast.minh)
    client.post(reverse("reviews:asked_add", args=[made.pk]), {"indicator": trees.pk})
    asked = made.asked.get(indicator=trees)
    client.post(reverse("reviews:asked_edit", args=[asked.pk]), {"levels": ["provincial"]})
    assert "Cây xanh" not in report_page(client, of(made, cast.east))

    submit(of(made, cast.east), by=cast.quan)
    client.post(reverse("reviews:asked_remove", args=[made.asked.get(indicator=gifts).pk]))
    client.post(reverse("reviews:asked_remove", args=[asked.pk]))

    assert [one.indicator for one in made.asked.all()] == [gifts]


def test_a_moved_due_day_moves_for_who_has_not_handed_in(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    submit(of(made, cast.east), by=cast.quan)
    client.force_login(cast.minh)

    client.post(
        reverse("reviews:round_edit", args=[made.pk]), {"title": "Sơ kết", "due_on": "20/7/2024"}
    )

    days = {report.unit: report.due_on for report in made.reports.all()}
    assert days[cast.east] == date(2024, 7, 10)
    assert days[cast.west] == date(2024, 7, 20)


def test_questions_in_words_are_answered_on_the_report(
    client: Client, cast: SimpleNamespace, made: Round
) -> None:
    east = of(made, cast.east)
    client.force_login(cast.lan)
    inquiry = made.inquiries.get()

    client.post(reverse("reviews:reply", args=[east.pk, inquiry.pk]), {"text": "Thiếu người"})

    assert "Khó khăn gì? Thiếu người" in report_page(client, east)


def test_units_are_compared_and_sorted(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    make_figures(make_activity(cast.west, on=MAY), (gifts, 2500))
    for unit in (cast.east, cast.west):
        submit(of(made, unit), by=cast.quan)
    client.force_login(cast.minh)
    address = reverse("reviews:compare", args=[of(made, cast.province).pk])

    greatest, by_name = text(client, address), text(client, f"{address}?xep=name")

    assert greatest.index("Tây Hà") < greatest.index("Đông Hà")
    assert by_name.index("Đông Hà") < by_name.index("Tây Hà") or "Tây Hà" in by_name
    assert "cộng lại 4.400 suất." in greatest


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_and_a_report_cost_the_same_queries_whatever_they_hold(
    client: Client, cast: SimpleNamespace, gifts: Indicator, number: int
) -> None:
    for place in range(number):
        unit = make_unit(f"Đoàn xã Mới {place}", level=Level.UPPER_BASE, parent=cast.province)
        make_figures(make_activity(unit, on=MAY), (gifts, 5))
    rounds = [make_round(cast.province, gifts, depth=1) for _ in range(number)]
    top = of(rounds[0], cast.province)
    for report in rounds[0].reports.exclude(pk=top.pk)[:number]:
        submit(Report.objects.with_units().get(pk=report.pk), by=cast.quan)
    client.force_login(cast.minh)
    addresses = {
        "list": reverse("reviews:list"),
        "report": top.get_absolute_url(),
        "compare": reverse("reviews:compare", args=[top.pk]),
        "round": rounds[0].get_absolute_url(),
    }

    asked = {}
    for name, address in addresses.items():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked[name] = len(queries)

    assert asked == {"list": 14, "report": 29, "compare": 11, "round": 10}


def test_history_tells_who_corrected_what(
    client: Client, cast: SimpleNamespace, made: Round, gifts: Indicator
) -> None:
    east = of(made, cast.east)
    client.force_login(cast.lan)
    client.post(
        reverse("reviews:line_correct", args=[east.pk, gifts.pk]),
        {"answer": "number", "value": "2.000", "reason": "Đếm lại theo sổ"},
    )

    shown = text(client, reverse("journal:record", args=["reviews", "report", east.pk]))

    assert "Lan ghi “dòng số liệu”" in shown
