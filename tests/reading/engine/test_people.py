"""People and posts: before the name and behind it, in lists, foreign, and nobody."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import values

NAMED = {
    "Đồng chí K’Sương, Bí thư Đoàn xã Đắk Som phát biểu.": [("K’Sương", "Bí thư Đoàn xã Đắk Som")],
    # ---- the post behind the name
    "Dự buổi lễ có đồng chí Nguyễn Minh Tiến, Bí thư Trung ương Đoàn, Chủ tịch Trung ương Hội "
    "Sinh viên Việt Nam; đồng chí Đặng Thị Ngọc, Tỉnh ủy viên, Bí thư Tỉnh đoàn Yên Bái.": [
        ("Nguyễn Minh Tiến", "Bí thư Trung ương Đoàn, Chủ tịch Trung ương Hội Sinh viên Việt Nam"),
        ("Đặng Thị Ngọc", "Tỉnh ủy viên, Bí thư Tỉnh đoàn Yên Bái"),
    ],
    "Thượng tá Trần Văn Hùng - Phó Chính ủy Bộ Chỉ huy BĐBP tỉnh và chị Hồ Thị Thu Hằng - Phó Bí "
    "thư Tỉnh đoàn ký kết.": [
        ("Trần Văn Hùng", "Phó Chính ủy Bộ Chỉ huy BĐBP tỉnh"),
        ("Hồ Thị Thu Hằng", "Phó Bí thư Tỉnh đoàn"),
    ],
    "Anh Phạm Quốc Khánh (SN 1995), Bí thư Đoàn xã Hòa Bắc kể lại.": [
        ("Phạm Quốc Khánh", "Bí thư Đoàn xã Hòa Bắc")
    ],
    "Chị Đinh Thị Hoa, 27 tuổi, Bí thư Chi đoàn thôn Làng Mới, khởi xướng việc này.": [
        ("Đinh Thị Hoa", "Bí thư Chi đoàn thôn Làng Mới")
    ],
    "Thiếu tá Lê Văn Sơn - Phó Đại đội trưởng về chính trị Đại đội 5 phát biểu.": [
        ("Lê Văn Sơn", "Phó Đại đội trưởng về chính trị Đại đội 5")
    ],
    "Chứng kiến có GS.TS Lê Anh Vinh, Viện trưởng Viện Khoa học Giáo dục Việt Nam và TS. Hà Thị "
    "Lan - Hiệu trưởng Trường Đại học Tây Bắc.": [
        ("Lê Anh Vinh", "Viện trưởng Viện Khoa học Giáo dục Việt Nam"),
        ("Hà Thị Lan", "Hiệu trưởng Trường Đại học Tây Bắc"),
    ],
    "Đồng chí Nguyễn Tường Minh được bầu giữ chức Chủ tịch Hội LHTN Việt Nam tỉnh Lai Châu.": [
        ("Nguyễn Tường Minh", "Chủ tịch Hội LHTN Việt Nam tỉnh Lai Châu")
    ],
    # ---- the post before the name
    "Bí thư Đoàn Khối các cơ quan tỉnh Nguyễn Thị Thanh Huyền khẳng định điều đó.": [
        ("Nguyễn Thị Thanh Huyền", "Bí thư Đoàn Khối các cơ quan tỉnh")
    ],
    "Phó Chủ tịch UBND tỉnh An Giang Lê Thanh Tùng dự lễ.": [
        ("Lê Thanh Tùng", "Phó Chủ tịch UBND tỉnh An Giang")
    ],
    "Phó Chủ tịch UBND xã Nậm Cắn Lầu Bá Chò cũng đến động viên.": [
        ("Lầu Bá Chò", "Phó Chủ tịch UBND xã Nậm Cắn")
    ],
    "Giảng viên Nguyễn Đông Hải hướng dẫn các bạn viết dự án.": [("Nguyễn Đông Hải", "Giảng viên")],
    "Tham dự có Phó Bí thư Thành ủy, Chủ tịch Ủy ban MTTQ Việt Nam TPHCM Nguyễn Phước Hải.": [
        ("Nguyễn Phước Hải", "Phó Bí thư Thành ủy, Chủ tịch Ủy ban MTTQ Việt Nam TPHCM")
    ],
    "Chủ tịch Hội Hữu nghị Việt Nam - Campuchia Vũ Minh đại diện ký kết.": [
        ("Vũ Minh", "Chủ tịch Hội Hữu nghị Việt Nam - Campuchia")
    ],
    "Anh Lê Tường Sơn, Trưởng ban Đoàn kết tập hợp thanh niên T.Ư Đoàn làm trưởng đoàn.": [
        ("Lê Tường Sơn", "Trưởng ban Đoàn kết tập hợp thanh niên T.Ư Đoàn")
    ],
    # ---- lists
    "Nhà được trao cho hai em Sồng A Dỗng và Lò Xuân Bắc.": [
        ("Sồng A Dỗng", ""),
        ("Lò Xuân Bắc", ""),
    ],
    "Tham dự có các đồng chí: Ngô Văn Cường, Bí thư BCH Trung ương Đoàn; Lê Hải Long, Phó Trưởng "
    "Ban Thanh niên trường học Trung ương Đoàn.": [
        ("Ngô Văn Cường", "Bí thư BCH Trung ương Đoàn"),
        ("Lê Hải Long", "Phó Trưởng Ban Thanh niên trường học Trung ương Đoàn"),
    ],
    "Các đồng chí Phó Bí thư Huyện đoàn: Nguyễn Văn An, Trần Thị Bình dự hội nghị.": [
        ("Nguyễn Văn An", "Phó Bí thư Huyện đoàn"),
        ("Trần Thị Bình", "Phó Bí thư Huyện đoàn"),
    ],
    # ---- partners and peoples
    "Bí thư Tỉnh đoàn Salavan Bunlai Xaysompheng cảm ơn tuổi trẻ Quảng Trị.": [
        ("Bunlai Xaysompheng", "Bí thư Tỉnh đoàn Salavan")
    ],
    "Đồng chí Somphone Phommachanh, Bí thư Đoàn TNND Cách mạng Lào tỉnh Khăm Muồn vui mừng.": [
        ("Somphone Phommachanh", "Bí thư Đoàn TNND Cách mạng Lào tỉnh Khăm Muồn")
    ],
    "Ông Vương Chí Cường, Phó Bí thư Khu đoàn Quảng Tây (Trung Quốc) phát biểu đáp từ.": [
        ("Vương Chí Cường", "Phó Bí thư Khu đoàn Quảng Tây (Trung Quốc)")
    ],
    "Cùng đi có đồng chí Khăm Phay Bút Đa Viêng, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Tỉnh đoàn "
    "Sê Kông.": [
        ("Khăm Phay Bút Đa Viêng", "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Tỉnh đoàn Sê Kông")
    ],
    "Theo anh Y Blôk Niê, Bí thư Huyện đoàn Cư M'gar, việc ấy cần làm ngay.": [
        ("Y Blôk Niê", "Bí thư Huyện đoàn Cư M'gar")
    ],
    "Tổng Lãnh sự Việt Nam tại Savannakhet Đặng Thị Hải Tâm đến chia vui.": [
        ("Đặng Thị Hải Tâm", "Tổng Lãnh sự Việt Nam tại Savannakhet")
    ],
    "Ông Mor Socheat - Bí thư thứ hai Đại sứ quán Vương quốc Campuchia tại Việt Nam dự lễ.": [
        ("Mor Socheat", "Bí thư thứ hai Đại sứ quán Vương quốc Campuchia tại Việt Nam")
    ],
    "Ông Nguyễn Xuân Thủy-nguyên Chủ tịch Hội Nông dân huyện Chư Sê cũng đến.": [
        ("Nguyễn Xuân Thủy", "nguyên Chủ tịch Hội Nông dân huyện Chư Sê")
    ],
    # ---- without a post
    "Bà Chu Thị Thương (60 tuổi, trú bản Yên Hòa, xã Mường Lát) được sửa lại nhà.": [
        ("Chu Thị Thương", "")
    ],
}
NOBODY = [
    "Lễ dâng hương tại tượng đài Chủ tịch Hồ Chí Minh và Nhà lưu niệm đồng chí Lê Hồng Phong.",
    "Trường THPT Nguyễn Huệ và phố Trần Hưng Đạo rợp cờ hoa.",
    "Chương trình do Quỹ Vừ A Dính và Giải thưởng Phạm Văn Thuận đồng hành.",
    "Các bạn trẻ ôn lại tấm gương anh hùng liệt sĩ Lý Tự Trọng.",
    "Ban Thường vụ Tỉnh đoàn Bình Dương và Tỉnh đoàn An Giang gặp nhau.",
    "Đồng chí, đồng bào cả nước hướng về biển đảo.",
]


@pytest.mark.parametrize(("sentence", "people"), NAMED.items(), ids=range(len(NAMED)))
def test_people_with_their_posts(sentence: str, people: list[tuple[str, str]]) -> None:
    assert values(sentence, Kind.PERSON, "name", "position") == people


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_with_a_part_is_named(sentence: str) -> None:
    assert values(sentence, Kind.PERSON) == []


def test_a_short_name_further_down_is_the_same_person() -> None:
    people = values(
        "Chị Nguyễn Phạm Duy Trang, Bí thư Trung ương Đoàn dự lễ. Chị Duy Trang phát biểu.",
        Kind.PERSON,
        "name",
    )

    assert people == [("Nguyễn Phạm Duy Trang",)]
