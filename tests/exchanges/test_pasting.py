"""Lists as they come from Word, Excel and Zalo."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketnghia.exchanges.names import is_child_word
from ketnghia.exchanges.pasting import Row, read_list
from ketnghia.vietnamese.names import clean_name, is_name

ON = date(2026, 11, 24)

EXCEL = """\
DANH SÁCH ĐOÀN ĐẠI BIỂU\t\t\t\t\t
STT\tHọ và tên\tChức vụ\tĐơn vị\tNgày sinh\tSố điện thoại
1\tNGUYỄN VĂN AN\tPhó Bí thư\tTỉnh đoàn Đông Sơn\t12/5/1990\t0912 345 678
2\tĐ/c Trần Thị  Bình (Trưởng đoàn)\tBí thư\tTỉnh đoàn Đông Sơn\t3/2/1988\t0912345679
3\tLê Minh Châu\tHọc sinh lớp 9A\tTrường THCS Đông Hà\t7/8/2011\t
4\tPhạm Gia Hân\t\tTrường THCS Đông Hà\t7/8/2012\t
Tổng cộng: 4 người\t\t\t\t\t
"""

WORD = """\
TT\tHọ đệm\tTên\tChức vụ, đơn vị\tGhi chú
I. Cán bộ
1.\tHoàng Văn\tDũng\tỦy viên Ban Thường vụ Tỉnh đoàn\tphiên dịch
II. Thiếu nhi
1.\tVũ Ngọc\tLinh\tChi đội trưởng\t
2.\tĐỗ Quang\tHuy\t\t
"""

ZALO = """\
Danh sách đi Savannakhet:
1. Đ/c Nguyễn Thu Hà - Phó Bí thư Tỉnh đoàn - 0987654321
2) Phạm Quốc Bảo (Bí thư, trưởng đoàn)
- Trưởng ban Thanh thiếu nhi: Bùi Thị Hoa
• lê văn nam, chuyên viên
3. Em Trần Bảo Ngọc - lớp 7B
4. Đinh Tuấn, sinh năm 2013
anh em nhớ mang hộ chiếu nhé
"""


def test_an_excel_list_is_read_by_its_heads() -> None:
    read = read_list(EXCEL, on=ON)

    assert read.rows == (
        Row("Nguyễn Văn An", "Phó Bí thư, Tỉnh đoàn Đông Sơn"),
        Row("Trần Thị Bình", "Bí thư, Tỉnh đoàn Đông Sơn", "Trưởng đoàn"),
    )
    assert read.children == 2
    assert read.columns == ("name", "title", "unit")
    assert read.unkept == ("birth", "phone")
    assert read.left_out == ()


def test_a_word_table_with_two_columns_of_a_name_and_headings() -> None:
    read = read_list(WORD, on=ON)

    assert read.rows == (Row("Hoàng Văn Dũng", "Ủy viên Ban Thường vụ Tỉnh đoàn", "Phiên dịch"),)
    assert read.children == 2


def test_a_chat_list_is_cut_at_its_signs() -> None:
    read = read_list(ZALO, on=ON)

    assert read.rows == (
        Row("Nguyễn Thu Hà", "Phó Bí thư Tỉnh đoàn"),
        Row("Phạm Quốc Bảo", "Bí thư", "Trưởng đoàn"),
        Row("Bùi Thị Hoa", "Trưởng ban Thanh thiếu nhi"),
        Row("Lê Văn Nam", "chuyên viên"),
    )
    assert read.children == 2


def test_columns_without_heads_are_told_by_what_stands_in_them() -> None:
    read = read_list(
        "1\tNguyễn Văn An\tBí thư\t1990\n2\tTrần Thị Bình\tPhó Bí thư\t1/1/1991\n"
        "3\tLê Gia Bảo\tĐội viên\t2014",
        on=ON,
    )

    assert [row.name for row in read.rows] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert [row.title for row in read.rows] == ["Bí thư", "Phó Bí thư"]
    assert read.children == 1
    assert read.unkept == ("birth",)


def test_doubts_are_told() -> None:
    read = read_list(
        "Họ và tên\tChức vụ\tNgày sinh\nAn\tBí thư\t\nTrần Bình 2\t\t\n"
        "Lê Văn Cường\tPhó Bí thư\t31/2/1990\nLê Văn Cường\tBí thư\t",
        on=ON,
    )

    assert [row.doubts for row in read.rows] == [
        ("name",),
        ("name", "title"),
        ("birth", "twice"),
        ("twice",),
    ]


@pytest.mark.parametrize(
    ("born", "is_child"),
    [("24/11/2010", False), ("25/11/2010", True), ("2010", True), ("2009", False), ("85", False)],
)
def test_under_sixteen_on_the_day_is_a_child(born: str, is_child: bool) -> None:  # noqa: FBT001
    read = read_list(f"Họ tên\tNăm sinh\nLê Văn Cường\t{born}", on=ON)

    assert read.children == is_child
    assert len(read.rows) == (not is_child)


@pytest.mark.parametrize(
    ("words", "is_child"),
    [
        ("Học sinh lớp 9A", True),
        ("Phó Bí thư Đoàn trường, học sinh lớp 12", True),
        ("Liên đội trưởng", True),
        ("Đoàn thiếu nhi", True),
        ("Trưởng ban Thanh thiếu nhi", False),
        ("Giáo viên phụ trách học sinh", False),
        ("Phó Chủ tịch Hội đồng Đội", False),
        ("Giám đốc Nhà Thiếu nhi tỉnh", False),
        ("Bí thư Đoàn xã", False),
    ],
)
def test_who_is_marked_as_a_child(words: str, is_child: bool) -> None:  # noqa: FBT001
    assert is_child_word(words) == is_child


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("1. Đ/c NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("2) Bà trần thị bình;", "Trần Thị Bình"),
        ("- Băng On Phim Mạ San (Lào)", "Băng On Phim Mạ San"),
        ("宋爽", "宋爽"),
        ("Ksor H'Bia", "Ksor H'Bia"),
    ],
)
def test_names_are_cleaned(typed: str, name: str) -> None:
    assert clean_name(typed) == name
    assert is_name(name)


def test_a_line_about_a_child_that_cannot_be_read_is_counted_and_not_shown() -> None:
    read = read_list("1. bé An\n2. Nguyễn Thu Hà - Bí thư\nghi chú gì đó 12", on=ON)

    assert read.children == 1
    assert [row.name for row in read.rows] == ["Nguyễn Thu Hà"]
    assert read.left_out == ("ghi chú gì đó 12",)


@given(st.text(max_size=200))
def test_anything_may_be_pasted(text: str) -> None:
    read = read_list(text, on=ON)

    assert all(row.name for row in read.rows)


@given(
    st.lists(st.sampled_from(["Lê Gia Bảo", "Vũ Ngọc Linh", "Trần An Nhiên"]), max_size=5),
    st.sampled_from(["{n}. Em {name}", "{name}\tHọc sinh", "{name} - lớp 5A", "{name}, 3/4/2015"]),
)
def test_a_childs_name_never_leaves_the_reader(names: list[str], shape: str) -> None:
    lines = [shape.format(n=at, name=name) for at, name in enumerate(names, start=1)]
    read = read_list("\n".join(lines), on=ON)

    assert read.rows == ()
    assert read.children == len(names)
    assert not any(name in str(read) for name in names)
