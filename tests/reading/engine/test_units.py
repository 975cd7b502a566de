"""Units that act: names at every level, joined names, aliases, partners; and who stands by."""

from __future__ import annotations

import pytest

from tests.reading.engine.reading import told

ACT = {
    "Vừa qua Đoàn Thanh niên Công ty Than Núi Hồng đã trao quà; tuần qua Huyện đoàn Đại Từ "
    "tổng kết.": ["Đoàn Thanh niên Công ty Than Núi Hồng", "Huyện đoàn Đại Từ"],
    "Ngày 5/3, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký kết chương trình phối hợp.": [
        "Tỉnh đoàn Cà Mau",
        "Tỉnh đoàn Hà Nam",
    ],
    "Đoàn Thanh niên Công an tỉnh Nghệ An phối hợp với Huyện đoàn Kỳ Sơn tổ chức giao lưu.": [
        "Đoàn Thanh niên Công an tỉnh Nghệ An",
        "Huyện đoàn Kỳ Sơn",
    ],
    "Tỉnh đoàn Lào Cai phối hợp với Châu đoàn Hồng Hà (Vân Nam, Trung Quốc) tổ chức giao lưu.": [
        "Tỉnh đoàn Lào Cai",
        "Châu đoàn Hồng Hà",
    ],
    "Tỉnh đoàn Sơn La hội đàm với Đoàn Thanh niên Nhân dân Cách mạng Lào tỉnh Hủa Phăn.": [
        "Tỉnh đoàn Sơn La",
        "Đoàn Thanh niên Nhân dân Cách mạng Lào tỉnh Hủa Phăn",
    ],
    "Đoàn phường Bến Nghé phối hợp với Chi đoàn Ngân hàng TMCP Ngoại thương Việt Nam - Chi nhánh "
    "Sài Gòn tổ chức ngày hội hiến máu.": [
        "Đoàn phường Bến Nghé",
        "Chi đoàn Ngân hàng TMCP Ngoại thương Việt Nam - Chi nhánh Sài Gòn",
    ],
    "Chi đoàn Đồn Biên phòng Lao Bảo (BĐBP Quảng Trị) và Chi đoàn Đại đội 321 vừa kết nghĩa.": [
        "Chi đoàn Đồn Biên phòng Lao Bảo",
        "Chi đoàn Đại đội 321",
    ],
    "Tỉnh đoàn Điện Biên - Cụm trưởng cụm thi đua số 1 tổ chức hội nghị giao ban.": [
        "Tỉnh đoàn Điện Biên"
    ],
    "Đoàn Trường Đại học Vinh và Quận đoàn 5 ra quân.": [
        "Đoàn Trường Đại học Vinh",
        "Quận đoàn 5",
    ],
    "Hội LHTN Việt Nam tỉnh Kiên Giang đón đoàn đại biểu thanh niên tỉnh Kampot.": [
        "Hội LHTN Việt Nam tỉnh Kiên Giang",
        "đoàn đại biểu thanh niên tỉnh Kampot",
    ],
    "Trung ương Đoàn TNCS Hồ Chí Minh và Bộ Tư lệnh Bộ đội Biên phòng ký kết chương trình phối "
    "hợp.": ["Trung ương Đoàn TNCS Hồ Chí Minh", "Bộ Tư lệnh Bộ đội Biên phòng"],
    "Ban Thư ký Hội Liên hiệp Thanh niên (LHTN) Việt Nam tỉnh Kiên Giang tổ chức hội trại.": [
        "Hội Liên hiệp Thanh niên (LHTN) Việt Nam tỉnh Kiên Giang"
    ],
    "Trung ương Đoàn ký kết triển khai học bổng “Vững tương lai” giai đoạn 2023 - 2027 với Ngân "
    "hàng TMCP Quân đội.": ["Trung ương Đoàn", "Ngân hàng TMCP Quân đội"],
    "Đoàn đã đến thăm, chúc Tết cán bộ, chiến sĩ Đồn Biên phòng Pa Ủ.": ["Đồn Biên phòng Pa Ủ"],
    # ---- a name ends before a verb, whatever its marks
    "Đoàn xã Ia Dom phối hợp với Hội Cựu chiến binh xã tổ chưc Ngày Chủ nhật xanh.": [
        "Đoàn xã Ia Dom",
        "Hội Cựu chiến binh xã",
    ],
    "Đoàn xã Ia Dom trao quà; Chi đoàn Đồn Biên phòng cắt tóc miễn phí cho 42 em nhỏ.": [
        "Đoàn xã Ia Dom",
        "Chi đoàn Đồn Biên phòng",
    ],
    # ---- whole names
    "Đoàn Trường Đại học Y Dược Thái Bình và Đoàn Bệnh viện Y học cổ truyền tỉnh ra quân.": [
        "Đoàn Trường Đại học Y Dược Thái Bình",
        "Đoàn Bệnh viện Y học cổ truyền tỉnh",
    ],
    "Chi đoàn Văn phòng Đoàn ĐBQH và HĐND tỉnh Bắc Giang ra quân.": [
        "Chi đoàn Văn phòng Đoàn ĐBQH và HĐND tỉnh Bắc Giang"
    ],
    "Đoàn Thanh niên Ban Chỉ huy Phòng thủ khu vực 2 - Lệ Thủy tổ chức lễ ký.": [
        "Đoàn Thanh niên Ban Chỉ huy Phòng thủ khu vực 2 - Lệ Thủy"
    ],
    "Đoàn Đại học Quốc gia TP. Hồ Chí Minh tổ chức lễ ký.": [
        "Đoàn Đại học Quốc gia TP. Hồ Chí Minh"
    ],
    "Đoàn Thanh niên Bộ Chỉ huy Bộ đội Biên phòng tỉnh Đắk Nông tham gia.": [
        "Đoàn Thanh niên Bộ Chỉ huy Bộ đội Biên phòng tỉnh Đắk Nông"
    ],
    "Thường trực Tỉnh đoàn Tây Ninh phối hợp Nhà Thiếu nhi tỉnh tổ chức giao lưu.": [
        "Tỉnh đoàn Tây Ninh",
        "Nhà Thiếu nhi tỉnh",
    ],
    "Tập đoàn Sao Mai cùng Tỉnh đoàn Đồng Tháp đã trao nhà.": [
        "Tập đoàn Sao Mai",
        "Tỉnh đoàn Đồng Tháp",
    ],
    "Tỉnh đoàn Hòa Bình và Hội Hữu nghị Việt Nam - Nhật Bản tổ chức giao lưu.": [
        "Tỉnh đoàn Hòa Bình",
        "Hội Hữu nghị Việt Nam - Nhật Bản",
    ],
    'CLB Thiện nguyện "Trái tim hồng" (TP. Vinh) phối hợp với Đoàn xã Nậm Càn tặng quà.': [
        'CLB Thiện nguyện "Trái tim hồng"',
        "Đoàn xã Nậm Càn",
    ],
    "Liên Chi đoàn Khoa Ngoại ngữ - Trường Đại học Tây Bắc tổ chức giao lưu.": [
        "Liên Chi đoàn Khoa Ngoại ngữ - Trường Đại học Tây Bắc"
    ],
    "Đoàn xã Sín Thầu và Đồn Biên phòng A Pa Chải tổ chức giao lưu.": [
        "Đoàn xã Sín Thầu",
        "Đồn Biên phòng A Pa Chải",
    ],
    # ---- with asides
    "Đoàn phường Mỹ An – đơn vị chủ nhà – cùng Đoàn xã Hòa Bắc (đơn vị kết nghĩa) đã trao quà.": [
        "Đoàn phường Mỹ An",
        "Đoàn xã Hòa Bắc",
    ],
    "Huyện đoàn Mường Lát, đơn vị được nhận đỡ đầu, đã gửi lời mời.": ["Huyện đoàn Mường Lát"],
    "Đoàn trường THPT Quế Phong – Nghệ An phối hợp tổ chức hiến máu.": [
        "Đoàn trường THPT Quế Phong"
    ],
    "Đoàn Thanh niên Công ty Xăng dầu Nghệ An (thuộc Tập đoàn Xăng dầu Việt Nam) ra quân.": [
        "Đoàn Thanh niên Công ty Xăng dầu Nghệ An"
    ],
    # ---- a list goes on past one of no known sort
    "Đoàn xã Hòa Tiến, Bếp cơm Yêu Thương phường An Khê, Liên đội Trường TH Kim Đồng ra quân.": [
        "Đoàn xã Hòa Tiến",
        "Liên đội Trường TH Kim Đồng",
    ],
    # ---- partners abroad
    "Tỉnh đoàn Hà Giang giao lưu với Đoàn TNCS Trung Quốc châu tự trị dân tộc Choang - Miêu Văn "
    "Sơn.": [
        "Tỉnh đoàn Hà Giang",
        "Đoàn TNCS Trung Quốc châu tự trị dân tộc Choang - Miêu Văn Sơn",
    ],
    "Tỉnh đoàn Quảng Ninh và Ủy ban Khu tự trị Quảng Tây Đoàn TNCS Trung Quốc ký kết.": [
        "Tỉnh đoàn Quảng Ninh",
        "Ủy ban Khu tự trị Quảng Tây Đoàn TNCS Trung Quốc",
    ],
    "Tỉnh đoàn Quảng Ninh làm việc với Đoàn Thanh niên Cộng sản Trung Quốc khu tự trị Dân tộc "
    "Choang Quảng Tây.": [
        "Tỉnh đoàn Quảng Ninh",
        "Đoàn Thanh niên Cộng sản Trung Quốc khu tự trị Dân tộc Choang Quảng Tây",
    ],
    "Tỉnh đoàn Đắk Nông giao lưu với Hội Thanh niên tỉnh Mondulkiri.": [
        "Tỉnh đoàn Đắk Nông",
        "Hội Thanh niên tỉnh Mondulkiri",
    ],
    "Ngay sau đó Đoàn phường Rạch Giá khơi thông 3 tuyến mương.": ["Đoàn phường Rạch Giá"],
}
STAND_BY = [
    "Huyện đoàn Mường Lát, đơn vị được khen, là nơi xa nhất.",
    "Phó Bí thư Thường trực Tỉnh đoàn Tây Ninh phát biểu.",
    "Công trình trị giá 2 tỷ đồng do Công ty Xi măng Hòn Sóc tài trợ.",
    "Được sự chỉ đạo của Tỉnh ủy Cà Mau, phong trào có nhiều khởi sắc.",
    "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, các bạn trẻ thi đua học tập.",
    "Tại điểm thi Trường THPT Chuyên Lê Quý Đôn, nhiều bạn trẻ giúp thí sinh.",
    "Chào mừng thành công Đại hội Hội LHTN Việt Nam tỉnh Bình Dương, nhiều nơi trồng cây.",
    "Thực hiện Kế hoạch số 44-KH/ĐTN ngày 29/11/2023 của Huyện đoàn Giồng Riềng, các xã ra quân.",
    "Ngày hội thanh niên thu hút nhiều bạn trẻ.",
    "Ban tổ chức trao giải cho các bạn nhỏ.",
    "Đoàn viên, thanh niên và Hội nghị viên cùng dự.",
    "Các Tỉnh đoàn và 5 Huyện đoàn cùng gửi lời chúc.",
]


