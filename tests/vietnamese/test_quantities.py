from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.vietnamese.numbers import spoken
from ketnghia.vietnamese.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("1.900 suất quà", "1900", "exactly", "suất quà"),
        ("gần 40tr", "40000000", "nearly", ""),
        ("trên 100 triệu đồng", "100000000", "over", "đồng"),
        ("hơn 200 luot DVTN", "200", "over", "luot DVTN"),
        ("1,5 tỷ", "1500000000", "exactly", ""),
        ("1 tỷ 200 triệu đồng", "1200000000", "exactly", "đồng"),
        ("2 triệu rưỡi", "2500000", "exactly", ""),
        ("1tr5", "1500000", "exactly", ""),
        ("02 công trình", "2", "exactly", "công trình"),
        ("0 đồng", "0", "exactly", "đồng"),
        ("một trăm suất quà", "100", "exactly", "suất quà"),
        ("mot tram suat qua", "100", "exactly", "suat qua"),
        ("hai mươi lăm em", "25", "exactly", "em"),
        ("một nghìn hai trăm lượt", "1200", "exactly", "lượt"),
        ("khoảng 2 nghìn lượt", "2000", "about", "lượt"),
        ("tối thiểu 3 lớp", "3", "at_least", "lớp"),
        ("100 đoàn viên trở lên", "100", "at_least", "đoàn viên"),
        ("50+ em", "50", "at_least", "em"),
        ("không quá 5 người", "5", "at_most", "người"),
        ("3,5km", "3.5", "exactly", "km"),
    ],
)
def test_a_number_is_read_as_it_is_spoken(text: str, value: str, bound: str, unit: str) -> None:
    (number,) = quantities(text)

    assert (number.value, number.bound, number.unit) == (Decimal(value), bound, unit)
    assert not number.is_doubtful


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.900 suất quà, gần 40 triệu", [1900, 40_000_000]),
        ("ngày 12/6/2024 tặng 20 phần quà và 30 áo ấm", [20, 30]),
        ("sáu tháng đầu năm 2021 trao 5 nhà", [5]),
        ("lần thứ 3, khóa 12, quý 2", []),
        ("từ 7h30 đến 12 giờ", []),
        ("mỗi năm một lần", [1]),
    ],
)
def test_days_ordinals_and_hours_are_no_quantities(text: str, values: list[int]) -> None:
    assert [int(number.value) for number in quantities(text)] == values


@pytest.mark.parametrize("text", ["2.5 km", "1,900 suất"])
def test_what_reads_two_ways_is_doubtful(text: str) -> None:
    (number,) = quantities(text)

    assert number.is_doubtful


@given(st.integers(min_value=0, max_value=10**14), st.sampled_from(["", "trên ", "gần "]))
def test_what_we_print_we_read_again(value: int, bound: str) -> None:
    (number,) = quantities(f"{bound}{spoken(value)} đồng")

    assert number.value == value
    assert number.bound == {"": "exactly", "trên ": "over", "gần ": "nearly"}[bound]


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault_and_places_lie_inside(text: str) -> None:
    for number in quantities(text):
        assert 0 <= number.start < number.end <= len(text)
        assert number.value >= 0
