"""Opening a review for a tree, handing in level by level, and what changes afterwards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator
from ketnghia.activities.operations import Line as FigureLine
from ketnghia.activities.operations import correct_figure
from ketnghia.amounts.bounds import Bound
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Report, Round
from ketnghia.reviews.operations import (
    correct_number,
    hand_in_all,
    lock,
    open_below,
    open_round,
    reopen,
    send_back,
    submit,
    take_back_correction,
)
from ketnghia.units.models import Level, Unit
from ketnghia.units.operations import succeed
from tests.making import (
    make_activity,
    make_agreement,
    make_figures,
    make_indicator,
    make_round,
    make_unit,
    make_user,
)

MAY = date(2024, 5, 1)


@pytest.fixture
def gifts(db: None) -> Indicator:
    return make_indicator()


@pytest.fixture
def by(db: None) -> User:
    return make_user("lanh-dao")


def report_of(made: Round, unit: Unit) -> Report:
    return Report.objects.with_units().get(round=made, unit=unit)


def gave(unit: Unit, indicator: Indicator, value: int | None, *, on: date = MAY) -> None:
    make_figures(make_activity(unit, on=on), (indicator, value))


def words(report: Report, indicator: Indicator) -> str:
    tally = Figures(report).tally(indicator.pk)
    if tally.amount is None:
        return "không rõ" if tally.unknown else "chưa ghi"
    return f"{tally.amount.bound.label} {tally.amount.value:f}"


def test_every_unit_of_the_tree_gets_its_report(cast: SimpleNamespace, gifts: Indicator) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)

    made = make_round(cast.province, gifts)

    told = {
        report.unit: (report.parent and report.parent.unit, report.level)
        for report in made.reports.select_related("unit", "parent__unit")
    }
    assert told == {
        cast.province: (None, "provincial"),
        cast.east: (cast.province, "upper_base"),
        cast.west: (cast.province, "upper_base"),
        base: (cast.east, "base"),
    }
    assert report_of(made, base).path == f"/{cast.province.pk}/{cast.east.pk}/{base.pk}/"


def test_a_due_day_that_is_off_counts_until_the_next_working_day(
    cast: SimpleNamespace, gifts: Indicator
) -> None:
    made = make_round(cast.province, gifts, due_on=date(2025, 8, 30), depth=1)

    report = report_of(made, cast.east)

    # A Saturday, followed by the days off of 2 September.
    assert (report.due_on, report.late_after) == (date(2025, 8, 30), date(2025, 9, 3))
    assert report.days_late(date(2025, 9, 3)) == 0
    assert report.days_late(date(2025, 9, 6)) == 3


def test_lower_levels_hand_in_working_days_earlier(cast: SimpleNamespace, gifts: Indicator) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)

    made = open_round(
        cast.province,
        title="Sơ kết",
        first=date(2024, 1, 1),
        last=date(2024, 6, 30),
        due_on=date(2024, 7, 10),
        earlier=3,
        indicators=[gifts],
    )

    assert report_of(made, cast.province).due_on == date(2024, 7, 10)
    assert report_of(made, cast.east).due_on == date(2024, 7, 10)
    assert report_of(made, base).due_on == date(2024, 7, 5)


def test_a_unit_without_a_report_counts_in_the_one_above(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    gave(base, gifts, 20)
    gave(cast.east, gifts, 5)

    made = make_round(cast.province, gifts, depth=1)
    east = report_of(made, cast.east)
    assert words(east, gifts) == "đúng 25"

    open_below(east, due_on=date(2024, 7, 5), by=by)
    assert words(report_of(made, cast.east), gifts) == "đúng 5"

    submit(report_of(made, base), by=by)
    assert words(report_of(made, cast.east), gifts) == "đúng 25"


def test_three_levels_add_up_as_they_hand_in(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    for unit, value in ((base, 20), (cast.east, 5), (cast.west, 100), (cast.province, 1)):
        gave(unit, gifts, value)
    made = make_round(cast.province, gifts)

    seen = []
    for unit in (base, cast.east, cast.west):
        submit(report_of(made, unit), by=by)
        seen.append(words(report_of(made, cast.province), gifts))

    # The base unit's numbers reach the province with the commune's report.
    assert seen == ["đúng 1", "đúng 26", "đúng 126"]


def test_bounds_unknown_blank_and_zero_stay_apart(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    trees, roads, flags = (make_indicator(name) for name in ("Cây", "Đường", "Cờ"))
    activity = make_activity(cast.east, on=MAY)
    make_figures(activity, (gifts, 40), (trees, None), (roads, 0))
    made = make_round(cast.province, gifts, trees, roads, flags, depth=1)
    east = report_of(made, cast.east)
    correct_number(
        east, gifts, value=Decimal(100), bound=Bound.OVER, reason="Đếm lại theo sổ", by=by
    )

    submit(east, by=by)

    for unit in (cast.east, cast.province):
        told = [words(report_of(made, unit), one) for one in (gifts, trees, roads, flags)]
        assert told == ["trên 100", "không rõ", "đúng 0", "chưa ghi"]


def test_a_correction_needs_a_reason_and_can_be_taken_back(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    gave(cast.east, gifts, 20)
    east = report_of(make_round(cast.province, gifts, depth=1), cast.east)
    with pytest.raises(ValidationError, match="lý do"):
        correct_number(east, gifts, value=Decimal(30), reason="", by=by)

    correct_number(east, gifts, value=Decimal(30), reason="Sót một lần trao", by=by)
    assert words(east, gifts) == "đúng 30"
    assert Figures(east).computed[gifts.pk].tally.amount.value == 20

    take_back_correction(east, gifts, by=by)
    assert words(east, gifts) == "đúng 20"


def test_what_is_handed_in_stays_and_says_what_changed_since(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    activity = make_activity(cast.east, on=MAY)
    (figure,) = make_figures(activity, (gifts, 20))
    made = make_round(cast.province, gifts, depth=1)
    submit(report_of(made, cast.east), by=by)

    correct_figure(figure, FigureLine("quà", Decimal(35), "suất", indicator=gifts))

    line = Line.objects.get(report__unit=cast.east)
    assert (line.value, line.is_moved, line.now_value) == (20, True, 35)
    assert words(report_of(made, cast.province), gifts) == "đúng 20"

    correct_figure(figure, FigureLine("quà", Decimal(20), "suất", indicator=gifts))
    line.refresh_from_db()
    assert (line.is_moved, line.now_value) == (False, None)


def test_a_figure_of_a_unit_without_a_report_marks_the_one_above(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    made = make_round(cast.province, gifts, depth=1)
    submit(report_of(made, cast.east), by=by)

    gave(base, gifts, 7)

    line = Line.objects.get(report__unit=cast.east)
    assert (line.value, line.is_moved, line.now_value) == (None, True, 7)


def test_sent_back_no_longer_counts_until_it_comes_again(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    gave(cast.east, gifts, 20)
    made = make_round(cast.province, gifts, depth=1)
    submit(report_of(made, cast.east), by=by)

    send_back(report_of(made, cast.east), remark="Thiếu số quà dịp 1/6", by=by)
    east = report_of(made, cast.east)
    assert (east.state, east.remark) == ("sent_back", "Thiếu số quà dịp 1/6")
    assert words(report_of(made, cast.province), gifts) == "chưa ghi"

    gave(cast.east, gifts, 30)
    submit(east, by=by)
    assert words(report_of(made, cast.province), gifts) == "đúng 50"
    assert [move.kind for move in east.moves.all()] == ["submitted", "sent_back", "submitted"]


def test_only_an_accepted_report_is_locked_and_all_accepted_below_with_it(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    made = make_round(cast.province, gifts, depth=1)
    east, west, top = (report_of(made, u) for u in (cast.east, cast.west, cast.province))
    for report in (east, west, top):
        submit(report, by=by)
    with pytest.raises(ValidationError, match="Duyệt"):
        lock(east, by=by)
    east.accept(by=by)

    assert lock(top, by=by) == 1

    states = dict(made.reports.values_list("unit__name", "state"))
    assert states == {
        "Tỉnh đoàn Đông Sơn": "locked",
        "Đoàn xã Đông Hà": "locked",
        "Đoàn xã Tây Hà": "submitted",
    }


def test_reopening_says_which_reports_above_change_and_marks_them(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    gave(cast.east, gifts, 20)
    made = make_round(cast.province, gifts, depth=1)
    submit(report_of(made, cast.east), by=by)
    submit(report_of(made, cast.province), by=by)
    with pytest.raises(ValidationError, match="lý do"):
        reopen(report_of(made, cast.east), remark="", by=by)

    above = reopen(report_of(made, cast.east), remark="Ghi nhầm", by=by)

    top = report_of(made, cast.province)
    assert [one.unit for one in above] == [cast.province]
    assert top.changed_below_at is not None
    assert words(top, gifts) == "đúng 20"  # frozen: nothing changes silently

    gave(cast.east, gifts, 5)
    submit(report_of(made, cast.east), by=by)
    reopen(top, remark="Cộng lại", by=by)
    assert words(report_of(made, cast.province), gifts) == "đúng 25"
    submit(report_of(made, cast.province), by=by)
    assert report_of(made, cast.province).changed_below_at is None


def test_figures_of_a_unit_that_ended_within_the_days_count_with_its_heir(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    gave(cast.east, gifts, 20, on=date(2024, 2, 1))
    gave(cast.west, gifts, 5, on=date(2024, 2, 1))
    united = make_unit("Đoàn xã Hợp Hà", level=Level.UPPER_BASE, parent=cast.province,
                       on=date(2024, 3, 1))  # fmt: skip
    succeed(
        kind="merged",
        on=date(2024, 3, 1),
        legal_basis="Nghị quyết",
        predecessors=[cast.east, cast.west],
        successors=[united],
    )

    made = make_round(cast.province, gifts, depth=1)

    assert {report.unit for report in made.reports.all()} == {cast.province, united}
    assert words(report_of(made, united), gifts) == "đúng 25"


def test_figures_of_a_unit_that_was_split_count_above_its_heirs_undivided(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    gave(cast.east, gifts, 20, on=date(2024, 2, 1))
    halves = [
        make_unit(f"Đoàn xã {name}", level=Level.UPPER_BASE, parent=cast.province,
                  on=date(2024, 3, 1))
        for name in ("Bắc", "Nam")
    ]  # fmt: skip
    succeed(
        kind="split",
        on=date(2024, 3, 1),
        legal_basis="Nghị quyết",
        predecessors=[cast.east],
        successors=halves,
    )

    made = make_round(cast.province, gifts, depth=1)

    assert [words(report_of(made, half), gifts) for half in halves] == ["chưa ghi"] * 2
    assert words(report_of(made, cast.province), gifts) == "đúng 20"


def test_what_is_not_asked_of_a_level_is_not_told_there(
    cast: SimpleNamespace, gifts: Indicator
) -> None:
    trees = make_indicator("Cây xanh")
    made = make_round(cast.province, gifts, trees)
    made.asked.filter(indicator=trees).update(levels=["provincial"])

    assert list(Figures(report_of(made, cast.east)).indicators) == [gifts.pk]
    assert len(Figures(report_of(made, cast.province)).indicators) == 2


@pytest.mark.parametrize("number", [1, 30])
def test_opening_takes_the_same_queries_for_any_number_of_units(
    cast: SimpleNamespace, gifts: Indicator, number: int
) -> None:
    for place in range(number):
        make_unit(f"Chi đoàn {place}", level=Level.BASE, parent=cast.east)

    with CaptureQueriesContext(connection) as queries:
        make_round(cast.province, gifts)

    written = [q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(written) == 41


def test_handing_in_all_at_once_writes_what_one_by_one_would(
    cast: SimpleNamespace, gifts: Indicator, by: User
) -> None:
    base = make_unit("Chi đoàn thôn Một", level=Level.BASE, parent=cast.east)
    hamlet = make_unit("Chi đoàn xóm", level=Level.BRANCH, parent=base)
    papers = make_indicator("Văn bản", measure="văn bản", adds="last")
    papers.derived = Indicator.Derived.PAPERS
    papers.save()
    make_agreement(cast.east, cast.west)
    make_agreement(cast.east, cast.friend)
    for place, unit in enumerate((base, hamlet, cast.east, cast.west, cast.province), start=1):
        gave(unit, gifts, place)
    one, other = (make_round(cast.province, gifts, papers, depth=2) for _ in range(2))

    for unit in (base, cast.east, cast.west, cast.province):
        submit(report_of(one, unit), by=by)
    hand_in_all(other, on=date(2024, 7, 1))

    fields = ("report__unit__name", "indicator__name", "value", "number", "own_value", "shared")
    told = [
        list(Line.objects.filter(report__round=made).order_by("report__path", "indicator")
             .values_list(*fields))
        for made in (one, other)
    ]  # fmt: skip
    assert told[0] == told[1]
    # The paper between the two communes counts once in the province.
    assert words(report_of(one, cast.province), papers) == "đúng 2"
    assert words(report_of(one, cast.east), papers) == "đúng 2"
