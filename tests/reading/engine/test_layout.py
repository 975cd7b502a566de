"""What lines of a page are: article, caption, date, byline, chrome, lists of other articles."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import Kind, read
from ketnghia.reading.engine.layout import lay_out
from ketnghia.reading.engine.zones import Zone, zone_of

LINES = {
    "Sáng 5/3, Tỉnh đoàn Cà Mau tổ chức lễ ký kết chương trình phối hợp với Tỉnh đoàn Hà Nam.": (
        Zone.BODY
    ),
    "3. Trồng mới 50.000 cây xanh.": Zone.BODY,
    "Tuổi trẻ Cà Mau và Hà Nam kết nghĩa": Zone.HEADING,
    "II. CHỈ TIÊU": Zone.HEADING,
    # ---- around the article
    "Lượt xem: 1303": Zone.CHROME,
    "Chia sẻ: Facebook | Zalo | Twitter": Zone.CHROME,
    "Trang chủ | Tin tức | Hoạt động | Liên hệ": Zone.CHROME,
    "1303": Zone.CHROME,
    "Tags: kết nghĩa, Tỉnh đoàn, Cà Mau": Zone.CHROME,
    "Tin cùng chuyên mục": Zone.RELATED,
    "» Có thể bạn quan tâm": Zone.RELATED,
    "Các tin khác": Zone.RELATED,
    "Thứ Tư, 16/03/2022 - 16:45 [GMT+7]": Zone.DATELINE,
    "Đăng lúc: 05/11/2021 08:30": Zone.DATELINE,
    "Tin tức » Đoàn các cấp » 05.11.2021": Zone.DATELINE,
    "Tin, ảnh: Hồng Hạnh": Zone.BYLINE,
    "Nguồn: Báo Quảng Trị": Zone.BYLINE,
    "Ảnh: Các đại biểu tham dự hội nghị": Zone.CAPTION,
    "Đại biểu hai bên trao văn bản vừa ký. Ảnh: T.H": Zone.CAPTION,
}


@pytest.mark.parametrize(("words", "zone"), LINES.items())
def test_what_a_line_is(words: str, zone: Zone) -> None:
    assert zone_of(words) is zone


PAGE = """Trang chủ | Tin tức | Sự kiện | Liên hệ

Tuổi trẻ Cà Mau và Hà Nam kết nghĩa

05/03/2022 08:15 - Lượt xem: 1303

Ngày 4/3, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam tổ chức lễ ký kết nghĩa, trao 50 suất quà.

hinh-1.jpg
Đại biểu hai bên chứng kiến lễ ký

Hai bên thống nhất mỗi năm tổ chức ít nhất 02 hoạt động giao lưu.

Minh Anh

Tin cùng chuyên mục

Tỉnh đoàn Bến Tre trao 900 suất quà cho công nhân (04/03/2022)
Thành đoàn Huế ký kết với 12 đơn vị
"""


def test_chrome_never_becomes_a_fact() -> None:
    reading = read(PAGE)

    assert [one.value.value for one in reading.of(Kind.FIGURE)] == [50]
    assert [unit[0] for unit in reading.record()["units"]] == [
        "Tỉnh đoàn Cà Mau",
        "Tỉnh đoàn Hà Nam",
    ]
    assert reading.record()["published_on"] == "2022-03-05"


def test_the_parts_of_a_page() -> None:
    zones = [line.zone for line in lay_out(PAGE)]

    assert zones == [
        Zone.CHROME,
        Zone.TITLE,
        Zone.DATELINE,
        Zone.BODY,
        Zone.FILE,
        Zone.CAPTION,
        Zone.BODY,
        Zone.BYLINE,
        Zone.RELATED,
        Zone.RELATED,
        Zone.RELATED,
    ]


def test_an_article_goes_on_behind_a_box_of_links() -> None:
    body = (
        "Ngày {0}/3, Tỉnh đoàn Cà Mau tổ chức ngày hội thanh niên với nhiều hoạt động sôi nổi, thu "
        "hút đông đảo đoàn viên, thanh niên và nhân dân trong vùng đến tham gia."
    )
    paragraphs = "\n\n".join(body.format(day) for day in range(5, 9))
    text = (
        f"Ngày hội thanh niên Cà Mau\n\n{body.format(4)}\n\nXem thêm: Hội trại 2021\n\n{paragraphs}"
    )

    zones = [line.zone for line in lay_out(text)]

    assert zones.count(Zone.RELATED) == 1
    assert zones.count(Zone.BODY) == 5
