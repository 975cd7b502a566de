"""What kind of event an article reports."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine import read

ARTICLES = {
    "exchange": (
        "Đoàn đại biểu thanh niên tỉnh Prey Veng thăm và làm việc tại Đồng Tháp\n\nNgày 5/11/2018, "
        "đoàn đại biểu thanh niên tỉnh Prey Veng đến thăm và làm việc với Tỉnh đoàn Đồng Tháp."
    ),
    "review": (
        "Hội nghị giao ban cụm thi đua các tỉnh miền núi phía Bắc\n\nNgày 8/7/2023, Tỉnh đoàn Điện "
        "Biên tổ chức hội nghị giao ban công tác đoàn 6 tháng đầu năm."
    ),
    "activity": (
        "Đoàn xã Tân Thành ra quân Ngày Chủ nhật xanh\n\nSáng 12/6/2022, Đoàn xã Tân Thành ra quân "
        "dọn vệ sinh, trồng 200 cây hoa."
    ),
    "award": (
        "Tuyên dương 50 cán bộ Đoàn tiêu biểu\n\nTối 25/3/2023, Tỉnh đoàn Bắc Giang trao Giải "
        "thưởng Lý Tự Trọng, tuyên dương 50 cán bộ Đoàn tiêu biểu."
    ),
    "other": (
        "Đồng chí Trần Thị Bình giữ chức Bí thư Huyện đoàn\n\nNgày 5/3/2023, Tỉnh đoàn công bố "
        "quyết định bổ nhiệm, điều động cán bộ."
    ),
    "signing": (
        "Hai Tỉnh đoàn gặp gỡ đầu xuân\n\nNgày 5/3/2023, Tỉnh đoàn Cà Mau thăm và làm việc với "
        "Tỉnh đoàn Hà Nam. Dịp này, hai bên ký kết chương trình phối hợp."
    ),
}


@pytest.mark.parametrize(("kind", "text"), ARTICLES.items())
def test_kinds(kind: str, text: str) -> None:
    assert read(text).record()["kind"] == kind


def test_a_document_says_itself_what_it_is() -> None:
    text = (
        "HUYỆN ĐOÀN KỲ SƠN\n\nKẾ HOẠCH\n\nTổ chức Hội trại năm 2020\n\n"
        "Huyện đoàn Kỳ Sơn xây dựng kế hoạch tổng kết, giao lưu, khen thưởng như sau."
    )

    assert read(text).record()["kind"] == "other"
