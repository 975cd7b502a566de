from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.agreements.understanding import understand

SIDES = ("Đông Hà", "Mường Xa")
Ways = list[tuple[str, str, int | None]]


@pytest.mark.parametrize(
    ("sentence", "rhythm", "who", "where", "ways"),
    [
        (
            "mỗi năm ít nhất 02 hoạt động giao lưu",
            "each_year",
            "jointly",
            "anywhere",
            [("exchange", "at_least", 2)],
        ),
        (
            "Mỗi năm mỗi bên ít nhất 01 công trình hoặc 01 hoạt động an sinh tại đơn vị bạn",
            "each_year",
            "each_side",
            "friend",
            [("project", "at_least", 1), ("welfare", "at_least", 1)],
        ),
        (
            "Hằng năm hai bên gặp gỡ một lần",
            "each_year",
            "jointly",
            "anywhere",
            [("meeting", "exactly", 1)],
        ),
        (
            "hang nam hai ben to chuc toi thieu 3 chuyen tham",
            "each_year",
            "jointly",
            "anywhere",
            [("delegation", "at_least", 3)],
        ),
        (
            "Đông Hà mở hai lớp tập huấn trước ngày 30/9/2025",
            "once_by",
            "one_side",
            "anywhere",
            [("training", "at_least", 2)],
        ),
        (
            "từ 02 cuộc giao lưu trở lên mỗi năm",
            "each_year",
            "jointly",
            "anywhere",
            [("exchange", "at_least", 2)],
        ),
        (
            "Trong giai đoạn, mỗi bên không quá 3 đoàn công tác",
            "over_term",
            "each_side",
            "anywhere",
            [("delegation", "at_most", 3)],
        ),
        (
            "mỗi đơn vị khoảng 10 hoạt động tình nguyện",
            "over_term",
            "each_side",
            "anywhere",
            [("volunteer", "about", 10)],
        ),
        (
            "Thường xuyên tuyên truyền về tình hữu nghị",
            "over_term",
            "jointly",
            "anywhere",
            [("propaganda", "at_least", None)],
        ),
        (
            "Năm 2026 hai bên tổ chức 5 đợt tình nguyện",
            "over_term",
            "jointly",
            "anywhere",
            [("volunteer", "at_least", 5)],
        ),
        (
            "mỗi năm trên 20 buổi làm việc",
            "each_year",
            "jointly",
            "anywhere",
            [("meeting", "over", 20)],
        ),
        (
            "Mỗi bên tặng quà cho thiếu nhi bên bạn",
            "over_term",
            "each_side",
            "friend",
            [("support", "at_least", None)],
        ),
        ("không có gì để đếm ở đây", "over_term", "jointly", "anywhere", []),
        ("mỗi năm", "each_year", "jointly", "anywhere", []),
    ],
)
def test_a_promise_is_understood_as_it_is_said(
    sentence: str, rhythm: str, who: str, where: str, ways: Ways
) -> None:
    read = understand(sentence, parties=SIDES)

    assert (read.rhythm.value, read.who.value, read.where.value) == (rhythm, who, where)
    assert [(way.counted, way.bound, way.quantity) for way in read.ways] == ways


def test_what_cannot_be_told_is_asked() -> None:
    assert understand("ít nhất 02 cuộc giao lưu").doubts == ("who", "rhythm")
    assert understand("hai bên giữ liên lạc").doubts == ("counted",)


def test_a_name_inside_the_sentence_is_not_its_doer() -> None:
    read = understand("Hai bên cùng thăm các gia đình ở Mường Xa", parties=SIDES)

    assert read.who.value == "jointly"


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    read = understand(text, parties=SIDES)

    assert all(0 <= start < end <= len(text) for start, end in read.spans)


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from(
        [
            ("ít nhất", "at_least"),
            ("khoảng", "about"),
            ("trên", "over"),
            ("gần", "nearly"),
            ("không quá", "at_most"),
            ("đúng", "exactly"),
        ]
    ),
)
def test_a_bound_and_its_number_are_never_lost(number: int, bound: tuple[str, str]) -> None:
    (way,) = understand(f"Mỗi năm hai bên tổ chức {bound[0]} {number:02} cuộc giao lưu").ways

    assert (way.bound, way.quantity) == (bound[1], number)
