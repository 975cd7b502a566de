"""How other hands write: documents, posts on social media, other words for the same."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind, read
from tests.reading.engine.reading import lexicon, told, values

WHO = "Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam"

AGREED = {
    f"Ngày 5/3/2020, {WHO} ký giao ước kết nghĩa giai đoạn 2020 - 2022.": ("twinning", 2020, 2022),
    f"Ngày 5/3/2020, {WHO} đã ra mắt Bản ghi nhớ hợp tác giai đoạn 2020 - 2022.": (
        "memorandum",
        2020,
        2022,
    ),
    "Ngày 5/3/2020 diễn ra lễ trao văn bản kết nghĩa giữa Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam.": (
        "twinning",
        None,
        None,
    ),
    f"Ngày 5/3/2020, {WHO} ký chương trình phối hợp hoạt động nhiệm kỳ 2022 - 2027.": (
        "programme",
        2022,
        2027,
    ),
    "Buổi ký kết giữa Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam diễn ra ngày 5/3/2020. Biên bản thỏa "
    "thuận hợp tác 2020 – 2024 có chữ ký của hai bên.": (
        "other",
        2020,
        2024,
    ),
}
CARRIED_OUT = {
    f"Ngày 5/3/2021, {WHO} sơ kết một năm thực hiện bản cam kết kết nghĩa giai đoạn 2020 - 2023.": (
        "twinning",
        2020,
        2023,
    ),
    f"Ngày 5/3/2021, {WHO} tọa đàm, nhìn lại việc thực hiện thỏa thuận hợp tác ký năm 2019 (hiệu "
    "lực đến hết năm 2024).": ("other", None, 2024),
}
NOT_AGREED = [
    f"Ngày 5/3/2020, {WHO} ký giao ước thi đua năm 2020.",
    f"Ngày 5/3/2020, {WHO} tổ chức tọa đàm, nghiên cứu tiến tới ký bản ghi nhớ vào năm 2022.",
    f"Ngày 5/3/2020, {WHO} ra mắt mô hình phối hợp giữ sạch bãi biển.",
    (
        f"Ngày 5/3/2020, {WHO} tổ chức giao lưu.\n\nTrong những năm gần đây, thực hiện thỏa thuận "
        "hợp tác, hai bên đã qua lại nhiều lần."
    ),
]


@pytest.mark.parametrize(("sentence", "paper"), AGREED.items())
def test_a_signing_in_other_words(sentence: str, paper: tuple[str, int, int]) -> None:
    found = told(sentence).record()["agreement"]

    assert found is not None
    assert (found["kind"], found["term_start"], found["term_end"]) == paper
    assert found["parties"] == [0, 1]


@pytest.mark.parametrize(("sentence", "paper"), CARRIED_OUT.items())
def test_a_paper_carried_out(sentence: str, paper: tuple[str, int | None, int]) -> None:
    found = told(sentence).record()["agreement"]

    assert found is not None
    assert (found["kind"], found["term_start"], found["term_end"]) == paper
    assert found["signed_on"] is None


@pytest.mark.parametrize("sentence", NOT_AGREED)
def test_no_signing(sentence: str) -> None:
    assert told(sentence).record()["agreement"] is None


ACT = {
    "Cụm thi đua số 4 (gồm Quận đoàn Long Biên, Huyện đoàn Gia Lâm) tổ chức giao ban.": [
        "Cụm thi đua số 4",
        "Quận đoàn Long Biên",
        "Huyện đoàn Gia Lâm",
    ],
    "Chiều 31/5, Thành đoàn, Hội đồng Đội TP Móng Cái giao lưu với Thành đoàn Đông Hưng.": [
        "Thành đoàn",
        "Hội đồng Đội TP Móng Cái",
        "Thành đoàn Đông Hưng",
    ],
    "Hội LHTN tỉnh và Ngân hàng Nông nghiệp (Agribank) chi nhánh Hà Nam II ký kết thỏa thuận.": [
        "Hội LHTN tỉnh",
        "Ngân hàng Nông nghiệp (Agribank) chi nhánh Hà Nam II",
    ],
    "Thị đoàn Vĩnh Châu phối hợp với Bệnh viện Huyết học - Truyền máu Cần Thơ hiến máu.": [
        "Thị đoàn Vĩnh Châu",
        "Bệnh viện Huyết học - Truyền máu Cần Thơ",
    ],
    "Đoàn Trường Đại học Nông Lâm, Đại học Huế đã ra quân tại xã A Roàng.": [
        "Đoàn Trường Đại học Nông Lâm, Đại học Huế"
    ],
    "Trường Đại học Công nghiệp Việt - Hung và Tỉnh đoàn Hòa Bình ký kết thỏa thuận hợp tác.": [
        "Trường Đại học Công nghiệp Việt - Hung",
        "Tỉnh đoàn Hòa Bình",
    ],
    "Đoàn trường THPT Kỳ Sơn đón tiếp đoàn giáo viên và 28 học sinh Trường THPT Noọng Hét.": [
        "Đoàn trường THPT Kỳ Sơn",
        "Trường THPT Noọng Hét",
    ],
    "30 tình nguyện viên Trường Đại học Kyungpook do ông Park làm trưởng đoàn giao lưu với Huyện "
    "đoàn Đồng Hỷ.": ["Trường Đại học Kyungpook", "Huyện đoàn Đồng Hỷ"],
    "Đoàn Khối Cơ quan và Doanh nghiệp tỉnh Bình Phước cùng Xã đoàn Tân Lợi chia nhau ba việc.": [
        "Đoàn Khối Cơ quan và Doanh nghiệp tỉnh Bình Phước",
        "Xã đoàn Tân Lợi",
    ],
    "Tỉnh đoàn Quảng Trị giao lưu với Chi đoàn bản Đen Sạ-vẳn.": [
        "Tỉnh đoàn Quảng Trị",
        "Chi đoàn bản Đen Sạ-vẳn",
    ],
    "Ngày 5/3, Công an tỉnh và Tỉnh đoàn Kiên Giang ký kết chương trình phối hợp.": [
        "Công an tỉnh",
        "Tỉnh đoàn Kiên Giang",
    ],
    "Hội Sinh viên Đại học Huế và Liên chi lưu học sinh Lào tại Huế tổ chức giao lưu.": [
        "Hội Sinh viên Đại học Huế",
        "Liên chi lưu học sinh Lào",
    ],
    "Đoàn Thanh niên Công ty TNHH Cao su Krông Buk - Ratanakiri phối hợp với Hội Thanh niên tình "
    "nguyện huyện O Chum tặng quà.": [
        "Đoàn Thanh niên Công ty TNHH Cao su Krông Buk - Ratanakiri",
        "Hội Thanh niên tình nguyện huyện O Chum",
    ],
    "Tỉnh đoàn Vĩnh Long tiếp và làm việc với đoàn cán bộ Tổng Lãnh sự quán Trung Quốc tại TP. "
    "Hồ Chí Minh.": ["Tỉnh đoàn Vĩnh Long", "Tổng Lãnh sự quán Trung Quốc tại TP. Hồ Chí Minh"],
    "Hội Thanh niên Hunsen (Hun Sen) tỉnh Mondulkiri giao lưu với Tỉnh đoàn Đắk Lắk.": [
        "Hội Thanh niên Hunsen (Hun Sen) tỉnh Mondulkiri",
        "Tỉnh đoàn Đắk Lắk",
    ],
    "Sau 9 ngày, đoàn viên Đoàn xã Chiềng Ơn và các bạn CLB Mỹ thuật Trường ĐH Tây Bắc đã vẽ.": [
        "Đoàn xã Chiềng Ơn",
        "CLB Mỹ thuật Trường ĐH Tây Bắc",
    ],
    "Tỉnh đoàn Kiên Giang và Hội LHTN Campuchia (UYFC) tỉnh Kampot ký thỏa thuận hợp tác.": [
        "Tỉnh đoàn Kiên Giang",
        "Hội LHTN Campuchia (UYFC) tỉnh Kampot",
    ],
}


@pytest.mark.parametrize(("sentence", "names"), ACT.items())
def test_units_in_other_words(sentence: str, names: list[str]) -> None:
    found = [unit[0] for unit in told(sentence).record()["units"]]
    assert found == names


def test_a_short_name_joins_one_school_not_both() -> None:
    found = told(
        "Đoàn trường Cao đẳng Y tế Sơn La và Đoàn trường Cao đẳng Sư phạm Hà Tây ký kết nghĩa. "
        "Đoàn trường tặng bạn 150 cuốn sách."
    ).record()

    assert len(found["units"]) == 2
    assert found["agreement"]["parties"] == [0, 1]


def test_the_young_of_a_body_in_a_title_are_no_second_unit() -> None:
    found = told(
        "Đoàn cơ sở Hải đội 42 tổ chức giao lưu với Đoàn đặc khu Phú Quốc.",
        title="Tuổi trẻ Hải đội 42 Cảnh sát biển giao lưu với thanh niên Phú Quốc",
    ).record()

    assert [unit[0] for unit in found["units"]] == [
        "Đoàn cơ sở Hải đội 42",
        "Đoàn đặc khu Phú Quốc",
    ]


NAMED = {
    "Có anh Trần Văn Nam, Phó Bí thư (phụ trách) Đoàn Khối các cơ quan tỉnh dự.": [
        ("Trần Văn Nam", "Phó Bí thư (phụ trách) Đoàn Khối các cơ quan tỉnh")
    ],
    "Ông Khăm-phăn Xỉ-thi-đăm-pha, Bí thư Tỉnh đoàn Khăm Muồn phát biểu.": [
        ("Khăm-phăn Xỉ-thi-đăm-pha", "Bí thư Tỉnh đoàn Khăm Muồn")
    ],
    "Anh Đinh A Ngưi (Bí thư Đoàn xã Kon Pne, huyện Kbang) vui mừng.": [
        ("Đinh A Ngưi", "Bí thư Đoàn xã Kon Pne, huyện Kbang")
    ],
    "Chị Lò Thị Mai, Bí thư Đoàn xã, huyện Kbang trao quà.": [("Lò Thị Mai", "Bí thư Đoàn xã")],
    "Tiếp đoàn có anh Trần Văn Bình, Phó Bí thư và Lê Hoài Nam.": [("Trần Văn Bình", "Phó Bí thư")],
    "Chị Nông Thùy Linh, viên chức Bệnh viện Đa khoa Bắc Kạn, hiến máu.": [
        ("Nông Thùy Linh", "viên chức Bệnh viện Đa khoa Bắc Kạn")
    ],
    "Các bạn đến Làng trẻ em SOS Nha Trang dạy các em gấp giấy.": [],
    "Các nghệ nhân trao đổi nghề với phụ nữ, thanh niên A Lưới.": [],
    "ThS. Nguyễn Hữu Tú, Trưởng Phòng Công tác Chính trị - Quản lý sinh viên, Trường Đại học Y "
    "Dược Thái Bình.": [
        (
            "Nguyễn Hữu Tú",
            "Trưởng Phòng Công tác Chính trị - Quản lý sinh viên, Trường Đại học Y Dược Thái Bình",
        )
    ],
    "Chị Lý Thị Mỹ Duyên (áo xanh), Bí thư Thị đoàn, động viên mọi người.": [
        ("Lý Thị Mỹ Duyên", "Bí thư Thị đoàn")
    ],
    '"Em đăng ký đi", Hồ Thị Bích (dân tộc Xơ Đăng, sinh viên năm 2) nói.': [
        ("Hồ Thị Bích", "sinh viên năm 2")
    ],
    "Thượng tá Vũ Quang Trung, Phó Chính ủy Lữ đoàn yêu cầu giữ gìn.": [
        ("Vũ Quang Trung", "Phó Chính ủy Lữ đoàn")
    ],
    "Có đồng chi Hoàng Thị Diệp - Bí thư Chi đoàn Sở Nội vụ tham dự.": [
        ("Hoàng Thị Diệp", "Bí thư Chi đoàn Sở Nội vụ")
    ],
    "Thầy giáo cắm bản Sùng A Chua ra đón đoàn.": [("Sùng A Chua", "Thầy giáo cắm bản")],
    "Ông Dương Văn Tự, chủ xưởng mộc nhiều đời, nay khoe đã bán được hàng.": [
        ("Dương Văn Tự", "chủ xưởng mộc nhiều đời")
    ],
    "Ông Khăm Bay Xay Nha Sỏn, Cụm trưởng cụm bản Thoong Pẹ dự lễ.": [
        ("Khăm Bay Xay Nha Sỏn", "Cụm trưởng cụm bản Thoong Pẹ")
    ],
    "Mấy anh Đồn Biên phòng Long Bình cùng ra đón các bạn CLB Mỹ thuật.": [],
    "Tượng đài Quang Trung nằm giữa thành phố.": [],
    "Cô giáo Lỳ Khò Xừ dạy các em La Hủ ở điểm trường.": [("Lỳ Khò Xừ", "")],
    "Riêng anh Patâu Axá Tiếp được tặng Bằng khen.": [("Patâu Axá Tiếp", "")],
    "Bác sĩ CKI Cao Anh Dũng khám bệnh.": [("Cao Anh Dũng", "")],
}


@pytest.mark.parametrize(("sentence", "people"), NAMED.items())
def test_people_in_other_words(sentence: str, people: list[tuple[str, str]]) -> None:
    assert values(sentence, Kind.PERSON, "name", "position") == people


PROMISED = {
    "Hai bên thống nhất đến năm 2025 xây 2 nhà bán trú, mỗi năm tổ chức 1 đợt giao lưu.": [
        (2, None),
        (1, "year"),
    ],
    "Hai tỉnh đoàn dự kiến mỗi năm trao đổi ít nhất 1 đoàn, cả giai đoạn xây 2 ngôi nhà.": [
        (1, "year"),
        (2, "term"),
    ],
    "Anh đề nghị năm 2020 hai bên tổ chức 02 đợt tuyên truyền phòng, chống ma túy.": [(2, None)],
    "Theo đó, mỗi năm hai bên gặp nhau 01 lần, hỗ trợ xây 03 điểm trường trong cả giai đoạn.": [
        (3, "term")
    ],
    "Ba bên cam kết: Mỗi năm tổ chức 02 buổi tuần tra. Đoàn xã hỗ trợ bạn 500 cây giống.": [
        (2, "year")
    ],
    "Anh cho biết phấn đấu nhân rộng ra ít nhất 5 trường học nữa.": [(5, None)],
    "Hai bên thống nhất, năm 2026 mở 1 lớp tiếng Việt cho khoảng 40 cán bộ.": [
        (1, None),
        (40, None),
    ],
    "Theo báo cáo, hàng năm thanh niên hai bên có khoảng 20 cuộc giao lưu.": [],
    "Theo đó, hằng năm tổ chức 02 ngày hội; đến hết năm 2030 giới thiệu việc cho 6.000 người.": [
        (2, "year"),
        (6000, None),
    ],
    "Sau khóa học, 10 học viên xuất sắc sẽ được sang thực tế.": [(10, None)],
    "Theo thỏa thuận, hai bên sẽ phối hợp:\n1. Thành lập 107 tổ trẻ số ở tất cả các xã.\n"
    "2. Mở 8 lớp tập huấn.": [(107, None), (8, None)],
    "Hai bên nhất trí nhiều việc. Tại buổi lễ, Đoàn trường tặng bạn 150 đầu sách.": [],
}


@pytest.mark.parametrize(("sentence", "promises"), PROMISED.items())
def test_promises_in_other_words(sentence: str, promises: list[tuple[int, str | None]]) -> None:
    assert values(sentence, Kind.COMMITMENT, "quantity", "per") == promises


COUNTED = {
    "Tải về (PDF, 312 KB) kế hoạch.": [],
    "Dân bản Huổi Thủng 2 san nền nhà văn hóa, đào 240 mét rãnh thoát nước.": [240],
    "Đoàn phường Vàng Danh 1 dàn loa kéo được tặng, cùng 50 suất quà.": [1, 50],
    'Xây dựng 37 mô hình "Thanh niên tự quản về an ninh trật tự ở khu dân cư".': [37],
    "Bài viết tay hoặc đánh máy, không quá 1.500 chữ.": [],
    "Sau 1 buổi sáng, các bạn nhận về 215 viên pin cũ.": [215],
}


@pytest.mark.parametrize(("sentence", "numbers"), COUNTED.items())
def test_numbers_in_other_words(sentence: str, numbers: list[int]) -> None:
    assert [value for (value,) in values(sentence, Kind.FIGURE, "value")] == numbers


def test_a_number_of_the_title_is_told_once() -> None:
    found = told(
        "Sáng 2/6, Tỉnh đoàn phát động. Gần 3.000 đoàn viên, sinh viên tham dự.",
        title="Gần 3.000 bạn trẻ ra quân tình nguyện hè",
    )
    assert [one.value.unit for one in found.of(Kind.FIGURE)] == ["đoàn viên, sinh viên"]


MONEY = {
    "Đoàn xã sửa 6,5 km đường, tổng kinh phí cầu, đường 1,2 tỷ đồng.": [1_200_000_000],
    "Tiền sơn hết 21 triệu 500 nghìn, trong đó bà con góp 7 triệu.": [21_500_000, 7_000_000],
    "Tiền thuốc 28 triệu, tiền sỏi 15 triệu.": [28_000_000, 15_000_000],
    "Ông tặng Hội LHTN tỉnh 5.000 USD.": [5000],
    "Cả nước có 21 triệu thanh niên.": [],
    "Hội hỗ trợ 2,5 tỉ, trao cho mỗi em 500k.": [2_500_000_000],
}


@pytest.mark.parametrize(("sentence", "amounts"), MONEY.items())
def test_money_in_other_words(sentence: str, amounts: list[int]) -> None:
    assert [value for (value,) in values(sentence, Kind.MONEY, "amount")] == amounts


EVENTS = {
    'Hưởng ứng "Tháng ba biên giới" năm 2022, ngày 10-3, Đoàn cơ sở ra quân.': "2022-03-10",
    'Sáng 18/6, Đoàn thị trấn ra quân "Ngày Chủ nhật xanh" lần thứ 2 năm 2023.': "2023-06-18",
    "Sắp đến Tết Nguyên đán Giáp Thìn 2024. Chủ nhật 21-1, Đoàn xã mở phiên chợ.": "2024-01-21",
    "Tỉnh đoàn Cà Mau thăm đảo từ 23 đến 26/4/2022.\n\nLễ ký diễn ra tối 24/4 trên tàu.": (
        "2022-04-23"
    ),
    "Ngày 5/3, Tỉnh đoàn ký kết chương trình phối hợp năm học 2022 - 2023.": "XXXX-03-05",
    "Chào mừng Đại hội Đoàn các cấp, ngày 8/10/2022, Chi đoàn trao 65 ba lô.": "2022-10-08",
    "Nhân kỷ niệm ngày thành lập Đoàn 26/3, ngày 20/3/2022, Chi đoàn trao quà.": "2022-03-20",
    "Trong các ngày 29, 30/4 và 1/5/2023, Huyện đoàn Côn Đảo ra quân.": "2023-04-29",
}


@pytest.mark.parametrize(("sentence", "day"), EVENTS.items())
def test_days_in_other_words(sentence: str, day: str) -> None:
    assert told(sentence).record()["event_start"] == day


def test_a_deadline_is_no_event() -> None:
    assert (
        told("Báo cáo gửi về Huyện đoàn trước 16h00 ngày 15/11/2022.").record()["event_start"]
        is None
    )


PLACES = {
    "Ngày 5/3/2024, tại huyện biên giới Bù Đốp, Tỉnh đoàn ra quân.": "huyện biên giới Bù Đốp",
    "Ngày 5/3/2024, tại xã đảo Thạnh An, huyện Cần Giờ, Thành Đoàn tặng quà.": (
        "xã đảo Thạnh An, huyện Cần Giờ"
    ),
    "Ngày 5/3/2024, trên địa bàn xã Pá Hu, Huyện đoàn Trạm Tấu tặng quà.": "xã Pá Hu",
    "Ngày 5/3/2024, tại thủ đô Viêng Chăn, Lào, Tỉnh đoàn Nghệ An hội đàm.": (
        "thủ đô Viêng Chăn, Lào"
    ),
    "Ngày 5/3/2024, tại khu vực mốc 1116, Chi đoàn Đồn Biên phòng ra quân.": "khu vực mốc 1116",
    "Ngày 5/3/2024, Đoàn xã Phú Sơn ra quân ở ấp 3 và nhiều nơi khác.": "ấp 3",
    "Hội trại diễn ra ở Nhà văn hóa thôn Đồng Tâm trong ngày 5/3/2024.": (
        "Nhà văn hóa thôn Đồng Tâm"
    ),
    "Ngày 5/3/2024, phong trào trên địa bàn tỉnh có nhiều khởi sắc.": None,
    "Ngày 12/4/2024, tại Phòng họp số 2, Đoàn Trường Đại học Nha Trang ký kết.": "Phòng họp số 2",
    "Ngày 24/3/2023, tại Quảng trường 24 tháng 3 (TP. Tam Kỳ), Tỉnh đoàn ra quân.": (
        "Quảng trường 24 tháng 3 (TP. Tam Kỳ)"
    ),
    "Nhân chuyến thăm tại tỉnh Thanh Hóa của bạn, sáng 23/12, tại Trung tâm Thiếu nhi tỉnh đã "
    "diễn ra hội đàm.": "Trung tâm Thiếu nhi tỉnh",
    "Điểm đến lần này là điểm trường Háng Cuốn Rùa, xã Nậm Có.": (
        "điểm trường Háng Cuốn Rùa, xã Nậm Có"
    ),
    "Tỉnh đoàn tiếp bạn. Chiều 17/10, tại Cung Văn hóa tỉnh, hai bên hội đàm.": "Cung Văn hóa tỉnh",
    "Các bạn đã đến nơi. Một tuần ở xã Văn Lăng, các bạn xây hai phòng học.": "xã Văn Lăng",
    "Điểm cầu chính của tọa đàm đặt tại Trường Chính trị tỉnh.": "Trường Chính trị tỉnh",
}


@pytest.mark.parametrize(("sentence", "place"), PLACES.items())
def test_places_in_other_words(sentence: str, place: str | None) -> None:
    assert told(sentence).record()["place"] == place


def test_a_title_tells_the_place_and_a_province_in_it_only_whose_news_it_is() -> None:
    sentence = "Đoàn xã Cam Bình mở lớp học cho ngư dân trẻ từ đầu tháng 9."
    island = told(sentence, title="Lớp học đặc biệt trên đảo Bình Ba")
    province = told(sentence, title="Ba bên chăm sóc sức khỏe học đường ở Hải Dương")

    assert island.record()["place"] == "Bình Ba"
    assert province.record()["place"] is None


LETTER = """TỈNH ĐOÀN HÀ NAM                     ĐOÀN TNCS HỒ CHÍ MINH
***
Số: 97-CV/ĐTN                        Thanh Liêm, ngày 02 tháng 11 năm 2022
V/v báo cáo các chương trình ký kết phối hợp

