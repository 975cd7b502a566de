from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.activities.suspicion import Told, suspicion

PLAYGROUND = Told(
    activity=1,
    indicator=15,
    value=Decimal(1),
    begins_on=date(2021, 5, 1),
    ends_on=date(2021, 5, 1),
    title="Công trình điểm vui chơi cho thiếu nhi",
    place="xã Thanh Thủy, huyện Thanh Liêm",
)
HALF_YEAR = replace(
    PLAYGROUND,
    activity=2,
    begins_on=date(2021, 1, 1),
    ends_on=date(2021, 6, 30),
    title="Công trình thanh niên sáu tháng",
    place="",
)


@pytest.mark.parametrize(
    ("other", "are_related", "reason"),
    [
        # The same place at the same time with the same number, told by another unit.
        (replace(PLAYGROUND, activity=3, title="Sân chơi", place="xã Thanh Thủy"), False, "event"),
        (replace(PLAYGROUND, activity=3, place="xã Liêm Cần"), False, None),
        (replace(PLAYGROUND, activity=3, indicator=21), True, None),
        (replace(PLAYGROUND, activity=3, begins_on=date(2022, 5, 1), ends_on=date(2022, 5, 1)),
         True, None),
        # One title told twice, once without a place.
        (replace(PLAYGROUND, activity=3, value=Decimal(2), place=""), False, "event"),
        # A number of the whole half-year above a day in it.
        (HALF_YEAR, True, "span"),
        (HALF_YEAR, False, None),
        (replace(PLAYGROUND, activity=3, title="Nhà vệ sinh", place="xã Đông Hà",
                 source="Báo cáo 15/7"), True, None),
    ],
)  # fmt: skip
def test_what_is_asked_about(other: Told, are_related: bool, reason: str | None) -> None:  # noqa: FBT001
    assert suspicion(PLAYGROUND, other, are_related=are_related) == reason


def test_one_source_of_one_unit_is_asked_about() -> None:
    one = replace(HALF_YEAR, source="Báo cáo 15/7/2021", title="Khám bệnh")
    other = replace(HALF_YEAR, activity=5, source="báo cáo 15/7/2021", title="Chủ nhật xanh")

    assert suspicion(one, other, are_related=True) == "source"
    assert suspicion(one, other, are_related=False) is None
    assert suspicion(one, replace(other, source=""), are_related=True) is None


days = st.dates(date(2020, 1, 1), date(2021, 12, 31))
told = st.builds(
    Told,
    activity=st.integers(1, 3),
    indicator=st.integers(1, 2),
    value=st.none() | st.integers(0, 3).map(Decimal),
    begins_on=days,
    ends_on=days,
    title=st.sampled_from(["Tặng quà Tết", "Tặng quà Tết cho trẻ em", "Hiến máu", ""]),
    place=st.sampled_from(["", "xã Đông Hà", "thôn 1, xã Đông Hà", "xã Tây Hà"]),
    source=st.sampled_from(["", "Báo cáo 6 tháng"]),
).map(lambda one: one if one.begins_on <= one.ends_on else replace(one, ends_on=one.begins_on))


@given(told, told, st.booleans())
def test_who_is_asked_about_whom_does_not_matter(one: Told, other: Told, related: bool) -> None:  # noqa: FBT001
    assert suspicion(one, other, are_related=related) == suspicion(other, one, are_related=related)


@given(told, told, st.booleans())
def test_days_apart_are_never_asked_about(one: Told, other: Told, related: bool) -> None:  # noqa: FBT001
    later = replace(
        other, begins_on=one.ends_on + timedelta(days=1), ends_on=one.ends_on + timedelta(days=9)
    )

    assert suspicion(one, later, are_related=related) is None
