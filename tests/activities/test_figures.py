"""Recording, the ledger, joint activities and the overlap guard, through the operations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from ketnghia.activities.models import Activity, Contribution, Figure, Organiser, Overlap
from ketnghia.activities.operations import (
    Line,
    answer_overlaps,
    correct,
    correct_figure,
    divide,
    load_indicators,
    offer,
    rebuild_ledger,
    record,
    remove_figure,
    write_indicator,
)
from ketnghia.activities.rollup import by_unit, over_all
from ketnghia.activities.spans import half_year
from ketnghia.activities.totals import Totals
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.units.models import Unit
from tests.making import make_activity, make_figures, make_indicator, make_seat, make_user


def lines() -> set[tuple[int, int, int, date, str, Decimal | None]]:
    return set(
        Contribution.objects.values_list(
            "figure_id", "unit_id", "indicator_id", "on", "bound", "value"
        )
    )


def amount_of(unit: Unit, *, with_below: bool = False) -> Amount | None:
    totals = Totals(unit, half_year(2024, 2), with_below=with_below)
    found = list(totals.tallies.values())
    return found[0].amount if found else None


@dataclass
class S4:
    """The three sums of money of the report of 15/7/2021, as three activities of one unit."""

    activities: list[Activity]
    figures: list[Figure]


@pytest.fixture
def s4(cast: SimpleNamespace) -> S4:
    money = make_indicator("Kinh phí", measure="triệu đồng", nature="money")
    told = [("Khám bệnh, tặng quà", 40, "exactly"), ("Chủ nhật xanh", 100, "over"),
            ("Giúp dân vùng dịch", 40, "nearly")]  # fmt: skip
    activities = [
        record(
            title=title,
            begins_on=date(2021, 1, 1),
            ends_on=date(2021, 6, 30),
            organiser=cast.province,
            source="Báo cáo sơ kết 15/7/2021",
            figures=[Line("kinh phí", Decimal(value * 10**6), "đồng", bound, money)],
        )
        for title, value, bound in told
    ]
    return S4(activities, [activity.figures.get() for activity in activities])


def test_the_ledger_says_what_the_figures_say(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    make_figures(activity, (gifts, 20), (gifts, None), (make_indicator("Áo ấm"), 5))
    make_figures(make_activity(cast.west), (gifts, 7))
    kept = lines()

    assert rebuild_ledger() == len(kept) == 4
    assert lines() == kept


def test_a_corrected_figure_corrects_its_totals(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    (figure,) = make_figures(make_activity(cast.east), (gifts, 20))

    correct_figure(figure, Line("quà", Decimal(25), "suất", "over", gifts))

    assert amount_of(cast.east) == Amount(Decimal(25), Bound.OVER)
    remove_figure(figure)
    assert amount_of(cast.east) is None


def test_a_total_reaches_down_the_tree_of_its_time(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    make_figures(make_activity(cast.east), (gifts, 20))
    make_figures(make_activity(cast.west), (gifts, 30))
    make_figures(make_activity(cast.elsewhere), (gifts, 500))

    assert amount_of(cast.province) is None
    assert amount_of(cast.province, with_below=True) == Amount(Decimal(50))


def test_the_day_that_counts_is_the_last_one(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    make_figures(activity, (gifts, 20))

    correct(
        activity,
        title=activity.title,
        kind=activity.kind,
        begins_on=date(2024, 12, 30),
        ends_on=date(2025, 1, 2),
    )

    assert amount_of(cast.east) is None


def test_one_event_stands_in_two_ledgers_and_counts_once(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    make_figures(activity, (gifts, 200))
    joint = offer(activity, unit=cast.west, share=Decimal(25))

    assert amount_of(cast.east) == Amount(Decimal(150))
    assert amount_of(cast.west) == Amount(Decimal(50))
    assert amount_of(cast.province, with_below=True) == Amount(Decimal(200))

    joint.reply(agrees=False, remark="Chúng tôi không góp quà", by=cast.minh)

    assert amount_of(cast.east) == Amount(Decimal(200))
    assert amount_of(cast.west) is None
    assert amount_of(cast.province, with_below=True) == Amount(Decimal(200))
    divide(joint, share=Decimal(10))
    assert Organiser.objects.get(pk=joint.pk).is_asked
    assert amount_of(cast.west) == Amount(Decimal(20))


def test_without_shares_the_lead_reports_and_the_other_is_named(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    activity = make_activity(cast.east)
    make_figures(activity, (gifts, 200))
    offer(activity, unit=cast.west)

    assert amount_of(cast.east) == Amount(Decimal(200))
    assert amount_of(cast.west) is None


def test_what_is_disputed_says_why(cast: SimpleNamespace) -> None:
    joint = offer(make_activity(cast.east), unit=cast.west)

    with pytest.raises(ValidationError):
        joint.reply(agrees=False, by=cast.minh)
    joint.reply(agrees=True, by=cast.minh)

    assert joint.answer == "confirmed"
    with pytest.raises(ValidationError):
        offer(joint.activity, unit=cast.province, share=Decimal("100.01"))


def test_more_than_the_whole_is_refused(cast: SimpleNamespace) -> None:
    activity = make_activity(cast.east)
    offer(activity, unit=cast.west, share=Decimal(60))

    with pytest.raises(ValidationError):
        offer(activity, unit=cast.province, share=Decimal(50))

    assert activity.organisers.count() == 2


def test_s4_is_asked_about_before_it_adds_up(cast: SimpleNamespace, s4: S4) -> None:
    totals = Totals(cast.province, half_year(2021, 1), with_below=False)
    (tally,) = totals.tallies.values()

    assert Overlap.objects.waiting().count() == 3
    assert tally.amount == Amount(Decimal(180_000_000), Bound.ABOUT)
    assert tally.least == Amount(Decimal(100_000_000), Bound.ABOUT)

    answer_overlaps(Overlap.objects.all(), answer="separate", by=cast.minh)

    (tally,) = Totals(cast.province, half_year(2021, 1), with_below=False).tallies.values()
    assert tally.amount == Amount(Decimal(180_000_000), Bound.ABOUT)
    assert not tally.is_in_doubt


def test_what_lies_in_another_number_is_not_added(cast: SimpleNamespace, s4: S4) -> None:
    whole = s4.figures[1]

    answer_overlaps(Overlap.objects.all(), answer="part", kept=whole, by=cast.minh)

    (tally,) = Totals(cast.province, half_year(2021, 1), with_below=False).tallies.values()
    assert tally.amount == Amount(Decimal(100_000_000), Bound.OVER)
    assert Overlap.objects.waiting().count() == 0
    answered = Overlap.objects.exclude(answer="waiting")
    assert {overlap.kept for overlap in answered} == {whole}

    answer_overlaps(answered, answer="separate", by=cast.minh)

    (tally,) = Totals(cast.province, half_year(2021, 1), with_below=False).tallies.values()
    assert tally.amount == Amount(Decimal(180_000_000), Bound.ABOUT)


def test_an_answer_is_not_asked_again(cast: SimpleNamespace, s4: S4) -> None:
    answer_overlaps(Overlap.objects.all(), answer="separate", by=cast.minh)

    line = Line("kinh phí", Decimal(41_000_000), "đồng", "exactly", s4.figures[0].indicator)
    correct_figure(s4.figures[0], line)

    assert Overlap.objects.waiting().count() == 0


def test_a_question_that_no_longer_arises_is_taken_back(cast: SimpleNamespace, s4: S4) -> None:
    first = s4.activities[0]

    correct(
        first,
        title=first.title,
        kind=first.kind,
        begins_on=date(2022, 1, 1),
        ends_on=date(2022, 6, 30),
    )

    assert Overlap.objects.waiting().count() == 1


def test_the_same_form_sent_twice_is_kept_once(cast: SimpleNamespace) -> None:
    facts = {
        "title": "Tặng quà",
        "begins_on": date(2024, 7, 1),
        "organiser": cast.east,
        "client_key": "abc",
        "by": cast.lan,
    }

    assert record(**facts) == record(**facts)
    assert Activity.objects.count() == 1


def test_only_ones_own_unit_is_recorded_for(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError):
        record(title="Quà", begins_on=date(2024, 7, 1), organiser=cast.west, by=cast.lan)

    assert Activity.objects.count() == 0


def test_an_indicator_of_ones_own_counts_in_the_national_one(cast: SimpleNamespace) -> None:
    gifts = make_indicator()
    own = write_indicator(
        owner=cast.east,
        name="Suất quà Tết",
        measure="suất",
        under=gifts,
        from_year=2024,
        by=cast.lan,
    )
    make_figures(make_activity(cast.east), (own, 20), (gifts, 5))

    assert own.group == gifts.group
    (tally,) = over_all(Contribution.objects.all()).values()
    assert tally.amount == Amount(Decimal(25))
    with pytest.raises(ValidationError):
        write_indicator(
            owner=cast.east, name="Lượt quà", measure="lượt", under=gifts, from_year=2024
        )


def test_last_figures_replace_each_other_and_shares_are_not_added(cast: SimpleNamespace) -> None:
    members = make_indicator("Đoàn viên", measure="người", nature="people", adds="last")
    share = make_indicator("Tỷ lệ", measure="%", nature="percent", adds="share")
    for unit, day, number in ((cast.east, 1, 90), (cast.east, 9, 95), (cast.west, 5, 40)):
        activity = make_activity(unit, on=date(2024, 7, day))
        make_figures(activity, (members, number), (share, number - 20))

    found = over_all(Contribution.objects.all())

    assert found[members.pk].amount == Amount(Decimal(135))
    assert found[share.pk].range == (20, 75)
    assert by_unit(Contribution.objects.all())[cast.east.pk, members.pk].amount == Amount(
        Decimal(95)
    )


def test_loading_the_national_list_twice_doubles_nothing(db: None) -> None:
    assert load_indicators() == (95, 0)
    assert load_indicators() == (0, 0)
    made, _mended = load_indicators(from_year=2026)
    assert made == 95


def test_what_an_officer_sees_as_a_question_is_not_told_to_a_stranger(
    cast: SimpleNamespace, s4: S4
) -> None:
    other = make_user("khac")
    make_seat(other, cast.elsewhere)

    assert Overlap.objects.visible_to(cast.minh).count() == 3
    assert Overlap.objects.visible_to(other).count() == 0
