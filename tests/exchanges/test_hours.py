from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.exchanges.hours import Hours, WrongHourError, laid_out, parse_hours


@dataclass
class Thing:
    on: date | None
    at: str = ""
    begins_at: time | None = None


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("", Hours()),
        ("7h30", Hours(time(7, 30))),
        ("07:30", Hours(time(7, 30))),
        ("7h", Hours(time(7))),
        ("7h30-9h", Hours(time(7, 30), time(9))),
        ("14 giờ đến 15 giờ 30", Hours(time(14), time(15, 30))),
        ("14 giờ 30 phút", Hours(time(14, 30))),
        ("Sáng", Hours(part="sáng")),
        ("buổi chiều", Hours(part="chiều")),
        ("chieu", Hours(part="chiều")),
    ],
)
def test_hours_as_they_are_typed(typed: str, hours: Hours) -> None:
    assert parse_hours(typed) == hours


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("25h", "hour"),
        ("7h75", "hour"),
        ("9h-8h", "order"),
        ("mai", "unreadable"),
        ("-", "unreadable"),
    ],
)
def test_nonsense_is_refused(typed: str, code: str) -> None:
    with pytest.raises(WrongHourError) as refused:
        parse_hours(typed)

    assert refused.value.code == code


def test_a_day_is_laid_out_by_hour_and_part_of_the_day() -> None:
    first, second = date(2026, 12, 12), date(2026, 12, 13)
    dinner, talk, walk = Thing(first, "tối"), Thing(first, "sáng"), Thing(first)
    late, early, undated = Thing(second, "", time(15)), Thing(second, "", time(8)), Thing(None)

    days = laid_out([undated, dinner, talk, walk, late, early])

    assert [(day.on, day.items) for day in days] == [
        (first, [talk, walk, dinner]),
        (second, [early, late]),
        (None, [undated]),
    ]


@given(st.lists(st.times(), max_size=8))
def test_nothing_is_lost_and_hours_rise(hours: list[time]) -> None:
    things = [Thing(date(2026, 1, 1), "", at) for at in hours]

    (day,) = laid_out(things) or [None]

    assert (day.items if day else []) == sorted(things, key=lambda thing: thing.begins_at)
