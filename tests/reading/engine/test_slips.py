"""Typing slips are mended in the copy the rules read, and only slips."""

from __future__ import annotations

import pytest

from ketnghia.reading.engine.slips import is_slip, mend


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bí thư Tỉnh đoàn Hà Giangđ ã gửi lời", "Bí thư Tỉnh đoàn Hà Giang đã gửi lời"),
        ("hai bên đ ã thống nhất", "hai bên đã thống nhất"),
        ("tặng quàThành đoàn", "tặng quà Thành đoàn"),
        ("Huyện đoàn Lộc Ninhđón 02 đoàn", "Huyện đoàn Lộc Ninh đón 02 đoàn"),
        ("các tổ chức Đoànvùng biên", "các tổ chức Đoàn vùng biên"),
        ("Hội đồng Đội tỉnhcông bố", "Hội đồng Đội tỉnh công bố"),
        ("ông Nguyễn Văn Anh,Phó Chủ tịch", "ông Nguyễn Văn Anh, Phó Chủ tịch"),
        ("đã giao lưu.Đoàn công tác", "đã giao lưu. Đoàn công tác"),
        ("Tỉnh\u200b đoàn", "Tỉnh đoàn"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert mend(typed)[0] == meant


@pytest.mark.parametrize(
    "typed",
    [
        "TP.Quy Nhơn, TX.Bến Cát, T.Ư Đoàn, ThS.Nguyễn Văn Bình",
        "Savannakhet, Champasak, Krông Nô, Đắk Lắk, Pleiku, K’Ho",
        "TikTok, YouTube, VietinBank, VnExpress, MobiFone",
        "nghiêng ngả, khuỷu tay, quyết liệt, giếng khoan, thuở ấy",
        "1.900 suất quà, 2,5 tỷ đồng, 29/11/2019",
    ],
)
def test_what_is_no_slip_stays(typed: str) -> None:
    assert mend(typed)[0] == typed


def test_every_place_leads_back_to_the_words_as_typed() -> None:
    typed = "Tỉnh đoàn Hà Giangđ ã tặng quàThành đoàn Lào Cai"
    meant, track = mend(typed)
    start = meant.index("Thành đoàn")

    assert typed[track.back(start) : track.back(start + 10)] == "Thành đoàn"


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        ("savannakhet", "savanakhet", True),
        ("salavan", "saravan", True),
        ("quang tri", "quang binh", False),
        ("ha nam", "ha nam ninh", False),
    ],
)
def test_two_letters_make_no_other_name(left: str, right: str, *, is_one: bool) -> None:
    assert is_slip(left, right, 2) is is_one