@pytest.mark.parametrize(("sentence", "names"), ACT.items(), ids=range(len(ACT)))
def test_who_acts(sentence: str, names: list[str]) -> None:
    assert [aliases[0] for aliases in told(sentence).record()["units"]] == names


@pytest.mark.parametrize("sentence", STAND_BY)
def test_who_only_stands_by(sentence: str) -> None:
    assert told(sentence).record()["units"] == []


def test_one_unit_under_all_its_names() -> None:
    units = told(
        "Ban Thường vụ Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký kết chương trình. Đoàn TNCS Hồ Chí "
        "Minh tỉnh Hà Nam tặng quà Tỉnh đoàn Cà Mau."
    ).record()["units"]

    assert units == [
        ["Tỉnh đoàn Cà Mau", "Ban Thường vụ Tỉnh đoàn Cà Mau"],
        ["Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam", "Tỉnh đoàn Hà Nam"],
    ]


LIKE_NAMES = [
    ("Tỉnh đoàn Quảng Bình", "Tỉnh đoàn Quảng Ninh"),
    ("Tỉnh đoàn Hà Nam", "Thành đoàn Hà Nội"),
    ("Tỉnh đoàn Bình Định", "Tỉnh đoàn Nam Định"),
    ("Tỉnh đoàn Ninh Bình", "Tỉnh đoàn Ninh Thuận"),
    ("Hội LHTN tỉnh Bình Thuận", "Hội LHTN tỉnh Ninh Thuận"),
    ("Huyện đoàn Hương Khê", "Huyện đoàn Hương Sơn"),
]


