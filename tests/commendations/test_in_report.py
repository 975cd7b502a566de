"""A review tells the commendations of its days, and apart those handed over with it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ketnghia.commendations.in_report import InReport
from ketnghia.commendations.operations import record_count
from ketnghia.reviews.models import Report
from tests.commendations.making import make_award, make_decision, to_person
from tests.making import make_indicator, make_round


@pytest.fixture
def report(cast: SimpleNamespace) -> Report:
    """The province's report of the first half of 2024, handed in on 15/7."""
    made = make_round(cast.province, make_indicator()).reports.get(unit=cast.province)
    Report.objects.filter(pk=made.pk).update(submitted_on=date(2024, 7, 15))
    return Report.objects.get(pk=made.pk)


def test_days_of_the_period_and_the_conference_are_told_apart(
    cast: SimpleNamespace, report: Report
) -> None:
    make_award(cast.province, cast.east, on=date(2024, 3, 26))
    make_decision(cast.province, to_person("Lê Thị Bình", of=cast.west), on=date(2024, 6, 30))
    record_count(
        keeper=cast.east, kind="collective", number=12, bound="over", on=date(2024, 7, 15),
        givers=[cast.centre, cast.province], by=None,
    )  # fmt: skip
    make_award(cast.province, cast.west, on=date(2024, 8, 1))
    make_award(cast.elsewhere, cast.elsewhere, on=date(2024, 3, 26))

    told = InReport(report, cast.minh)

    assert told.lead == "Trong kỳ sổ khen thưởng ghi 1 tập thể, 1 cá nhân."
    assert told.later == "Sau kỳ, đến ngày nộp 15/7/2024, ghi thêm trên 12 tập thể."
    assert [award.told for award in told.first] == [
        "Lê Thị Bình",
        "Đoàn xã Đông Hà",
        "trên 12 tập thể",
    ]


def test_what_was_taken_back_is_not_told(cast: SimpleNamespace, report: Report) -> None:
    award = make_award(cast.province, cast.east, on=date(2024, 3, 26))
    award.revoke(on=date(2024, 5, 1), why="Kê khai gian dối", by=cast.quan)

    told = InReport(report, cast.minh)

    assert told.lead == "Trong kỳ sổ khen thưởng chưa ghi lượt khen nào."
    assert (told.later, told.first) == ("", [])


def test_the_page_of_a_report_holds_the_panel(
    client: Client, cast: SimpleNamespace, report: Report
) -> None:
    client.force_login(cast.minh)

    page = client.get(report.get_absolute_url()).content.decode()

    assert reverse("commendations:for_report", args=[report.pk]) in page


def test_three_lines_ask_as_often_as_one(
    client: Client, cast: SimpleNamespace, report: Report
) -> None:
    client.force_login(cast.minh)
    address = reverse("commendations:for_report", args=[report.pk])
    make_award(cast.province, cast.east, on=date(2024, 3, 1))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    asked()
    one = asked()
    make_award(cast.province, cast.west, on=date(2024, 3, 2))
    make_award(cast.province, cast.province, on=date(2024, 3, 3))

    assert asked() == one
