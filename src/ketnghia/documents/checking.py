"""What a file truly is, whatever its name says; refusals in words."""

from __future__ import annotations

import codecs
import hashlib
import re
import zipfile
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5000
MOST_PIXELS = 60_000_000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IMAGES = {
    "JPEG": ("image/jpeg", {".jpg", ".jpeg"}),
    "PNG": ("image/png", {".png"}),
    "WEBP": ("image/webp", {".webp"}),
}
# Texts to be read, never shown as a page: kept only where a room asks for them.
TEXTS = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
UNSAFE = re.compile(r"[^\w .()\-–]", re.UNICODE)


class Checked(NamedTuple):
    """A file that may be kept: its true type, a safe name, its digest."""

    media_type: str
    name: str
    sha256: str


def check(upload: UploadedFile[Any], *, texts: bool = False) -> Checked:
    """Look inside a file before it is kept; `texts` lets plain text and saved pages in.

    Raises ValidationError with what to do.
    """
    name = safe_name(upload.name or "")
    if not upload.size:
        raise ValidationError(_("Tệp “%(name)s” trống. Chọn tệp khác.") % {"name": name})
    if upload.size > LARGEST:
        raise ValidationError(
            _("Tệp “%(name)s” lớn quá 20 MB. Nén ảnh hoặc chia nhỏ rồi gửi lại.") % {"name": name}
        )
    assert upload.file is not None  # noqa: S101 - an upload with a size has a file
    text = _text_type(upload.file, name) if texts else ""
    if text:
        return Checked(text, name, digest(upload.file))
    media_type, endings = _true_type(upload.file, name)
    if PurePath(name).suffix.lower() not in endings:
        raise ValidationError(
            _("Đuôi của “%(name)s” không khớp với loại tệp thật. Đổi lại cho đúng rồi gửi.")
            % {"name": name}
        )
    return Checked(media_type, name, digest(upload.file))


def safe_name(name: str) -> str:
    """The last part of a name, without signs that mean something to a disk or a header."""
    last = PurePath(name.replace("\\", "/")).name
    return UNSAFE.sub("_", last).strip(" .")[-180:] or "tep"


def digest(file: IO[bytes]) -> str:
    file.seek(0)
    found = hashlib.sha256()
    while chunk := file.read(1024 * 1024):
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def _text_type(file: IO[bytes], name: str) -> str:
    """The type of a text by its ending; empty where its bytes are no text."""
    file.seek(0)
    head = file.read(1000)
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    is_text = is_wide or (b"\x00" not in head and not head.startswith(b"%PDF-"))
    return TEXTS.get(PurePath(name).suffix.lower(), "") if is_text else ""


def _true_type(file: IO[bytes], name: str) -> tuple[str, set[str]]:
    file.seek(0)
    head = file.read(8)
    if head.startswith(b"%PDF-"):
        return "application/pdf", {".pdf"}
    if head.startswith(b"PK\x03\x04") and _is_word(file, name):
        return DOCX, {".docx"}
    image = _image_type(file)
    if image:
        return image
    raise ValidationError(
        _("“%(name)s” không phải PDF, Word (.docx) hay ảnh JPEG, PNG, WebP. Chọn tệp khác.")
        % {"name": name}
    )


def _is_word(file: IO[bytes], name: str) -> bool:
    """A Word file without macros that does not unpack beyond reason."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
        raise ValidationError(_("“%(name)s” bung ra lớn bất thường, không nhận.") % {"name": name})
    names = {part.filename for part in parts}
    if any(part.lower().endswith("vbaproject.bin") for part in names):
        raise ValidationError(_("“%(name)s” có macro, không nhận.") % {"name": name})
    return "word/document.xml" in names


def _image_type(file: IO[bytes]) -> tuple[str, set[str]] | None:
    try:
        file.seek(0)
        with Image.open(file, formats=list(IMAGES)) as image:
            kind, size = image.format or "", image.size
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return IMAGES[kind] if size[0] * size[1] <= MOST_PIXELS else None
