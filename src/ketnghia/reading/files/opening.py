"""Files that hold an article: .txt, .html, .docx and .pdf become text the engine reads.

Every door has its limit: a bomb, a scan or a broken file ends in one clear sentence.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import PurePath

from ketnghia.reading.engine import legacy
from ketnghia.reading.files.content import Content, UnreadableError

LARGEST_FILE = 30_000_000


def open_file(name: str, data: bytes) -> Content:
    """The article of a file, by its name and its bytes. Raises UnreadableError."""
    if not data.strip():
        raise UnreadableError("Tệp này trống.")
    if len(data) > LARGEST_FILE:
        raise UnreadableError(f"Tệp này quá lớn: chỉ đọc tệp đến {LARGEST_FILE // 1_000_000} MB.")
    suffix = PurePath(name).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnreadableError(f"Chưa đọc được loại tệp «{suffix or name}»; đọc được {known}.")
    return reader(data)


def _plain(data: bytes) -> Content:
    return Content(decode(data))


def _page(data: bytes) -> Content:
    return Content(decode(data), is_html=True)


def _docx(data: bytes) -> Content:
    from ketnghia.reading.files.word import text_of  # noqa: PLC0415 - slow to import, rarely needed

    return text_of(data)


def _pdf(data: bytes) -> Content:
    from ketnghia.reading.files.pdf import text_of  # noqa: PLC0415 - slow to import, rarely needed

    return text_of(data)


READERS: dict[str, Callable[[bytes], Content]] = {
    ".txt": _plain,
    ".html": _page,
    ".htm": _page,
    ".docx": _docx,
    ".pdf": _pdf,
}

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{3,20})", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16, windows-1258, or an old Vietnamese font."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if b"\x00" in data[:1000]:
        raise UnreadableError("Tệp này không phải là chữ.")
    for name in ("utf-8", _told(data)):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    as_latin = data.decode("latin-1")
    if legacy.recognise(as_latin):
        return as_latin
    return data.decode("cp1258", "replace")


def _told(data: bytes) -> str:
    found = _CHARSET.search(data[:4000])
    return found[1].decode("ascii") if found else "ascii"
