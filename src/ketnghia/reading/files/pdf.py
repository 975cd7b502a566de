"""The text of a .pdf; its hard-wrapped lines are joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

import pypdfium2

from ketnghia.reading.engine.door import LONGEST
from ketnghia.reading.files.content import Content, UnreadableError

# Pages of a scan may carry a stamp or a page number.
LEAST_WORDS = 20
MOST_PAGES = 500
# A line this much of the usual width goes on in the next one.
FULL = 0.75
_ENDS = re.compile(r"[.!?:;…]['\"”’)]?$|\./\.$")
_OPENS = re.compile(r"(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\)|[IVX]+\.)\s")
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?", re.IGNORECASE)


def text_of(data: bytes) -> Content:
    """The words of the pages, as far as the reader reads; a scan says that it is one."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError("Tệp .pdf này có mật khẩu; gỡ mật khẩu rồi thả lại.") from error
        raise UnreadableError("Tệp .pdf này hỏng, không mở được.") from error
    try:
        pages, notices = _pages(document)
    finally:
        document.close()
    text = "\n\n".join(pages).strip()
    if len(text.split()) < LEAST_WORDS:
        raise UnreadableError("Tệp .pdf này là bản quét, không có chữ để đọc.")
    return Content(text, notices=notices)


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[str], tuple[str, ...]]:
    made: list[str] = []
    length = 0
    for number in range(min(len(document), MOST_PAGES)):
        if length > LONGEST:
            return made, (f"Tệp dài {len(document)} trang: chỉ đọc {number} trang đầu.",)
        page = document[number]
        words = page.get_textpage()
        made.append(unwrap(words.get_text_bounded()))
        length += len(made[-1])
        words.close()
        page.close()
    return made, ()


def unwrap(text: str) -> str:
    """Lines broken by the width of the page, joined again."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    widths = [len(line) for line in lines if line]
    if not widths:
        return ""
    width = max(median(widths), max(widths) * 0.8)
    return "".join(_joined(lines, width)).strip()


def _joined(lines: list[str], width: float) -> Iterator[str]:
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line
        goes_on = len(line) >= width * FULL and following and not _ENDS.search(line)
        is_middle = goes_on and not _OPENS.match(following)
        yield " " if is_middle else "\n"
