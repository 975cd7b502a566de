"""Lists of those honoured as papers and chats write them, one to a line; no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ketnghia.vietnamese.names import clean_name
from ketnghia.vietnamese.text import tidy

MOST_LINES = 400
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[.)\-/:]\s*|[-–—•*+●▪]+\s*)")
_CUT = re.compile(r"\s*,\s*|\s*;\s*|\s+[-–—]\s+")
_TAIL = re.compile(r"[\s.,;]+$")


@dataclass(frozen=True)
class Line:
    """A name, and for a person what stands behind it: the post, the unit."""

    name: str
    title: str = ""


def collectives(text: str) -> list[Line]:
    """Each line a collective, without its number."""
    names = (_TAIL.sub("", _NUMBERED.sub("", _first_words(line))) for line in text.splitlines())
    return _once(Line(name) for name in names if name)


def people(text: str) -> list[Line]:
    """Each line a person: "1. Đ/c Nguyễn Văn A, Bí thư Đoàn xã Đông Hà"."""
    found = []
    for line in text.splitlines():
        cells = [tidy(cell) for cell in line.split("\t") if tidy(cell)]
        if cells and cells[0].strip(".)").isdigit():
            cells = cells[1:]
        if not cells:
            continue
        name, *rest = _CUT.split(_NUMBERED.sub("", cells[0]), maxsplit=1)
        title = ", ".join(_TAIL.sub("", part) for part in [*rest, *cells[1:]] if part)
        found.append(Line(clean_name(name), title))
    return _once(line for line in found if line.name)


def _first_words(line: str) -> str:
    """The first cell of a pasted row that is more than its number."""
    cells = [tidy(cell) for cell in line.split("\t")]
    return next((cell for cell in cells if re.search(r"[^\W\d]", cell)), "")


def _once(lines: Iterable[Line]) -> list[Line]:
    return list(dict.fromkeys(lines))[:MOST_LINES]


def endings(title: str) -> list[str]:
    """Every ending of a title, the longest first: one of them may be the name of a unit."""
    words = title.split()
    return [" ".join(words[start:]) for start in range(len(words))]
