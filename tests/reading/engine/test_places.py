"""The place of the event: behind "tại", said outright, visited; and what is no place."""

from __future__ import annotations

import pytest

from tests.reading.engine.reading import told

PLACES = {
    "Ngày 5/3/2022, tại thành phố Sơn La, Tỉnh đoàn tổ chức hội đàm.": "thành phố Sơn La",
    "Sáng 2/3/2022, tại Hà Nội, Trung ương Đoàn tổ chức lễ ký kết.": "Hà Nội",
    "Ngày 5/3/2022, tại Nhà Thiếu nhi tỉnh, Tỉnh đoàn tổ chức tọa đàm.": "Nhà Thiếu nhi tỉnh",
    "Hội thi diễn ra ngày 5/3/2022 tại Sân vận động thị trấn Mường Xén.": (
        "Sân vận động thị trấn Mường Xén"
    ),
    "Lễ ký diễn ra sáng 15/11/2022 dưới chân cột cờ Lũng Cú.": "cột cờ Lũng Cú",
    "Chương trình được tổ chức từ ngày 12 đến 16/4/2022 tại Hà Nội, Ninh Bình và Hải Phòng.": (
        "Hà Nội, Ninh Bình và Hải Phòng"
    ),
    "Ngày 5/3/2022, tại xã Ia Dom, huyện Đức Cơ, Tỉnh đoàn ra quân.": "xã Ia Dom, huyện Đức Cơ",
    "Ngày 5/3/2022, tại khu vực cột mốc 605, hai chi đoàn ký kết nghĩa.": "khu vực cột mốc 605",
    "Đoàn đại biểu thanh niên tỉnh Đồng Tháp sang thăm Prây Veng.": "Prây Veng",
    "Địa điểm: phòng họp số 2, UBND huyện Như Xuân.": "phòng họp số 2, UBND huyện Như Xuân",
    "Tỉnh đoàn vừa tổ chức hội nghị. Lễ ký diễn ra tại hội trường Ủy ban Mặt trận Tổ quốc tỉnh.": (
        "hội trường Ủy ban Mặt trận Tổ quốc tỉnh"
    ),
}
NOWHERE = [
    "Tại buổi lễ, Tỉnh đoàn trao 50 suất quà.",
    "Phát biểu tại hội nghị, anh Nguyễn Văn An cảm ơn các đơn vị.",
    "Ngày 5/3/2022, Tỉnh đoàn Cà Mau tổ chức hội nghị.",
    "Tại đây, các bạn trẻ cùng trồng cây.",
    "Ông Mor Socheat, Bí thư thứ hai Đại sứ quán Campuchia tại Việt Nam dự lễ.",
    "Nhiều cách làm hay ở cơ sở được chia sẻ.",
]


@pytest.mark.parametrize(("sentence", "place"), PLACES.items())
def test_where_it_was(sentence: str, place: str) -> None:
    assert told(sentence).record()["place"] == place


@pytest.mark.parametrize("sentence", NOWHERE)
def test_what_is_no_place(sentence: str) -> None:
    assert told(sentence).record()["place"] is None
