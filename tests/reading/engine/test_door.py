"""What comes in: NFC once, another language, a text too long, a page that is hostile."""

from __future__ import annotations

import time
import unicodedata

import pytest

from ketnghia.reading.engine import Kind, read
from ketnghia.reading.engine.door import LONGEST

# Seconds of a processor for the longest text that is read; ten times what it takes.
LONG = 8

ARTICLE = (
    "Tỉnh đoàn Quảng Trị ký kết chương trình phối hợp\n\n"
    "Ngày 17/1/2021, tại tỉnh Hà Tĩnh, Tỉnh đoàn Quảng Trị và Tỉnh đoàn Hà Tĩnh ký kết "
    "chương trình phối hợp giai đoạn 2021 - 2025.\n"
)


def test_decomposed_text_is_composed_once_and_its_places_lead_back() -> None:
    typed = unicodedata.normalize("NFD", ARTICLE)

    reading = read(typed)

    assert reading.text == ARTICLE
    assert reading.record() == read(ARTICLE).record()
    unit = reading.of(Kind.UNIT)[0]
    source = typed[reading.source_place(unit.start) : reading.source_place(unit.end)]
    assert unicodedata.normalize("NFC", source) == unit.words


@pytest.mark.parametrize(
    "text",
    [
        (
            "The youth unions of two provinces signed a memorandum of understanding on Thursday, "
            "under which they will exchange delegations every year and help each other in training."
        ),
        "共青团云南省委与老街省团委举行座谈会。双方交流经验并签署合作备忘录。" * 3,
        "ຊາວໜຸ່ມປະຊາຊົນປະຕິວັດລາວ ແຂວງສະຫວັນນະເຂດ ແລະ ແຂວງກວາງຈິ" * 3,
    ],
)
def test_another_language_says_so(text: str) -> None:
    reading = read(text)

    assert reading.findings == ()
    assert "tiếng Việt" in reading.notices[0]


def test_text_without_marks_is_still_vietnamese() -> None:
    text = (
        "Tinh doan Ha Giang tham va lam viec tai Ha Tinh. Ngay 17/1/2021, doan cong tac Tinh doan "
        "Ha Giang do dong chi Do Thi Huong - Bi thu Tinh doan Ha Giang lam truong doan da co "
        "chuyen tham va lam viec voi Tinh doan Ha Tinh."
    )
    reading = read(text)

    assert not reading.notices
    assert [unit.value.aliases[0] for unit in reading.of(Kind.UNIT)] == [
        "Tinh doan Ha Giang",
        "Tinh doan Ha Tinh",
    ]


def test_a_long_text_is_read_to_its_limit_and_says_so() -> None:
    began = time.process_time()

    reading = read(ARTICLE * (LONGEST // len(ARTICLE) + 50))

    assert time.process_time() - began < LONG
    assert "chỉ đọc" in reading.notices[0]
    assert all(finding.end <= LONGEST for finding in reading.findings)


def _name(number: int) -> str:
    """Another name for every number: "Babe", "Cado"."""
    return f"{'BCDGHKLM'[number % 8]}a{'bcdghklm'[number // 8 % 8]}o{'bcdghklm'[number // 64 % 8]}e"


ENDLESS = {
    "units": "\n".join(f"Huyện đoàn {_name(n)} {_name(n * 7)} họp." for n in range(2_500)),
    "people": "Các đồng chí: " + "; ".join(f"Lê {_name(n)} {_name(n * 7)}" for n in range(2_500)),
    "numbers": "Tỉnh đoàn trao " + ", ".join("5 suất quà" for _ in range(8_000)),
    "honorifics": "đồng chí " * 10_000,
    "posts": "Bí thư Tỉnh đoàn, " * 4_000,
    "commas": "Tỉnh đoàn họp " + "1," * 50_000,
    "brackets": "Tỉnh đoàn (Hà Nam (Lào " * 4_000,
    "dots": "Tỉnh đoàn họp" + "." * 100_000,
    "captions": "\n".join(f"Ảnh {n}: Tỉnh đoàn trao 5 suất quà" for n in range(2_500)),
}


def _seconds(text: str) -> float:
    """The quickest of three: what a busy machine adds is not the reader's."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        read(text)
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_reading_takes_as_long_as_the_text(text: str) -> None:
    """Twice the text may take three times as long, not four."""
    half, whole = _seconds(text[: len(text) // 2]), _seconds(text)

    assert whole < 3 * half + 0.5
    assert whole < LONG


HOSTILE = {
    "deep": "<div>" * 50_000 + "Tỉnh đoàn" + "</div>" * 50_000,
    "wide": "<table>" + "<tr><td>a</td></tr>" * 20_000 + "</table>",
    "broken": "<html><body><p>Tỉnh đoàn <b>Hà Nam <a href='x'>" * 2_000,
    "entities": "&amp;&lt;&#x1F600;&bogus;" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}='{n}'" for n in range(50_000)) + ">Tỉnh đoàn</p>",
    "attributes with >": "<p " + " ".join(f"a{n}='>'" for n in range(50_000)) + ">Tỉnh đoàn</p>",
    "attributes with /": "<p " + "/".join(f"a{n}" for n in range(50_000)) + ">Tỉnh đoàn</p>",
    "open quotes": '<p "' * 200_000 + '<p a="' * 200_000,
    "open scripts": "<script " * 200_000,
    "nothing": "<html></html>",
    "comment": "<!--" + "x" * 500_000,
    "signs": "\x00\x01￿" * 10_000,
}


def test_a_tag_with_many_attributes_keeps_what_tells_its_part() -> None:
    junk = " ".join(f"a{n}='{n}'" for n in range(1_000))
    page = (
        f"<h1>Tỉnh đoàn ký kết chương trình</h1><div class='related' {junk}>Tỉnh đoàn Cà Mau</div>"
        f"<script>if (a<b && c) {{ '{junk}' }}</script><p {junk}>{ARTICLE}</p>"
    )
    shown = read(page, is_html=True).text

    assert "Cà Mau" not in shown
    assert "Hà Tĩnh" in shown


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_ends(page: str) -> None:
    began = time.process_time()

    read(page, is_html=True)

    assert time.process_time() - began < LONG
