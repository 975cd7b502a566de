"""Children one a line, as they are pasted: name, birth, class, travel paper; nothing but text here.

Exact columns are not asked for: each cell is told by what it looks like, and a person looks before
anything is kept. Telephone, sex and ethnic group are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ketnghia.children.ages import WrongBirthError, read_birth
from ketnghia.children.sealing import Particulars
from ketnghia.vietnamese.names import clean_name, is_name
from ketnghia.vietnamese.text import fold, tidy

AT_MOST = 200
_CELLS = re.compile(r"\t|\s+[-–—]\s+|\s*[,;|]\s*")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[.)\-/:]|[-–—•*+●▪]+)\s*")
_PHONE = re.compile(r"(?:\+?84|0)[\d .]{8,12}\d")
_PAPER = re.compile(r"[A-Z]{1,2}\d{6,8}")
_BORN = re.compile(r"(?:sinh(?: năm| ngày)?|sn|ns)[:. ]*", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,4}")
_HEADS = {"stt", "tt", "ho va ten", "ho ten", "ngay sinh", "nam sinh", "lop", "truong", "don vi"}
_DROPPED = {"nam", "nu", "kinh", "x"}


@dataclass(frozen=True, repr=False)
class Line:
    """One line read, and whether a person should look twice."""

    particulars: Particulars
    is_doubtful: bool

    def __repr__(self) -> str:
        return "Line(…)"


def read_children(text: str, *, today: date) -> list[Line]:
    """Every line that is not empty, a heading or a sum, at most two hundred."""
    lines = [_NUMBERED.sub("", line) for line in text.splitlines()]
    cells = [[tidy(cell) for cell in _CELLS.split(line) if tidy(cell)] for line in lines]
    return [_line(parts, today) for parts in cells if parts and not _is_heading(parts)][:AT_MOST]


def _is_heading(parts: list[str]) -> bool:
    plain = [fold(part).strip(" .:") for part in parts]
    return bool(_HEADS & set(plain)) or plain[0].startswith(("danh sach", "tong cong", "tong so"))


def _line(parts: list[str], today: date) -> Line:
    facts = {"name": "", "born": "", "unit": "", "paper": ""}
    for part in parts:
        key, value = _told(part, today, facts)
        if key == "unit" and facts["unit"]:
            value = f"{facts['unit']}, {value}"
        if key:
            facts[key] = value[:120]
    is_doubtful = not (is_name(facts["name"]) and facts["born"])
    return Line(Particulars(**facts), is_doubtful)


def _told(part: str, today: date, facts: dict[str, str]) -> tuple[str, str]:
    """What a cell is, and how it is written down; nothing for what is not kept."""
    born = _birth(part, today)
    if born and not facts["born"]:
        return "born", born
    paper = part.replace(" ", "").upper()
    if _PAPER.fullmatch(paper):
        return "paper", paper
    if fold(part) in _DROPPED or _PHONE.fullmatch(part) or _FIGURES.fullmatch(part):
        return "", ""
    name = clean_name(part)
    if not facts["name"] and (is_name(name) or not facts["born"]):
        return "name", name
    return "unit", part


def _birth(part: str, today: date) -> str:
    try:
        return read_birth(_BORN.sub("", part), today=today)
    except WrongBirthError:
        return ""
