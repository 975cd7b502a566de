"""Gifts, sites and pictures: what was given, where guests were taken, what was photographed."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import told, values

GIVEN = {
    "Đoàn trao tặng 20 suất quà, mỗi suất 500.000 đồng cho học sinh nghèo xã Tân Trào.": [
        ("suất quà", 20, 500_000, True, "học sinh nghèo xã Tân Trào")
    ],
    "Tỉnh đoàn tặng 100 suất quà (trị giá 30 triệu đồng).": [
        ("suất quà", 100, 30_000_000, False, "")
    ],
    "Dịp này, Tỉnh đoàn tặng Trường Tiểu học Pha Long 02 ti vi và 15 triệu đồng.": [
        ("ti vi", 2, None, False, ""),
        ("tiền", None, 15_000_000, False, ""),
    ],
    "Chi đoàn trao 60 phần quà cho người già và bàn giao 02 căn nhà.": [
        ("phần quà", 60, None, False, "người già"),
        ("căn nhà", 2, None, False, ""),
    ],
}
NOT_GIVEN = [
    "Chương trình thu hút 500 đoàn viên tham gia.",
    "Hỗ trợ cho 4.000 lượt người dân làm thủ tục.",
    "Trao bằng khen cho 8 tập thể.",
    "Các đơn vị sẽ trao 300 suất quà trong năm tới.",
    "Cửa hàng có doanh thu 20 triệu đồng mỗi tháng.",
]


@pytest.mark.parametrize(("sentence", "gifts"), GIVEN.items(), ids=range(len(GIVEN)))
def test_what_is_given(sentence: str, gifts: list[tuple[object, ...]]) -> None:
    names = ("what", "quantity", "worth", "is_each", "recipient")
    assert values(sentence, Kind.GIFT, *names) == gifts


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_what_is_not_given(sentence: str) -> None:
    assert values(sentence, Kind.GIFT) == []


SITES = {
    "Đoàn dâng hương tại Nghĩa trang Liệt sĩ Quốc gia Đường 9.": [
        ("Nghĩa trang Liệt sĩ Quốc gia Đường 9", "memorial")
    ],
    "Các đại biểu thăm Khu di tích lịch sử Đền Hùng và mô hình nuôi hàu của thanh niên.": [
        ("Khu di tích lịch sử Đền Hùng", "memorial"),
        ("mô hình nuôi hàu", "model"),
    ],
    "Đoàn tham quan mô hình “Vườn ươm thanh niên” ở xã Vĩnh Tú.": [
        ("mô hình “Vườn ươm thanh niên”", "model")
    ],
    "Năm qua, toàn tỉnh có 18 mô hình kinh tế.": [],
    "Đoàn thăm các gia đình chính sách.": [],
}


@pytest.mark.parametrize(("sentence", "sites"), SITES.items())
def test_where_guests_were_taken(sentence: str, sites: list[tuple[str, str]]) -> None:
    assert values(sentence, Kind.SITE, "name", "sort") == sites


def test_files_and_captions() -> None:
    reading = told(
        "Ngày 5/3, Tỉnh đoàn Cà Mau tổ chức lễ trao quà cho học sinh.\n\n"
        "a-1.jpg\nQuang cảnh lễ trao quà.\n\nb-2.jpg\n\n"
        "Các em nhỏ vui mừng nhận quà từ tay các anh chị đoàn viên trong xã."
    )

    assert [(one.value.file, one.value.caption) for one in reading.of(Kind.PHOTO)] == [
        ("a-1.jpg", "Quang cảnh lễ trao quà."),
        ("b-2.jpg", "Các em nhỏ vui mừng nhận quà từ tay các anh chị đoàn viên trong xã."),
    ]
