"""Commitments: promised numbers, their rhythm, either/or, at the friend's; and what is done."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import told, values

PROMISED = {
    "Theo đó, mỗi năm hai đơn vị tổ chức ít nhất 01 hoạt động giao lưu; phối hợp xây dựng 02 công "
    "trình thanh niên.": [(1, "at_least", "year"), (2, "exactly", "year")],
    "Giai đoạn 2024 - 2027, hai bên phấn đấu hỗ trợ xây 10 nhà nhân ái, trao 500 suất học bổng.": [
        (10, "exactly", None),
        (500, "exactly", None),
    ],
    "Cả giai đoạn, hai bên cam kết trồng 20.000 cây xanh.": [(20000, "exactly", "term")],
    "Hằng quý, hai bên sẽ tổ chức 01 buổi sinh hoạt chung.": [(1, "exactly", "quarter")],
    "Hai bên thống nhất tổ chức tối thiểu 02 hoạt động mỗi năm.": [(2, "at_least", "year")],
    "Phấn đấu 100% cơ sở đoàn có công trình thanh niên.": [(100, "exactly", None)],
    "Đoàn Khối cam kết nhận đỡ đầu 05 học sinh đến năm 18 tuổi.": [(5, "exactly", None)],
    "Dự kiến chương trình sẽ trao khoảng 300 suất quà.": [(300, "about", None)],
    "Từ nay đến 31/8 còn 14 căn nhà sẽ được hoàn thành.": [(14, "exactly", None)],
}
DONE = [
    "Năm 2025, hai bên đã thực hiện vượt chỉ tiêu, tổ chức 14 hoạt động.",
    "Đã có 2.064 bạn ký cam kết không vi phạm luật giao thông.",
    "Nhân dịp này, hai bên trao 30 suất học bổng.",
    "Câu lạc bộ hiện có 642 thành viên sinh hoạt định kỳ.",
    "Theo kế hoạch đề ra, đến nay đã hoàn thành 5 công trình.",
]
LIST = """Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký kết chương trình phối hợp

Ngày 3/5/2024, hai Tỉnh đoàn ký kết chương trình phối hợp.

Hai đơn vị thống nhất:
- Tổ chức 02 chương trình về nguồn.
- Trao 05 suất học bổng "Ươm mầm"/năm, mỗi suất 2.000.000đ.

Dịp này, Tỉnh đoàn Cà Mau trao 40 áo phao cho bà con.
"""


@pytest.mark.parametrize(("sentence", "promises"), PROMISED.items(), ids=range(len(PROMISED)))
def test_what_is_promised(sentence: str, promises: list[tuple[float, str, str | None]]) -> None:
    assert values(sentence, Kind.COMMITMENT, "quantity", "bound", "per") == promises


@pytest.mark.parametrize("sentence", DONE)
def test_what_is_done_is_no_promise(sentence: str) -> None:
    assert values(sentence, Kind.COMMITMENT) == []


def test_a_list_under_what_both_agreed_is_promised_and_what_follows_is_not() -> None:
    reading = told(LIST.split("\n\n", 1)[1], title=LIST.split("\n", 1)[0])

    assert [(one.value.quantity, one.value.per) for one in reading.of(Kind.COMMITMENT)] == [
        (2, None),
        (5, "year"),
    ]
    assert [one.value.value for one in reading.of(Kind.FIGURE)] == [40]


def test_either_is_enough() -> None:
    promises = values(
        "Mỗi năm hỗ trợ ít nhất 01 phòng máy tính hoặc 01 sân chơi tại đơn vị bạn.",
        Kind.COMMITMENT,
        "what",
        "bound",
        "per",
        "choice",
        "is_at_friends",
    )

    assert promises == [
        ("phòng máy tính", "at_least", "year", 1, True),
        ("sân chơi", "at_least", "year", 1, True),
    ]


def test_a_promise_elsewhere_is_not_at_the_friends() -> None:
    assert values(
        "Hai bên cam kết mỗi năm tổ chức 02 hoạt động tình nguyện; cử cán bộ sang tỉnh bạn.",
        Kind.COMMITMENT,
        "is_at_friends",
    ) == [(False,)]