Ban Thường vụ Huyện đoàn Thanh Liêm đề nghị các đơn vị rà soát văn bản ký kết, kết nghĩa đã ký.

Nơi nhận:                            TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN
- Lưu VP.                                  PHÓ BÍ THƯ

                                         Đỗ Mạnh Thắng
"""


def test_a_letter_says_its_kind_its_day_and_who_signed_it() -> None:
    record = read(LETTER, lexicon=lexicon()).record()

    assert record["kind"] == "other"
    assert [unit[0] for unit in record["units"]] == ["Huyện đoàn Thanh Liêm"]
    assert record["published_on"] == "2022-11-02"
    assert record["agreement"] is None
    assert record["people"] == [{"name": "Đỗ Mạnh Thắng", "position": "PHÓ BÍ THƯ"}]


def test_a_site_shows_today_and_the_article_its_hour() -> None:
    page = (
        "<div>Thứ Năm, 07/12/2023</div><h1>Thị đoàn tổ chức ngày hội hiến máu</h1>"
        "<div>Thứ Hai, 04/12/2023 | 07:45</div><p>Ngày 3/12, Thị đoàn Vĩnh Châu tổ chức ngày hội "
        "hiến máu tình nguyện đợt ba trong năm, đông nhất là giáo viên trẻ.</p>"
    )
    assert read(page, is_html=True).record()["published_on"] == "2023-12-04"


def test_a_post_counts_its_items_and_not_its_likes() -> None:
    post = (
        "Đoàn xã Khánh Bình\n\nHôm nay Đoàn xã Khánh Bình đã làm được nhiều việc lắm nha cả nhà:\n"
        "✅ 87kg giấy vụn được gom về\n🎁 tặng 50 phần quà cho các bạn\n"
        "👍 214   💬 37 bình luận   ↗ 19 lượt chia sẻ\n"
    )
    assert [one.value.value for one in read(post).of(Kind.FIGURE)] == [87, 50]


def test_items_of_a_page_are_items() -> None:
    page = (
        "<h1>Hai đơn vị ký kết chương trình phối hợp</h1><p>Ngày 8/10/2020, Tỉnh đoàn Thái Nguyên "
        "và Đoàn Đại học Thái Nguyên ký kết chương trình phối hợp gồm những nội dung chính:</p>"
        "<ul><li>Giới thiệu việc làm cho 2.000 sinh viên/năm.</li><li>Xây 01 sân chơi.</li></ul>"
    )
    reading = read(page, is_html=True)

    assert [one.value.quantity for one in reading.of(Kind.COMMITMENT)] == [2000, 1]
    assert "- Xây 01 sân chơi." in reading.text


REPORT = """ĐOÀN XÃ VĨNH SƠN - ĐOÀN XÃ HIỀN NINH

