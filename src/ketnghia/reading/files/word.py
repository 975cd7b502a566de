"""The text of a .docx: paragraphs and tables in their order, old fonts turned into Unicode."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Opened
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ketnghia.reading.engine import legacy
from ketnghia.reading.files.content import Content, UnreadableError

# A 300-page report with photos unpacks to 60 MB, its words to less than 10.
LARGEST, LARGEST_WORDS, MOST_PARTS = 400_000_000, 40_000_000, 5_000
MOST_LINES = 20_000
WORDS = "word/document.xml"


def text_of(data: bytes) -> Content:
    """The words of a document; a bomb or a broken file is refused before it is opened."""
    _check(data)
    try:
        document = Document(io.BytesIO(data))
        lines = list(_lines(document))
    except Exception as error:  # the library raises whatever its parsers raise
        raise UnreadableError("Tệp .docx này hỏng, không mở được.") from error
    text = "\n".join(lines).strip()
    if not text:
        raise UnreadableError("Tệp .docx này không có chữ để đọc.")
    return Content(text)


def _check(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError("Tệp .docx này hỏng, không mở được.") from error
    whole = sum(part.file_size for part in parts)
    words = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
    if len(parts) > MOST_PARTS or whole > LARGEST or words > LARGEST_WORDS:
        raise UnreadableError("Tệp .docx này nén bất thường nên không mở.")
    if not any(part.filename == WORDS for part in parts):
        raise UnreadableError("Tệp này không phải văn bản .docx.")


def _lines(document: Opened) -> Iterator[str]:
    for number, item in enumerate(document.iter_inner_content()):
        if number > MOST_LINES:
            return
        if isinstance(item, Table):
            yield from _rows(item)
        elif isinstance(item, Paragraph):
            yield _words(item)


def _rows(table: Table) -> Iterator[str]:
    """A table, row by row; a merged cell is told once."""
    for row in table.rows:
        cells = list(dict.fromkeys(cell._tc for cell in row.cells))  # noqa: SLF001 - identity of a merged cell
        told = {cell._tc: cell for cell in row.cells}  # noqa: SLF001
        yield " | ".join(
            " ".join(_words(paragraph) for paragraph in told[cell].paragraphs).strip()
            for cell in cells
        )


def _words(paragraph: Paragraph) -> str:
    style = paragraph.style.font.name if paragraph.style else None
    return "".join(_run(run, style or "") for run in paragraph.runs) or paragraph.text


def _run(run: Run, fallback: str) -> str:
    font = (run.font.name or fallback).lower()
    if font.startswith(".vn"):
        return legacy.tcvn3(run.text, capitals=font.endswith("h"))
    if font.startswith("vni"):
        return legacy.vni(run.text)
    return run.text
