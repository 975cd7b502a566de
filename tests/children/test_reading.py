"""Children as they are pasted, one a line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.children.reading import read_children
from ketnghia.children.sealing import Particulars

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "child"),
    [
        ("Vũ Ngọc Linh, 2015, lớp 5A", Particulars("Vũ Ngọc Linh", "2015", "lớp 5A")),
        ("1. Em VŨ NGỌC LINH - 3/4/2015", Particulars("Vũ Ngọc Linh", "2015-04-03")),
        ("2\tĐỗ Quang Huy\tNam\t2014\tTHCS Đông Hà\t0912 345 678",
         Particulars("Đỗ Quang Huy", "2014", "THCS Đông Hà")),
        ("Lê An Nhiên; sinh năm 2016; C1234567",
         Particulars("Lê An Nhiên", "2016", "", "C1234567")),
        ("cháu trần bảo ngọc, sn 2013, 7B, THCS A",
         Particulars("Trần Bảo Ngọc", "2013", "7B, THCS A")),
    ],
)  # fmt: skip
def test_a_line_is_told_by_what_its_parts_look_like(line: str, child: Particulars) -> None:
    [read] = read_children(line, today=TODAY)

    assert read.particulars == child
    assert not read.is_doubtful


def test_headings_and_sums_are_no_children() -> None:
    text = "DANH SÁCH THIẾU NHI\nSTT\tHọ và tên\tNăm sinh\n1\tVũ Ngọc Linh\t2015\n\nTổng cộng: 1 em"

    assert [line.particulars.name for line in read_children(text, today=TODAY)] == ["Vũ Ngọc Linh"]


@pytest.mark.parametrize("line", ["Linh, 2015", "Vũ Ngọc Linh", "Vũ Ngọc Linh, 31/2/2015"])
def test_a_line_without_a_whole_name_or_birth_is_doubtful(line: str) -> None:
    [read] = read_children(line, today=TODAY)

    assert read.is_doubtful


@given(st.text(max_size=300))
def test_anything_may_be_pasted_and_printed(text: str) -> None:
    lines = read_children(text, today=TODAY)

    assert len(lines) <= 200
    assert {str(line) for line in lines} <= {"Line(…)"}
