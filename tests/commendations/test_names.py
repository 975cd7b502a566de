"""Lists of those honoured, as papers and chats write them."""

from __future__ import annotations

import pytest

from ketnghia.commendations.names import Line, collectives, endings, people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Đoàn xã Đông Hà;\n02/ Đoàn xã Tây Hà.", ["Đoàn xã Đông Hà", "Đoàn xã Tây Hà"]),
        ("- Chi đoàn Công an tỉnh\n\n- Chi đoàn Công an tỉnh", ["Chi đoàn Công an tỉnh"]),
        ("1\tĐoàn xã Đông Hà\tcó thành tích", ["Đoàn xã Đông Hà"]),
        ("Trường THPT số 2", ["Trường THPT số 2"]),
        ("", []),
    ],
)
def test_each_line_is_a_collective(text: str, names: list[str]) -> None:
    assert [line.name for line in collectives(text)] == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "1. Đ/c NGUYỄN VĂN AN, Bí thư Đoàn xã Đông Hà",
            [Line("Nguyễn Văn An", "Bí thư Đoàn xã Đông Hà")],
        ),
        ("Lê Thị Bé - Phó Bí thư;", [Line("Lê Thị Bé", "Phó Bí thư")]),
        (
            "2\tTrần Văn Tư\tỦy viên\tĐoàn trường",
            [Line("Trần Văn Tư", "Ủy viên, Đoàn trường")],
        ),
        ("Phoulamphone Xihavong", [Line("Phoulamphone Xihavong")]),
        ("\n  \n", []),
    ],
)
def test_each_line_is_a_person_with_what_stands_behind(text: str, lines: list[Line]) -> None:
    assert people(text) == lines


def test_a_title_ends_in_the_name_of_a_unit() -> None:
    assert endings("Bí thư Đoàn xã") == ["Bí thư Đoàn xã", "thư Đoàn xã", "Đoàn xã", "xã"]
