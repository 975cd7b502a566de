from __future__ import annotations

from datetime import date

from ketnghia.agreements.states import AgreementState
from ketnghia.overview.shapes import strand_between, tie_shape
from ketnghia.overview.thread import with_lines
from ketnghia.ui.thread import Knot

TODAY = date(2026, 11, 24)
LONG_AGO, LAST_YEAR, LATELY = date(2019, 1, 1), date(2025, 11, 1), date(2026, 8, 1)


def knot(on: date, *, shape: str = "talks") -> Knot:
    return Knot(str(on), "Một việc", (shape,), on=on)


def lines(*days: date, apart: tuple[date, ...] = ()) -> list[tuple[str, str]]:
    """The strand and the words after each knot; `apart` are knots that are no contact."""
    found = sorted([*days, *apart])
    knots = [knot(on, shape="merger" if on in apart else "talks") for on in found]
    told = with_lines([*knots, knot(TODAY, shape="next")], list(days), TODAY)
    return [(one.line, one.gap) for one in told]


def test_within_a_year_the_strand_is_taut_and_says_nothing() -> None:
    assert lines(date(2026, 3, 1), LATELY) == [("taut", ""), ("taut", ""), ("", "")]


def test_a_gap_of_years_is_slack_and_told_in_words() -> None:
    told = lines(date(2019, 8, 22), date(2022, 12, 21), date(2026, 11, 1))

    assert told[0] == ("slack", "lặng 3 năm 3 tháng")
    assert told[1] == ("slack", "lặng 3 năm 10 tháng")


def test_a_gap_of_four_years_is_dots_because_nothing_is_known() -> None:
    told = lines(date(2013, 4, 24), date(2019, 8, 24), date(2019, 9, 1))

    assert told[0] == ("none", "6 năm 4 tháng chưa có ghi chép")


def test_a_merger_in_between_is_no_contact_and_does_not_tighten_the_strand() -> None:
    told = lines(date(2024, 12, 12), apart=(date(2025, 7, 1),))

    assert told == [("slack", "lặng 1 năm 11 tháng"), ("slack", ""), ("", "")]


def test_the_boundaries_of_a_strand_are_twelve_and_forty_eight_months() -> None:
    first = date(2020, 1, 15)

    assert strand_between(first, date(2021, 1, 14)) == "taut"
    assert strand_between(first, date(2021, 1, 15)) == "slack"
    assert strand_between(first, date(2024, 1, 14)) == "slack"
    assert strand_between(first, date(2024, 1, 15)) == "none"


def shape(*states: AgreementState, meetings: int = 0, last_on: date | None = LATELY) -> str:
    return tie_shape(states, meetings=meetings, last_on=last_on, today=TODAY)


def test_the_tie_says_its_state_by_its_shape() -> None:
    assert shape(AgreementState.IN_FORCE) == "taut"
    assert shape(AgreementState.IN_FORCE, last_on=LAST_YEAR) == "slack"
    assert shape(AgreementState.SIGNATORY_ENDED, AgreementState.IN_FORCE) == "cut"
    assert shape(AgreementState.ENDED) == "off"
    assert shape(AgreementState.ENDED, AgreementState.ENDED_WITHOUT_REVIEW) == "taut"


def test_a_single_visit_without_paper_is_done_but_a_second_one_is_a_tie() -> None:
    assert shape(meetings=1, last_on=LONG_AGO) == "off"
    assert shape(meetings=2, last_on=LONG_AGO) == "slack"
    assert shape(meetings=2) == "taut"
