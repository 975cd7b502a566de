"""Ways in: files, a folder, a pasted text; nothing doubles, each refusal is one sentence."""

from __future__ import annotations

import io
import signal
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as WordDocument
from pypdfium2 import PdfDocument

from ketnghia.documents.models import Document
from ketnghia.reading.management.commands import work
from ketnghia.reading.models import Article, Batch
from ketnghia.reading.operations.taking import take_files, take_text
from ketnghia.reading.tasks import take_up_again
from tests.reading.making import make_article

NEWS = """Tuổi trẻ Đông Hà ra quân
12/3/2024
Ngày 10/3/2024, tại xã Đông Hà, Đoàn xã Đông Hà ra quân trồng 1.200 cây keo dọc đường liên thôn.
Chị Lê Thị Mơ, Bí thư Đoàn xã Đông Hà, dự buổi ra quân cùng 85 đoàn viên."""


def text_file(name: str = "bai.txt", text: str = NEWS) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def scan() -> SimpleUploadedFile:
    pdf, out = PdfDocument.new(), io.BytesIO()
    pdf.new_page(200, 200)
    pdf.save(out)
    return SimpleUploadedFile("quet.pdf", out.getvalue(), "application/pdf")


def word_file() -> SimpleUploadedFile:
    document, out = WordDocument(), io.BytesIO()
    for line in NEWS.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return SimpleUploadedFile("bao-cao.docx", out.getvalue())


def test_several_files_are_read_and_kept_with_what_was_given(cast: SimpleNamespace) -> None:
    batch = take_files(cast.east, [text_file(), word_file()], by=cast.lan)

    articles = list(batch.articles.order_by("pk"))
    assert [article.state for article in articles] == ["read", "read"]
    assert {article.title for article in articles} == {"Tuổi trẻ Đông Hà ra quân"}
    assert str(articles[0].begins_on) == "2024-03-10"
    assert Document.objects.count() == 2
    assert batch.refused == []


def test_places_are_places_of_the_text_that_is_kept(cast: SimpleNamespace) -> None:
    article = take_files(cast.east, [text_file()], by=cast.lan).articles.get()

    fields = list(article.fields.exclude(start=None))
    assert "85 đoàn viên" in {field.words for field in fields}
    assert all(article.text[field.start : field.end] == field.words for field in fields)


def test_the_same_article_twice_doubles_nothing(cast: SimpleNamespace) -> None:
    take_files(cast.east, [text_file()], by=cast.lan)

    again = take_files(cast.east, [text_file("ten-khac.txt")], by=cast.lan)

    assert Article.objects.count() == 1
    assert [one["why"] for one in again.refused] == ["Bài này đã có."]


@pytest.mark.parametrize(
    ("upload", "why"),
    [
        (SimpleUploadedFile("anh.txt", b"\x00\x01\x02"), "không phải PDF, Word"),
        (SimpleUploadedFile("trong.txt", b""), "trống"),
        (SimpleUploadedFile("doi-duoi.txt", b"%PDF-1.7 x"), "Đuôi của"),
    ],
)
def test_a_wrong_file_is_refused_alone(cast: SimpleNamespace, upload: Any, why: str) -> None:
    upload.seek(0)
    batch = take_files(cast.east, [upload, text_file()], by=cast.lan)

    assert batch.articles.get().state == "read"
    assert why in batch.refused[0]["why"]


def test_a_scan_says_so_and_can_be_tried_again(client: Client, cast: SimpleNamespace) -> None:
    article = take_files(cast.east, [scan()], by=cast.lan).articles.get()
    client.force_login(cast.lan)

    assert (article.state, article.failure) == (
        "failed",
        "Tệp .pdf này là bản quét, không có chữ để đọc.",
    )
    assert "bản quét" in client.get(article.get_absolute_url()).content.decode()
    client.post(reverse("reading:read_again", args=[article.pk]))
    article.refresh_from_db()
    assert article.state == "failed"


