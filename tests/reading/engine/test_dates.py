"""Days: how they are written, which one is the event's, and how an unsaid year is known."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind, read
from tests.reading.engine.reading import told, values

WRITTEN = {
    "Sáng 29/11/2019, Tỉnh đoàn tổ chức hội nghị.": ("2019-11-29", "2019-11-29"),
    "Ngày 7 tháng 5 năm 2021, Tỉnh đoàn tổ chức hội nghị.": ("2021-05-07", "2021-05-07"),
    "Chiều 12-6, Tỉnh đoàn tổ chức hội nghị.": ("XXXX-06-12", "XXXX-06-12"),
    "Sáng 14.3, Tỉnh đoàn tổ chức hội nghị.": ("XXXX-03-14", "XXXX-03-14"),
    "Từ ngày 5 - 7/11/2018, đoàn công tác thăm Đồng Tháp.": ("2018-11-05", "2018-11-07"),
    "Từ ngày 30/3 đến ngày 2/4, đoàn công tác thăm Quảng Ninh.": ("XXXX-03-30", "XXXX-04-02"),
    "Trong 2 ngày 26 và 27/9/2019, Tỉnh đoàn tổ chức giao lưu.": ("2019-09-26", "2019-09-27"),
    "Trong các ngày 01, 02 và 03/12/2020, Tỉnh đoàn tổ chức hội trại.": (
        "2020-12-01",
        "2020-12-03",
    ),
    "Từ ngày 30/12/2019 đến 02/01/2020, đoàn công tác thăm tỉnh bạn.": (
        "2019-12-30",
        "2020-01-02",
    ),
    "Sáng Chủ nhật (ngày 5/5), Đoàn phường ra quân.": ("XXXX-05-05", "XXXX-05-05"),
}
NO_EVENT = [
    "Thực hiện Kế hoạch số 12-KH/TĐTN ngày 05/01/2024 của Tỉnh đoàn, các xã ra quân.",
    "Nhân kỷ niệm Ngày thành lập Đoàn 26/3, các xã ra quân.",
    "Ngày 5/4, Tỉnh đoàn Quảng Bình cho biết đã tổ chức thành công chuyến công tác.",
    "Ngôi nhà số 12/3 đã được sửa.",
    "Đến nay 5/10 chỉ tiêu đã đạt.",
    "Ngày 31/2/2021 không có trong lịch.",
    "Từ 01/7/2025, đơn vị mang tên mới.",
]


@pytest.mark.parametrize(("sentence", "days"), WRITTEN.items())
def test_days_as_they_are_written(sentence: str, days: tuple[str, str]) -> None:
    assert values(sentence, Kind.EVENT, "start", "end") == [days]


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_days_of_papers_of_memory_and_none(sentence: str) -> None:
    assert values(sentence, Kind.EVENT) == []


YEARS = {
    # ---- published soon after
    "27/09/2023 08:15\n\nNgày 26/9, Tỉnh đoàn tổ chức hội nghị.": ("2023-09-26", "ngày đăng"),
    "02/01/2024\n\nNgày 30/12, Tỉnh đoàn tổ chức hội nghị.": ("2023-12-30", "ngày đăng"),
    # ---- the name of a photo
    "Ngày 22/3, Tỉnh đoàn tổ chức hội nghị.\n\nIMG_20240322_163318.jpg": ("2024-03-22", "tệp ảnh"),
    # ---- an anniversary
    "Sáng 24/3, Tỉnh đoàn tổ chức kỷ niệm 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh.": (
        "2023-03-24",
        "kỷ niệm",
    ),
    # ---- of an anniversary's two days the later one
    "Nhân 54 năm quan hệ ngoại giao (24/6/1967- 24/6/2021), ngày 24/6, Tỉnh đoàn trao quà.": (
        "2021-06-24",
        "chỗ khác",
    ),
    # ---- a campaign
    "Ngày 2/3, Tỉnh đoàn phát động Tháng Thanh niên 2022.": ("2022-03-02", "tháng thanh niên"),
    # ---- the review of half a year
    "Ngày 5/7, Tỉnh đoàn họp sơ kết. Báo cáo 6 tháng đầu năm 2021 nêu nhiều việc.": (
        "2021-07-05",
        "6 tháng",
    ),
    "Ngày 10/7, Tỉnh đoàn họp, triển khai nhiệm vụ 6 tháng cuối năm 2024.": (
        "2024-07-10",
        "6 tháng",
    ),
    "Ngày 12/11, Trường THPT Hồ Thị Kỷ kỷ niệm 45 năm thành lập trường (1978 - 2023).": (
        "2023-11-12",
        "45 năm",
    ),
    "Ngày 12/11, Đoàn xã khai giảng lớp học tình thương năm học 2023 - 2024.": (
        "2023-11-12",
        "khai giảng",
    ),
    # ---- said elsewhere in full
    "Ngày 5/7, Tỉnh đoàn tổ chức hội nghị.\n\nLễ khai mạc ngày 5/7/2020 có 300 đại biểu.": (
        "2020-07-05",
        "chỗ khác",
    ),
}


@pytest.mark.parametrize(("text", "known"), YEARS.items(), ids=range(len(YEARS)))
def test_an_unsaid_year_is_known_with_a_reason(text: str, known: tuple[str, str]) -> None:
    event = told(text).of(Kind.EVENT)[0]

    assert event.value.start == known[0]
    assert known[1] in event.reason.lower()


OF_ANOTHER_FACT = [
    "Ngày 12/3, Tỉnh đoàn ra quân. Ngày thành lập Đoàn 26/3/1931 là mốc son.",
    "Ngày 26/3, Tỉnh đoàn kỷ niệm ngày thành lập Đoàn (26/3/1931).",
    "Ngày 12/3, Tỉnh đoàn ký kết. Năm 2019, hai đơn vị đã trao 20 căn nhà.",
    "Ngày 12/3, Tỉnh đoàn và Huyện đoàn Năm Căn, thành lập năm 1976, tổ chức giao lưu.",
    "Ngày 12/3, Tỉnh đoàn về Trường THPT Hồ Thị Kỷ, trường đạt chuẩn quốc gia từ năm 2018.",
    "Ngày 12/3, Tỉnh đoàn thực hiện Bản ghi nhớ hợp tác ký năm 2019, hai bên giao lưu.",
    "Ngày 12/3, Tỉnh đoàn ra quân. Trước đó, Tháng Thanh niên năm 2021 có 20 công trình.",
    "Ngày 12/3, Tỉnh đoàn ra quân. Từ Chương trình phối hợp năm 2018, hai bên đã trao đổi.",
    "Ngày 12/3, Tỉnh đoàn ra quân. Đại hội Đoàn toàn quốc nhiệm kỳ 2022 - 2027 đã đề ra việc này.",
    "Ngày 12/4, Hội LHTN tỉnh trao nhà cho anh Lý Văn A, sinh năm 1990, ở xã Phú Mỹ.",
    "Ngày 25/12, Tỉnh đoàn tổ chức hội nghị triển khai nhiệm vụ năm 2024 và giao chỉ tiêu.",
    "Ngày 12/11, Trường THPT Hồ Thị Kỷ kỷ niệm thành lập trường (1978 - 2023).",
]


@pytest.mark.parametrize("text", OF_ANOTHER_FACT)
def test_the_year_of_another_fact_is_not_the_year_of_the_event(text: str) -> None:
    assert told(text).of(Kind.EVENT)[0].value.start.startswith("XXXX-")


def test_a_year_that_nothing_tells_stays_open() -> None:
    event = told("Ngày 5/7, hai Tỉnh đoàn ký kết chương trình giai đoạn 2021 - 2025.").of(
        Kind.EVENT
    )[0]

    assert event.value.start == "XXXX-07-05"
    assert event.reason == ""


PUBLISHED = {
    "Thứ Tư, 16/03/2022 - 16:45 [GMT+7]": "2022-03-16",
    "Ngày đăng: 05/11/2021": "2021-11-05",
    "Cập nhật lúc: 08:30 ngày 12/4/2023": "2023-04-12",
    "Đăng ngày 3-6-2020 | Lượt xem: 1303": "2020-06-03",
    "Thứ bảy, ngày 20 tháng 1 năm 2024": "2024-01-20",
    "Được đăng: 20 Tháng Một, 2024": "2024-01-20",
    "Tin tức / 20 Th1 2024": "2024-01-20",
    "Sat, 20 Jan 2024": "2024-01-20",
    "November 5, 2021": "2021-11-05",
    "Thứ năm, 11 tháng mười một 2021 08:30 SA": "2021-11-11",
}
NOT_PUBLISHED = [
    "Huế, ngày 20 tháng 1 năm 2024",
    "Hành trình tháng ba 2024",
    "Ngày 31 tháng 2 năm 2024",
    "Kế hoạch tháng 5, 2024",
]


@pytest.mark.parametrize(("line", "day"), PUBLISHED.items())
def test_the_day_a_page_came_out(line: str, day: str) -> None:
    reading = read(f"Tuổi trẻ ra quân vì cộng đồng hôm nay\n\n{line}\n\nTỉnh đoàn vừa ra quân.\n")

    assert reading.record()["published_on"] == day


@pytest.mark.parametrize("line", NOT_PUBLISHED)
def test_a_line_that_is_no_day_of_a_page(line: str) -> None:
    reading = read(f"Tuổi trẻ ra quân vì cộng đồng hôm nay\n\n{line}\n\nTỉnh đoàn vừa ra quân.\n")

    assert reading.record()["published_on"] is None


def test_the_clock_of_a_site_is_not_when_an_article_came_out() -> None:
    text = (
        "Thứ sáu, 25/06/2021\n\nTuổi trẻ ra quân vì cộng đồng hôm nay\n\n"
        "Ngày 12/3/2018, Tỉnh đoàn ra quân tại xã Tân Thành.\n"
    )

    assert read(text).record()["published_on"] is None