@pytest.mark.parametrize(("left", "right"), LIKE_NAMES)
def test_like_names_of_two_places_are_two_units(left: str, right: str) -> None:
    units = told(f"Ngày 5/3, {left} và {right} ký kết chương trình phối hợp.").record()["units"]

    assert units == [[left], [right]]


def test_guests_are_the_union_of_their_city() -> None:
    units = told(
        "Thành Đoàn Thủ Đức gặp gỡ Đoàn đại biểu Liên hiệp Thanh niên thành phố Trùng Khánh. Đoàn "
        "đại biểu thanh niên thành phố Trùng Khánh tặng quà. Hội LHTN Việt Nam thành phố Thủ Đức "
        "tiếp đoàn."
    ).record()["units"]

    assert [unit[0] for unit in units] == [
        "Thành Đoàn Thủ Đức",
        "Đoàn đại biểu thanh niên thành phố Trùng Khánh",
        "Hội LHTN Việt Nam thành phố Thủ Đức",
    ]


def test_initials_name_the_same_school() -> None:
    units = told(
        "Đoàn Trường Đại học Quảng Bình và Đoàn Trường Đại học Vinh ký kết. Đoàn Trường ĐHQB trao "
        "20 suất quà."
    ).record()["units"]

    assert units == [
        ["Đoàn Trường Đại học Quảng Bình", "Đoàn Trường ĐHQB"],
        ["Đoàn Trường Đại học Vinh"],
    ]


def test_one_place_with_a_slip_is_one_unit() -> None:
    units = told(
        "Ngày 5/3, Tỉnh đoàn Quảng Trị hội đàm với Tỉnh đoàn Savannakhet. Tỉnh đoàn Savanakhẹt "
        "tặng 20 suất quà."
    ).record()["units"]

    assert units[1:] == [["Tỉnh đoàn Savannakhet", "Tỉnh đoàn Savanakhẹt"]]


def test_a_bare_name_is_the_unit_the_article_is_about() -> None:
    units = told(
        "Ngày 5/3, Tỉnh đoàn Cà Mau ra quân tại xã Tân Thành.\n\nTỉnh đoàn trao 50 suất quà."
    ).record()["units"]

    assert units == [["Tỉnh đoàn Cà Mau", "Tỉnh đoàn"]]


def test_typing_slips_do_not_hide_a_name() -> None:
    units = told("Tỉnh đoàn Hà Giangđ ã cùng  Tỉnh đoàn Hà Tĩnh tổ chức giao lưu.").record()

    assert [aliases[0] for aliases in units["units"]] == ["Tỉnh đoàn Hà Giang", "Tỉnh đoàn Hà Tĩnh"]
