"""Agreements: what is signed, between whom, when, for how long; and what is not signed here."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.engine.reading import told

WHO = "Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam"
SIGNED: dict[str, dict[str, Any]] = {
    f"Ngày 5/3/2020, {WHO} ký kết chương trình phối hợp giai đoạn 2020 - 2022.": {
        "kind": "programme",
        "signed_on": "2020-03-05",
        "term_start": 2020,
        "term_end": 2022,
    },
    f"Ngày 5/3/2020, {WHO} ký biên bản ghi nhớ hợp tác năm 2020.": {
        "kind": "memorandum",
        "signed_on": "2020-03-05",
        "term_start": 2020,
        "term_end": 2020,
    },
    f"Ngày 5/3/2020, {WHO} tổ chức lễ kết nghĩa.": {
        "kind": "twinning",
        "signed_on": "2020-03-05",
        "term_start": None,
        "term_end": None,
    },
    f"Ngày 5/3/2020, {WHO} tổ chức lễ kết nghĩa, ký chương trình phối hợp.": {
        "kind": "programme",
        "signed_on": "2020-03-05",
        "term_start": None,
        "term_end": None,
    },
    f"Chiều 5/3, {WHO} ký quy chế phối hợp giai đoạn 2020-2025.": {
        "kind": "other",
        "signed_on": "XXXX-03-05",
        "term_start": 2020,
        "term_end": 2025,
    },
    f"Ngày 5/3/2020, {WHO} ký kế hoạch phối hợp, có hiệu lực từ ngày 05/3/2020 đến ngày "
    "05/3/2022.": {
        "kind": "plan",
        "signed_on": "2020-03-05",
        "term_start": "2020-03-05",
        "term_end": "2022-03-05",
    },
}
NOT_SIGNED = [
    f"Ngày 5/3/2020, {WHO} gặp gỡ, tiến tới ký kết chương trình phối hợp.",
    f"Ngày 5/3/2020, {WHO} ký cam kết bảo đảm an toàn giao thông.",
    f"Ngày 5/3/2020, {WHO} tổ chức giao lưu, ký tặng sách.",
    "Học sinh ở ký túc xá được hướng dẫn đăng ký chương trình học bổng.",
]


@pytest.mark.parametrize(("sentence", "paper"), SIGNED.items(), ids=range(len(SIGNED)))
def test_what_is_signed(sentence: str, paper: dict[str, Any]) -> None:
    record = told(sentence).record()

    assert record["kind"] == "signing"
    assert record["agreement"] == {**paper, "parties": [0, 1]}


@pytest.mark.parametrize("sentence", NOT_SIGNED)
def test_what_is_not_signed_here(sentence: str) -> None:
    record = told(sentence).record()

    assert record["kind"] != "signing"
    assert record["agreement"] is None


def test_what_is_reviewed_was_signed_before() -> None:
    record = told(
        f"Ngày 20/12/2022, {WHO} tổ chức hội nghị sơ kết 3 năm thực hiện Chương trình phối hợp "
        "giai đoạn 2020-2025."
    ).record()

    assert record["kind"] == "review"
    assert record["agreement"]["signed_on"] is None
    assert (record["agreement"]["term_start"], record["agreement"]["term_end"]) == (2020, 2025)


def test_the_body_names_the_paper_a_title_names_loosely() -> None:
    record = told(
        f"Ngày 5/3/2020, {WHO} hội đàm. Kết thúc hội đàm, hai bên ký biên bản ghi nhớ.",
        title="Hai Tỉnh đoàn ký kết chương trình hợp tác",
    ).record()

    assert record["agreement"]["kind"] == "memorandum"
