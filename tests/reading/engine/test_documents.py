"""Documents: a paper between two units, a plan, a report; what they rest on is left out."""

from __future__ import annotations

from ketnghia.reading.engine import Kind, Reading, read
from tests.reading.engine.reading import lexicon

PAPER = """TỈNH ĐOÀN QUẢNG TRỊ - TỈNH ĐOÀN SAVANNAKHET

CHƯƠNG TRÌNH PHỐI HỢP
hoạt động giữa Tỉnh đoàn Quảng Trị (Việt Nam) và Tỉnh đoàn Savannakhet (Lào)
giai đoạn 2024 - 2027

Căn cứ Thỏa thuận hợp tác giữa Trung ương Đoàn TNCS Hồ Chí Minh và Trung ương Đoàn Lào;
Căn cứ kết quả hội đàm ngày 15/3/2024 tại thành phố Đông Hà;

Hôm nay, ngày 16 tháng 3 năm 2024, tại Tỉnh đoàn Quảng Trị, chúng tôi gồm:

Đại diện: Ông Trần Văn Lâm - Chức vụ: Bí thư Tỉnh đoàn Quảng Trị
Đại diện: Ông Phút Tha Xay Bun Ma Ni - Chức vụ: Bí thư Tỉnh đoàn Savannakhet

II. NỘI DUNG PHỐI HỢP
1. Mỗi năm tổ chức ít nhất 01 đợt giao lưu thanh niên.
2. Trong giai đoạn, phấn đấu xây dựng 04 nhà nhân ái tại địa bàn bạn.
3. Trao 50 suất học bổng cho học sinh nghèo.
"""


def paper() -> Reading:
    return read(PAPER, lexicon=lexicon())


def test_a_paper_is_a_signing_of_the_day_it_names() -> None:
    record = paper().record()

    assert record["kind"] == "signing"
    assert record["event_start"] == "2024-03-16"
    assert record["place"] == "Tỉnh đoàn Quảng Trị"
    assert record["units"] == [["Tỉnh đoàn Quảng Trị"], ["Tỉnh đoàn Savannakhet"]]
    assert record["agreement"] == {
        "kind": "programme",
        "parties": [0, 1],
        "signed_on": "2024-03-16",
        "term_start": 2024,
        "term_end": 2027,
    }


def test_who_signs_with_the_post_behind_its_label() -> None:
    assert [(one.value.name, one.value.position) for one in paper().of(Kind.PERSON)] == [
        ("Trần Văn Lâm", "Bí thư Tỉnh đoàn Quảng Trị"),
        ("Phút Tha Xay Bun Ma Ni", "Bí thư Tỉnh đoàn Savannakhet"),
    ]


def test_everything_a_paper_holds_is_promised() -> None:
    assert [
        (one.value.quantity, one.value.per, one.value.is_at_friends)
        for one in paper().of(Kind.COMMITMENT)
    ] == [(1, "year", False), (4, None, True), (50, None, False)]
    assert paper().of(Kind.FIGURE) == []


def test_the_targets_of_a_plan_are_promised_and_the_results_of_a_report_are_told() -> None:
    targets = "1. Trồng mới 50.000 cây xanh.\n2. Kết nạp 300 đoàn viên mới.\n"
    plan = read(f"HUYỆN ĐOÀN KỲ SƠN\n\nKẾ HOẠCH\nTháng Thanh niên 2024\n\nII. CHỈ TIÊU\n{targets}")
    report = read(f"HUYỆN ĐOÀN KỲ SƠN\n\nBÁO CÁO\nTháng Thanh niên 2024\n\nI. KẾT QUẢ\n{targets}")

    assert [one.value.quantity for one in plan.of(Kind.COMMITMENT)] == [50000, 300]
    assert [one.value.value for one in report.of(Kind.FIGURE)] == [50000, 300]
    assert (plan.record()["kind"], report.record()["kind"]) == ("other", "review")
