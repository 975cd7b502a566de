"""Titles all in capitals: units, places and numbers in them are read as in small letters."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import told

BODY = "Ngày 5/3/2024, Đoàn trường THPT Kỳ Sơn và Tỉnh đoàn Cà Mau đã gặp gỡ các bạn trẻ."

UNITS = {
    "TỈNH ĐOÀN QUẢNG BÌNH KÝ KẾT CHƯƠNG TRÌNH PHỐI HỢP VỚI TỈNH ĐOÀN SƠN LA": [
        "TỈNH ĐOÀN QUẢNG BÌNH",
        "TỈNH ĐOÀN SƠN LA",
    ],
    "ĐOÀN XÃ TÂN THÀNH TRAO TẶNG 50 SUẤT QUÀ CHO HỌC SINH NGHÈO": ["ĐOÀN XÃ TÂN THÀNH"],
    "ĐOÀN KHỐI CÁC CƠ QUAN TỈNH RA QUÂN TÌNH NGUYỆN": ["ĐOÀN KHỐI CÁC CƠ QUAN TỈNH"],
    "NGÀY HỘI ĐOÀN VIÊN HỌC SINH VUI KHỎE": [],
    "BÁO CÔNG DÂNG BÁC TRONG NGÀY TRUYỀN THỐNG": [],
}


@pytest.mark.parametrize(("title", "names"), UNITS.items())
def test_units_of_a_title_in_capitals(title: str, names: list[str]) -> None:
    units = told("Các bạn trẻ đã gặp nhau và trao đổi nhiều kinh nghiệm.", title=title).record()

    assert [unit[0] for unit in units["units"]] == names


def test_a_title_in_capitals_names_the_unit_of_the_text() -> None:
    title = "ĐOÀN TRƯỜNG THPT KỲ SƠN, TỈNH ĐOÀN CÀ MAU GẶP GỠ CÁC BẠN TRẺ"

    assert [unit[0] for unit in told(BODY, title=title).record()["units"]] == [
        "ĐOÀN TRƯỜNG THPT KỲ SƠN",
        "TỈNH ĐOÀN CÀ MAU",
    ]


COUNTED = {
    "TUỔI TRẺ HAI TỈNH TRAO 50 SUẤT QUÀ CHO TRẺ EM NGHÈO": [(50, "SUẤT QUÀ")],
    "TUỔI TRẺ HAI TỈNH TẶNG 30 XE ĐẠP, 20 BỘ MÁY TÍNH": [(30, "XE ĐẠP"), (20, "BỘ MÁY TÍNH")],
    "TUỔI TRẺ HAI TỈNH CHÀO MỪNG NGÀY 26 THÁNG 3": [],
}


@pytest.mark.parametrize(("title", "figures"), COUNTED.items())
def test_numbers_of_a_title_in_capitals(title: str, figures: list[tuple[int, str]]) -> None:
    found = told("Các bạn trẻ đã gặp nhau vui vẻ.", title=title).of(Kind.FIGURE)

    assert [(one.value.value, one.value.unit) for one in found] == figures


def test_a_place_of_a_title_is_told_as_the_text_has_it_in_full() -> None:
    found = told(
        "Còn nửa tháng mới đến Tết nhưng sóc Bù Núi (xã Lộc Tấn) đã vui như hội.",
        title="ĐOÀN TRƯỜNG THPT KỲ SƠN: TẾT SỚM Ở SÓC BÙ NÚI",
    )

    assert found.record()["place"] == "sóc Bù Núi (xã Lộc Tấn)"
