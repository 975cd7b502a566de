"""Drafting the words of a report, its next tasks, and their way into the next round's plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from ketnghia.activities.models import Indicator
from ketnghia.activities.operations import load_indicators
from ketnghia.activities.tallies import Tally
from ketnghia.agreements.models import Duty
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Aim, Heading, Report
from ketnghia.reviews.operations import (
    draft,
    keep_aim,
    plan_number,
    propose_aims,
    use_draft,
    write_aim,
    write_passage,
)
from ketnghia.reviews.wording import phrase, phrases, printed
from tests.making import (
    make_activity,
    make_agreement,
    make_commitment,
    make_figures,
    make_indicator,
    make_round,
)

MAY = date(2024, 5, 1)


def national(code: str) -> Indicator:
    return Indicator.objects.national().get(code=code)


@pytest.mark.parametrize(
    ("code", "amount", "words"),
    [
        ("15", Amount(Decimal(2)), "thực hiện 02 công trình thanh niên"),
        ("21", Amount(Decimal(1900)), "trao 1.900 suất quà"),
        ("21", Amount(Decimal(0)), "trao 0 suất quà"),
        ("35", Amount(Decimal("3.5")), "làm mới, sửa chữa 3,5 km đường giao thông nông thôn"),
        ("42b", Amount(Decimal(5)), "thu gom 5 tấn rác"),
        (
            "85",
            Amount(Decimal(100_000_000), Bound.OVER),
            "tổng kinh phí các hoạt động tình nguyện, an sinh trên 100 triệu đồng",
        ),
        ("75", Amount(Decimal("75.5"), Bound.NEARLY), "tỷ lệ tập hợp thanh niên đạt gần 75,5 %"),
    ],
)
def test_numbers_are_printed_as_papers_print_them(
    db: None, code: str, amount: Amount, words: str
) -> None:
    load_indicators()

    assert phrase(Tally(amount, 1), national(code)) == words


def test_every_national_indicator_is_said_in_its_own_words(db: None) -> None:
    load_indicators()
    asked = set(Indicator.objects.national().filter(under=None).values_list("code", flat=True))

    assert set(phrases()) == asked
    assert [said for said in phrases().values() if said.count("{n}") != 1] == []


def test_an_indicator_of_a_units_own_is_said_by_its_name(cast: SimpleNamespace) -> None:
    own = make_indicator("Vườn rau thanh niên", measure="vườn")
    own.owner = cast.east
    own.save()

    assert phrase(Tally(Amount(Decimal(3))), own) == "vườn rau thanh niên: 03 vườn"
    assert phrase(Tally(unknown=1), own) == "vườn rau thanh niên (có thực hiện, chưa có số)"
    assert phrase(Tally(), own) == ""
    assert printed(Amount(Decimal(12), Bound.ABOUT), own) == "khoảng 12"


@pytest.fixture
def east(cast: SimpleNamespace) -> Report:
    """A report with two gifts given and one project against a plan of four."""
    load_indicators()
    activity = make_activity(cast.east, on=MAY)
    make_figures(activity, (national("21"), 1900), (national("15"), 2))
    made = make_round(cast.province, national("21"), national("15"), depth=1)
    report = Report.objects.with_units().get(round=made, unit=cast.east)
    plan_number(report, national("21"), plan=Decimal(1000))
    plan_number(report, national("15"), plan=Decimal(4))
    return report


def words_of(report: Report, role: str) -> str:
    passages = report.passages.filter(heading__role=role)
    return " ".join(passage.words for passage in passages)


def test_each_section_is_drafted_from_its_numbers(east: Report) -> None:
    draft(east)

    results = words_of(east, Heading.Role.RESULTS)
    assert results == (
        "Thực hiện 02 công trình thanh niên; trao 1.900 suất quà. Nổi bật: Tặng quà."
    )
    assert words_of(east, Heading.Role.STRENGTHS) == (
        "01 trong 02 chỉ tiêu có kế hoạch đạt và vượt. "
        "Suất quà: 1.900 trên kế hoạch 1.000, đạt 190 %."
    )
    assert words_of(east, Heading.Role.LIMITS) == (
        "Công trình thanh niên: 02 trên kế hoạch 04, đạt 50 %."
    )
    sources = east.passages.get(heading__groups="BC").drafted[0]["indicators"]
    assert set(sources) == {national("15").pk, national("21").pk}


def test_what_a_person_wrote_is_kept_when_it_is_drafted_again(
    cast: SimpleNamespace, east: Report
) -> None:
    draft(east)
    heading = east.round.headings.get(groups="BC")
    write_passage(east, heading, text="Đoàn xã trao nhiều quà.", by=cast.lan)
    make_figures(make_activity(cast.east, on=MAY), (national("21"), 100))

    draft(east)
    passage = east.passages.get(heading=heading)
    assert passage.words == "Đoàn xã trao nhiều quà."
    assert "2.000 suất quà" in passage.draft

    use_draft(east, heading, by=cast.lan)
    assert "2.000 suất quà" in east.passages.get(heading=heading).words


def test_a_draft_kept_as_it_is_stays_a_draft(cast: SimpleNamespace, east: Report) -> None:
    draft(east)
    heading = east.round.headings.get(groups="BC")
    drafted = east.passages.get(heading=heading).draft

    write_passage(east, heading, text=drafted, by=cast.lan)

    assert not east.passages.get(heading=heading).is_own


def test_unmet_duties_are_proposed_once_and_may_be_left_out(
    cast: SimpleNamespace, east: Report
) -> None:
    agreement = make_agreement(cast.east, cast.friend, starts_on=date(2024, 1, 1),
                               ends_on=date(2024, 6, 1))  # fmt: skip
    make_commitment(agreement, ("meeting", "at_least", 2), rhythm="over_term")
    duty = Duty.objects.get(commitment__agreement=agreement)

    assert (propose_aims(east), propose_aims(east)) == (1, 0)
    aim = east.aims.get()
    assert (aim.duty, aim.state) == (duty, Aim.State.PROPOSED)

    keep_aim(aim, keep=False)
    assert propose_aims(east) == 0
    draft(east)
    assert words_of(east, Heading.Role.DIRECTIONS) == ""


def test_tasks_with_a_number_become_the_plan_of_the_next_round(
    cast: SimpleNamespace, east: Report
) -> None:
    write_aim(east, text="Trao quà Tết", indicator=national("21"), quantity=Decimal(500))
    write_aim(east, text="Trao quà Trung thu", indicator=national("21"), quantity=Decimal(300),
              due_on=date(2024, 9, 15))  # fmt: skip
    left = write_aim(east, text="Làm sân chơi", indicator=national("15"), quantity=Decimal(1))
    keep_aim(left, keep=False)
    draft(east)
    assert words_of(east, Heading.Role.DIRECTIONS) == (
        "Trao quà Tết. Trao quà Trung thu, trước ngày 15/9/2024."
    )

    following = make_round(
        cast.province,
        national("21"),
        national("15"),
        first=date(2024, 7, 1),
        last=date(2024, 12, 31),
        due_on=date(2024, 12, 20),
        previous=east.round,
    )

    plans = {
        line.indicator.code: line.plan
        for line in following.reports.get(unit=cast.east).lines.select_related("indicator")
    }
    assert plans == {"21": Decimal(800)}
    report = Report.objects.with_units().get(round=following, unit=cast.east)
    assert Figures(report).tally(national("21").pk).is_blank
