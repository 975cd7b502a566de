"""Money: amounts, bounds, currencies; and what only looks like money."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import values

MONEY = {
    "Tổng trị giá quà tặng là 62.500.000 đồng.": [(62_500_000, "VND", "exactly")],
    "Công trình có kinh phí hơn 1,5 tỷ đồng.": [(1_500_000_000, "VND", "at_least")],
    "Các đơn vị vận động gần 2 tỷ 300 triệu đồng.": [(2_300_000_000, "VND", "about")],
    "Mỗi suất trị giá 500 nghìn đồng, tổng 10 triệu đồng.": [
        (500_000, "VND", "exactly"),
        (10_000_000, "VND", "exactly"),
    ],
    "Trao phòng máy trị giá 180 triệu.": [(180_000_000, "VND", "exactly")],
    "Phía bạn gửi tặng 2.000USD và 10 triệu Riel.": [
        (2000, "USD", "exactly"),
        (10_000_000, "KHR", "exactly"),
    ],
    "Bạn tặng 5 triệu kíp và 3.000 nhân dân tệ.": [
        (5_000_000, "LAK", "exactly"),
        (3000, "CNY", "exactly"),
    ],
    "Đoàn xã góp 1 triệu rưỡi đồng.": [(1_500_000, "VND", "exactly")],
    "Gây quỹ học bổng “Lá lành” được 88 triệu đồng.": [(88_000_000, "VND", "exactly")],
    "Thắng giải, em nhận 300.000đ.": [(300_000, "VND", "exactly")],
}
NO_MONEY = [
    "Có 50 đồng chí dự hội nghị.",
    "Cả nước có 54 dân tộc anh em, 5 đồng bào Khmer góp mặt.",
    "Toàn tỉnh có 2 triệu dân và 3 triệu cây xanh.",
    "Tặng 500 bộ đồng phục.",
]


@pytest.mark.parametrize(("sentence", "money"), MONEY.items(), ids=range(len(MONEY)))
def test_amounts(sentence: str, money: list[tuple[float, str, str]]) -> None:
    assert values(sentence, Kind.MONEY, "amount", "currency", "bound") == money


@pytest.mark.parametrize("sentence", NO_MONEY)
def test_what_is_no_money(sentence: str) -> None:
    assert values(sentence, Kind.MONEY) == []


def test_what_it_is_for() -> None:
    assert values("Tỉnh đoàn ủng hộ 20 triệu đồng cho quỹ khuyến học.", Kind.MONEY, "purpose") == [
        ("quỹ khuyến học",)
    ]