def test_a_page_in_another_language_says_so(client: Client, cast: SimpleNamespace) -> None:
    english = "The youth unions of both provinces met and agreed on three things. " * 4
    article = take_text(cast.east, text=english, by=cast.lan).articles.get()
    client.force_login(cast.lan)

    assert article.state == "read"
    assert not article.fields.exists()
    assert article.notices[0] in client.get(article.get_absolute_url()).content.decode()


def test_a_file_that_is_gone_is_one_sentence(cast: SimpleNamespace) -> None:
    article = make_article(cast.east)

    take_up_again()

    article.refresh_from_db()
    assert article.failure == "Tệp gốc không còn trong kho. Đưa bài vào lại."


def test_files_and_a_folder_come_in_together(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)
    folder = [text_file("a.txt", NEWS + " Một."), SimpleUploadedFile("logo.png", b"x")]

    answer = client.post(
        reverse("reading:take_files"),
        {"unit": cast.east.pk, "uploads": [text_file()], "folder": folder},
    )

    batch = Batch.objects.get()
    assert answer.url == batch.get_absolute_url()
    assert batch.title == "2 tệp"
    assert batch.articles.count() == 2


def test_nothing_given_is_told_in_words(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)

    files = client.post(reverse("reading:take_files"), {"unit": cast.east.pk})
    text = client.post(reverse("reading:take_text"), {"unit": cast.east.pk, "text": "Ngắn"})

    assert "Chọn ít nhất một tệp." in files.content.decode()
    assert "ít nhất vài câu" in text.content.decode()
    assert "Ngắn" in text.content.decode()


def test_a_text_is_pasted_with_the_address_of_its_page(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)
    told = {"unit": cast.east.pk, "text": NEWS, "link": "https://tinhdoan.example.vn/tin/1"}

    client.post(reverse("reading:take_text"), told)

    assert Article.objects.get().link == "https://tinhdoan.example.vn/tin/1"


def test_a_wrong_address_is_said_on_the_page_and_nothing_typed_is_lost(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)

    answer = client.post(reverse("reading:take_text"), {"text": NEWS, "link": "khong phai"})

    page = answer.content.decode()
    assert "Chưa phải địa chỉ trang. Chép lại từ thanh địa chỉ." in page
    assert "Tuổi trẻ Đông Hà ra quân" in page
    assert 'value="khong phai"' in page
    assert 'type="url"' not in page
    assert not Article.objects.exists()


def test_articles_go_into_the_units_of_the_person_only(
    client: Client, cast: SimpleNamespace
) -> None:
    client.force_login(cast.lan)

    client.post(reverse("reading:take_text"), {"unit": cast.elsewhere.pk, "text": NEWS})

    assert not Article.objects.exists()


def test_a_worker_ends_when_whoever_started_it_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: told.append(number))
    # The other end of the pipe is closed: there is nothing more to read.
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))

    try:
        work._end_with_the_pipe()
    finally:
        signal.signal(signal.SIGTERM, before)

    assert told == [signal.SIGTERM]


def test_progress_is_asked_for_while_something_waits(client: Client, cast: SimpleNamespace) -> None:
    client.force_login(cast.lan)
    article = make_article(cast.east)
    address = article.batch.get_absolute_url()

    waiting = client.get(address, headers={"HX-Request": "true", "HX-Target": "progress"})
    article.fail("Tệp này trống.")
    done = client.get(address, headers={"HX-Request": "true", "HX-Target": "progress"})

    assert "Đã đọc 0 trong 1 bài" in waiting.content.decode()
    assert "every 2s" in waiting.content.decode()
    assert "every 2s" not in done.content.decode()
    assert "Tệp này trống." in done.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_a_fixed_number_of_questions(
    client: Client, cast: SimpleNamespace, number: int
) -> None:
    for _ in range(number):
        make_article(cast.east, title="Giao lưu")
    client.force_login(cast.lan)
    client.get(reverse("reading:list"))

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("reading:list"))

    assert len(asked) == QUERIES


QUERIES = 8
