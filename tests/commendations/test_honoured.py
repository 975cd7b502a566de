"""How many were honoured: bounds kept, names inside numbers never added a second time."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.commendations.honoured import amount_of, honoured
from ketnghia.commendations.operations import name_in, record_count
from ketnghia.commendations.year import lead_of, told
from tests.commendations.making import make_award, make_decision, to_person, to_unit

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@given(number=st.integers(1, 500), names=st.integers(0, 500), bound=st.sampled_from(list(Bound)))
def test_a_number_is_never_less_than_its_names(number: int, names: int, bound: Bound) -> None:
    amount = amount_of(number, bound, names)

    assert amount.value == max(number, names)
    assert amount.bound == (bound if names <= number else Bound.AT_LEAST)


def test_a_unit_counts_itself_its_people_and_all_below(cast: SimpleNamespace) -> None:
    make_award(cast.province, cast.east)
    make_decision(cast.province, to_person("Lê Thị Bình", of=cast.west))
    make_award(cast.elsewhere, cast.elsewhere)
    make_award(cast.province, cast.west, on=date(2025, 5, 5))

    found = honoured(cast.province, *YEAR)
    own = honoured(cast.east, *YEAR, with_below=False)

    assert (told(found.collectives), told(found.people)) == ("1", "1")
    assert (told(own.collectives), told(own.people)) == ("1", "chưa ghi")


def test_numbers_keep_their_bound_and_hold_their_names(cast: SimpleNamespace) -> None:
    count = record_count(
        keeper=cast.east,
        kind="collective",
        number=20,
        bound="over",
        on=date(2026, 7, 15),
        givers=[cast.province],
        by=None,
    )
    name_in(count, recipients=[to_unit(cast.east)], by=None)
    make_award(cast.province, cast.west)

    found = honoured(cast.province, *YEAR)

    assert found.collectives.amount == Amount(21, Bound.OVER)
    assert told(found.collectives) == "trên 21"
    assert lead_of(cast.minh, 2026) == "Năm 2026 đã ghi trên 21 lượt khen tập thể."
    assert lead_of(cast.minh, 2024) == "Năm 2024 chưa ghi lượt khen nào."


def test_what_was_taken_back_counts_no_more(cast: SimpleNamespace) -> None:
    award = make_award(cast.province, cast.east)
    award.revoke(on=date(2026, 5, 1), why="Kê khai gian dối", by=cast.quan)

    assert honoured(cast.province, *YEAR).collectives.is_blank
