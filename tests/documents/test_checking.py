from __future__ import annotations

import hashlib
import io
import zipfile
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ketnghia.documents.checking import check, safe_name
from ketnghia.documents.operations import attach
from tests.making import make_agreement


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def picture(kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind, **options)
    return out.getvalue()


WORD = zipped(**{"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"})


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("ký.pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("ảnh.JPG", picture(), "image/jpeg"),
        ("ảnh.png", picture("PNG"), "image/png"),
        (
            "biên bản.docx",
            WORD,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_papers_and_pictures_are_kept(name: str, content: bytes, media_type: str) -> None:
    checked = check(SimpleUploadedFile(name, content))

    assert checked == (media_type, name, hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("trang.pdf", b"<html><script>alert(1)</script>", "không phải PDF"),
        ("ky.docx", b"%PDF-1.7 ...", "không khớp"),
        ("rong.pdf", b"", "trống"),
        ("bang.xlsx", zipped(**{"xl/workbook.xml": b"<w/>"}), "không phải PDF"),
        (
            "macro.docx",
            zipped(**{"word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"}),
            "macro",
        ),
        (
            "bom.docx",
            zipped(**{"word/document.xml": b"0" * (201 * 1024 * 1024)}),
            "bung ra lớn",
        ),
        ("hong.jpg", picture()[:40], "không phải PDF"),
        ("hong.docx", b"PK\x03\x04 broken", "không phải PDF"),
    ],
)
def test_what_is_not_what_it_says_is_refused_in_words(
    name: str, content: bytes, words: str
) -> None:
    with pytest.raises(ValidationError) as refusal:
        check(SimpleUploadedFile(name, content))

    assert words in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\thu muc\\ký kết.pdf", "ký kết.pdf"),
        ('a"b\r\nc.pdf', "a_b__c.pdf"),
        ("", "tep"),
    ],
)
def test_a_name_means_nothing_to_a_disk_or_a_header(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_photo_loses_the_place_it_was_taken(cast: SimpleNamespace) -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (10.0, 2.0, 3.0)}
    upload = SimpleUploadedFile("anh.jpg", picture(exif=exif))

    document = attach(make_agreement(cast.east, cast.friend), upload, by=cast.lan)

    with Image.open(document.file) as kept:
        assert dict(kept.getexif()) == {}


def test_the_same_file_is_not_kept_twice(cast: SimpleNamespace) -> None:
    agreement = make_agreement(cast.east, cast.friend)
    attach(agreement, SimpleUploadedFile("ky.pdf", b"%PDF-1.7 ..."), by=cast.lan)

    with pytest.raises(ValidationError, match="đã có"):
        attach(agreement, SimpleUploadedFile("khac.pdf", b"%PDF-1.7 ..."), by=cast.lan)
