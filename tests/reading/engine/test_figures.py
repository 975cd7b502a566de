"""Figures: what is counted, its value, its bound; and numbers that count nothing."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import told, values

COUNTED = {
    "Đoàn đã trao tặng 50 suất quà (trị giá 500.000 đồng/suất) cho học sinh nghèo xã Dân Hóa.": [
        (50, "suất quà", "exactly")
    ],
    "Tỉnh đoàn trao 1.000 lá cờ Tổ quốc, 200 áo phao và 02 tủ thuốc y tế cho ngư dân.": [
        (1000, "lá cờ Tổ quốc", "exactly"),
        (200, "áo phao", "exactly"),
        (2, "tủ thuốc y tế", "exactly"),
    ],
    "Chương trình có sự tham gia của gần 300 đoàn viên, thanh niên và hơn 20 sinh viên Lào.": [
        (300, "đoàn viên, thanh niên", "about"),
        (20, "sinh viên Lào", "at_least"),
    ],
    "Sau 5 năm, hai bên đã tổ chức 12 đợt giao lưu, trao đổi 45 đoàn cán bộ.": [
        (12, "đợt giao lưu", "exactly"),
        (45, "đoàn cán bộ", "exactly"),
    ],
    "Toàn tỉnh trồng được 125.000 cây xanh, đạt 125% chỉ tiêu.": [(125000, "cây xanh", "exactly")],
    "Hiến được 210 đơn vị máu sau 4 giờ.": [(210, "đơn vị máu", "exactly")],
    "Có 15/15 chi đoàn hoàn thành đại hội; kết nạp 120 đoàn viên mới.": [
        (15, "chi đoàn", "exactly"),
        (120, "đoàn viên mới", "exactly"),
    ],
    "Theo Nghị quyết 25-NQ/TW, Chỉ thị 05 và Kết luận 01, đã có 18 mô hình.": [
        (18, "mô hình", "exactly")
    ],
    "Trận bóng đá 7 người kết thúc với tỷ số 3-2, 500 cổ động viên đến xem.": [
        (500, "cổ động viên", "exactly")
    ],
    "Xây dựng 02 “Nhà nhân ái”, 01 sân chơi thiếu nhi.": [
        (2, "Nhà nhân ái", "exactly"),
        (1, "sân chơi thiếu nhi", "exactly"),
    ],
    "Trao giấy khen cho 8 liên đội, 12 Tổng phụ trách giỏi.": [
        (8, "liên đội", "exactly"),
        (12, "Tổng phụ trách giỏi", "exactly"),
    ],
    "Các em thi đua “Thiếu nhi làm nghìn việc tốt”: thu gom 28 tấn giấy vụn.": [
        (28, "tấn giấy vụn", "exactly")
    ],
    "Hai buổi giao lưu đã thu hút một trăm thanh niên.": [
        (2, "buổi giao lưu", "exactly"),
        (100, "thanh niên", "exactly"),
    ],
    "Toàn Đoàn thực hiện hơn 26.400 (tăng 9,56% so với năm 2021) công trình thanh niên.": [
        (26400, "công trình thanh niên", "at_least")
    ],
    "Hơn 1,2 vạn lượt thanh niên tham gia.": [(12000, "lượt thanh niên", "at_least")],
    "Tuyên dương 70 gương mặt tiêu biểu nhân kỷ niệm 70 năm Ngày Giải phóng Thủ đô.": [
        (70, "gương mặt tiêu biểu", "exactly")
    ],
    "Sửa chữa 3 km đường giao thông nông thôn, nạo vét 1.500m kênh mương.": [
        (3, "km đường giao thông nông thôn", "exactly"),
        (1500, "m kênh mương", "exactly"),
    ],
    # ---- at the beginning of what somebody says
    'Chị nói: "33/33 xã, thị trấn đã ra quân, nơi nào cũng có công trình của thanh niên".': [
        (33, "xã, thị trấn", "exactly")
    ],
    # ---- in words
    "Có hơn một trăm đoàn viên, ba mươi lăm đại biểu, một trăm linh hai cán bộ tham gia.": [
        (100, "đoàn viên", "at_least"),
        (35, "đại biểu", "exactly"),
        (102, "cán bộ", "exactly"),
    ],
    "Mười hai cặp đôi đã nhận quà, sáu trăm năm mươi bảy phần quà được trao.": [
        (12, "cặp đôi", "exactly"),
        (657, "phần quà", "exactly"),
    ],
    "Ba mươi tư em và hai mươi mốt hộ được khám.": [(34, "em", "exactly"), (21, "hộ", "exactly")],
    "Hai đoàn viên được tuyên dương.": [(2, "đoàn viên", "exactly")],
    # ---- where the counted ends
    "Có 1.456 lượt đoàn viên hiến 9 lít máu; giúp 6 hộ dân di dời; làm 02 tuyến đường hoa dài 1 "
    "km.": [
        (1456, "lượt đoàn viên", "exactly"),
        (9, "lít máu", "exactly"),
        (6, "hộ dân", "exactly"),
        (2, "tuyến đường hoa", "exactly"),
    ],
    "Đội gồm 5 điều dưỡng, đổ 30 khối bê tông, mở 2 hội trại.": [
        (5, "điều dưỡng", "exactly"),
        (30, "khối bê tông", "exactly"),
        (2, "hội trại", "exactly"),
    ],
    # ---- a place to which something happened
    "Xã có 20 hộ được nhận quà; toàn huyện có 300 đoàn viên tham gia.": [
        (20, "hộ", "exactly"),
        (300, "đoàn viên", "exactly"),
    ],
}
NOT_COUNTED = [
    "Trời sáng nay 12 độ, có nơi xuống còn 4 độ C; đoàn đã vượt hơn 400 cây số.",
    "Toàn huyện hiện có 15 xã, thị trấn với dân số trên 110.000 người.",
    "Xã có 1.250 hộ, 5.300 khẩu; diện tích tự nhiên 12.000 ha.",
    "Đã mười mấy năm, mỗi năm hai phần ba mùa vụ nhờ trời.",
    "Mười năm qua, hai mươi năm nữa, hai đoàn vẫn là bạn.",
    "Hai tỉnh thống nhất 5 nhóm nhiệm vụ và 3 nội dung lớn.",
    "Ngôi nhà rộng 60m2, cao hơn 4 mét, cách trung tâm xã 12 km.",
    "Chủ nhiệm đề tài 35 tuổi, có 12 năm công tác.",
    "Hội nghị kết thúc lúc 15 giờ 30 phút ngày 12/6, sau 3 ngày làm việc.",
    "Chiến sĩ Lữ đoàn 167, học sinh lớp 12, Khóa 9 và Đại đội 3 cùng dự.",
    "Đường dây nóng 0912345678, văn bản số 112-KH/TĐTN, công nghệ 4.0.",
    "Đội hình xe 0 đồng chở bệnh nhân miễn phí.",
    "Hàng trăm lá thư, vài chục người đã góp sức.",
    "6 tháng qua, phong trào có nhiều khởi sắc.",
    "Hội nghị tổng kết 05 năm Chương trình phối hợp.",
    "Các em rèn luyện theo phong trào “3 chung” và “Học sinh 3 rèn luyện”.",
    "Nhà được trao cho hai em Sồng A Dỗng và Lò Xuân Bắc.",
    "Tỷ lệ tập hợp thanh niên đạt 62,1%.",
]


@pytest.mark.parametrize(("sentence", "figures"), COUNTED.items(), ids=range(len(COUNTED)))
def test_what_is_counted(sentence: str, figures: list[tuple[float, str, str]]) -> None:
    assert values(sentence, Kind.FIGURE, "value", "unit", "bound") == figures


@pytest.mark.parametrize("sentence", NOT_COUNTED)
def test_numbers_that_count_nothing(sentence: str) -> None:
    reading = told(sentence)

    assert reading.of(Kind.FIGURE) == []
    assert reading.of(Kind.COMMITMENT) == []


def test_what_title_and_body_both_tell_is_told_once() -> None:
    figures = values(
        "Ngày 3/5/2024, Tỉnh đoàn tổ chức lễ trao quà.\n\nTỉnh đoàn trao 500 suất quà Tết.",
        Kind.FIGURE,
        "value",
        title="Trao 500 suất quà cho công nhân xa quê đón Tết",
    )

    assert figures == [(500,)]
