"""Days off are known by table, anchor days by date; what a person corrected wins."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ketnghia.holidays.calendar import Kind, festive_days, known_days, last_known_day, table
from ketnghia.holidays.models import Holiday
from ketnghia.holidays.names import COUNTRIES, NAMES
from ketnghia.holidays.operations import correct_day, days_kept, is_working_day

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def names(country: str, first: date, last: date) -> dict[date, str]:
    return {day.on: day.name for day in known_days([country], first, last) if day.kind == Kind.OFF}


@pytest.mark.parametrize(
    ("country", "on", "name"),
    [
        ("VN", date(2026, 2, 17), "Tết Nguyên đán"),  # mùng 1 tháng Giêng Bính Ngọ
        ("VN", date(2026, 4, 26), "Giỗ Tổ Hùng Vương"),  # 10/3 âm
        ("VN", date(2026, 4, 27), "Giỗ Tổ Hùng Vương (nghỉ bù)"),
        ("VN", date(2027, 2, 6), "Tết Nguyên đán"),
        ("VN", date(2026, 9, 2), "Quốc khánh"),
        ("LA", date(2026, 4, 15), "Tết Bunpimay"),
        ("LA", date(2026, 12, 2), "Quốc khánh Lào"),
        ("CN", date(2026, 2, 17), "Tết Nguyên đán Trung Quốc"),
        ("CN", date(2026, 10, 1), "Quốc khánh Trung Quốc"),
        ("KH", date(2026, 11, 9), "Ngày Độc lập Campuchia"),
    ],
)
def test_the_table_knows_lunar_and_fixed_days(country: str, on: date, name: str) -> None:
    assert next(d.name for d in known_days([country], on, on) if d.country == country) == name


def test_every_code_of_the_table_has_a_name_and_every_country_its_days() -> None:
    codes = {code.partition(" ")[0] for days in table().values() for code in days.values()}

    assert codes == set(NAMES)
    assert set(table()) == set(COUNTRIES)
    assert last_known_day().year == 2040


def test_the_week_before_tet_is_told_and_ends_where_the_days_off_begin() -> None:
    days = known_days(["LA"], date(2027, 1, 25), date(2027, 2, 10))

    assert [d.on.day for d in days if d.kind == Kind.EVE] == [28, 29, 30, 31, 1, 2, 3]
    assert {d.name for d in days if d.kind == Kind.EVE} == {"tuần trước Tết Nguyên đán"}


def test_the_days_of_the_union_and_of_the_friend_are_kept_not_off() -> None:
    kept = {d.on: d.name for d in known_days(["LA"], *YEAR) if d.kind == Kind.KEPT}

    assert kept[date(2026, 3, 26)] == "Ngày thành lập Đoàn"
    assert kept[date(2026, 7, 18)] == "Ngày Hiệp ước hữu nghị Việt Nam – Lào"
    assert date(2026, 5, 4) not in kept


def test_what_a_person_corrected_wins_over_the_table(db: None) -> None:
    correct_day(country="LA", on=date(2026, 12, 2), is_off=False, paper="Thông báo số 1")
    correct_day(country="LA", on=date(2026, 12, 4), is_off=True, name="Nghỉ bù Quốc khánh Lào")

    found = days_kept(["LA"], date(2026, 12, 1), date(2026, 12, 5))

    assert [(d.on.day, d.name) for d in found] == [(4, "Nghỉ bù Quốc khánh Lào")]


def test_a_day_is_corrected_again_not_twice(db: None) -> None:
    correct_day(country="VN", on=date(2026, 9, 3), is_off=True, name="Nghỉ thêm")
    correct_day(country="VN", on=date(2026, 9, 3), is_off=False)

    assert [one.is_off for one in Holiday.objects.all()] == [False]
    assert days_kept([], date(2026, 9, 3), date(2026, 9, 3)) == []


def test_a_correction_that_says_nothing_is_refused(db: None) -> None:
    with pytest.raises(ValidationError, match="vốn không nghỉ"):
        correct_day(country="VN", on=date(2026, 6, 10), is_off=False)
    with pytest.raises(ValidationError, match="Ghi ngày gì"):
        correct_day(country="VN", on=date(2026, 6, 10), is_off=True)


def test_a_days_country_is_told_once_and_a_day_off_says_more(db: None) -> None:
    found = days_kept(["CN"], date(2026, 5, 4), date(2026, 5, 4))

    assert [(d.country, d.kind) for d in found] == [("CN", Kind.OFF)]


def test_working_days_are_monday_to_friday_without_days_off() -> None:
    off = {date(2026, 9, 2)}

    assert is_working_day(date(2026, 9, 3), off)
    assert not is_working_day(date(2026, 9, 2), off)
    assert not is_working_day(date(2026, 9, 5), off)


def test_one_writes_to_a_friend_on_the_first_day_of_a_feast() -> None:
    found = festive_days(["LA", "VN"], *YEAR)

    assert [(d.on, d.name) for d in found] == [
        (date(2026, 4, 14), "Tết Bunpimay"),
        (date(2026, 7, 18), "Ngày Hiệp ước hữu nghị Việt Nam – Lào"),
        (date(2026, 9, 5), "Ngày lập quan hệ ngoại giao Việt Nam – Lào"),
        (date(2026, 12, 2), "Quốc khánh Lào"),
    ]