BÁO CÁO TỔNG KẾT
02 năm thực hiện Bản giao ước kết nghĩa (2021 - 2023)

Sau hai năm, hai đơn vị báo cáo như sau: đã trồng được 180 cây dừa, đoàn viên hào hứng.
Hội nghị tổng kết ngày 21/5/2023 tại xã Hiền Ninh thống nhất ký tiếp giao ước.

Hiền Ninh, ngày 22/5/2023
BÍ THƯ ĐOÀN XÃ VĨNH SƠN            BÍ THƯ ĐOÀN XÃ HIỀN NINH
Lê Phước Sang                      Nguyễn Thị Huệ
"""


def test_a_report_of_two_is_signed_by_both() -> None:
    record = read(REPORT, lexicon=lexicon()).record()

    assert record["kind"] == "review"
    assert record["published_on"] == "2023-05-22"
    assert record["event_start"] == "2023-05-21"
    assert [(one["name"], one["position"]) for one in record["people"]] == [
        ("Lê Phước Sang", "BÍ THƯ ĐOÀN XÃ VĨNH SƠN"),
        ("Nguyễn Thị Huệ", "BÍ THƯ ĐOÀN XÃ HIỀN NINH"),
    ]


def test_a_call_comes_out_long_before_its_days() -> None:
    found = told(
        "Tỉnh đoàn phát động cuộc thi viết từ ngày 15/9/2020 đến ngày 30/10/2020.\n\n"
        "Đăng bởi admin lúc 09:00, 11/09/2020"
    )
    assert found.record()["published_on"] == "2020-09-11"
