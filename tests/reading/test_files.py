"""Word and PDF files: old fonts, wrapped lines, many pages, scans."""

from __future__ import annotations

import io
import time

import pytest
from docx import Document

from ketnghia.reading.engine import read
from ketnghia.reading.files.content import UnreadableError
from ketnghia.reading.files.opening import open_file
from ketnghia.reading.files.pdf import MOST_PAGES, unwrap
from tests.reading.papers import pdf

PAGE = (
    "Hai Tỉnh đoàn ký kết chương trình phối hợp\n\n"
    "Ngày 29/11/2019, tại tỉnh Cà Mau, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam đã ký kết chương\n"
    "trình phối hợp giai đoạn 2020 - 2022 với nhiều nội dung thiết thực cho đoàn viên, thanh\n"
    "niên hai tỉnh.\n"
    "3"
)


def test_a_pdf_is_read_like_the_article_it_holds() -> None:
    record = read(open_file("a.pdf", pdf([PAGE])).text).record()

    assert record["kind"] == "signing"
    assert record["event_start"] == "2019-11-29"
    assert record["units"] == [["Tỉnh đoàn Cà Mau"], ["Tỉnh đoàn Hà Nam"]]
    assert record["figures"] == []


def test_lines_broken_by_the_width_of_a_page_are_joined() -> None:
    assert unwrap(PAGE).splitlines()[-1] == (
        "Ngày 29/11/2019, tại tỉnh Cà Mau, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam đã ký kết chương "
        "trình phối hợp giai đoạn 2020 - 2022 với nhiều nội dung thiết thực cho đoàn viên, thanh "
        "niên hai tỉnh."
    )


def test_five_hundred_pages_are_read_in_bounded_time() -> None:
    made = pdf([PAGE] * (MOST_PAGES + 20))
    began = time.process_time()

    source = open_file("a.pdf", made)
    record = read(source.text).record()

    assert time.process_time() - began < 20
    assert record["units"] == [["Tỉnh đoàn Cà Mau"], ["Tỉnh đoàn Hà Nam"]]


def test_a_very_long_pdf_says_how_far_it_was_read() -> None:
    source = open_file("a.pdf", pdf(["\n".join(["chữ " * 20] * 40)] * 120))

    assert "chỉ đọc" in source.notices[0]


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(UnreadableError, match="bản quét"):
        open_file("a.pdf", pdf(["Trang 1", "Trang 2"]))


def test_old_fonts_of_a_word_file_become_letters() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Tỉnh đoàn ")
    paragraph.add_run("Qu¶ng TrÞ").font.name = ".VnTime"
    paragraph.add_run(" ký kết với ")
    paragraph.add_run("TØNH §OµN").font.name = ".VnTimeH"
    paragraph.add_run(" Haø Nam").font.name = "VNI-Times"
    made = io.BytesIO()
    document.save(made)

    text = open_file("a.docx", made.getvalue()).text

    assert text == "Tỉnh đoàn Quảng Trị ký kết với TỈNH ĐOÀN Hà Nam"
