"""A delegation list pasted from Word, Excel or a chat, read into people; nothing but text here.

Columns are recognised by their heads, or by what stands in them. Children are never rows: they
are counted, and their names end here.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from ketnghia.exchanges.names import duty_in, is_child_word, without_duty
from ketnghia.vietnamese.dates import WrongDayError, parse_day
from ketnghia.vietnamese.names import clean_name, is_name
from ketnghia.vietnamese.text import fold, tidy

ADULT_AT = 16
AT_MOST = 500
# Heads of columns, without marks; what is read but never kept stands in UNKEPT.
HEADS: dict[str, tuple[str, ...]] = {
    "number": ("stt", "tt", "so tt", "so thu tu", "no", "no."),
    "family": ("ho", "ho dem", "ho va dem", "ho lot", "ho va ten dem", "ho, dem", "ho va chu dem"),
    "given": ("ten",),
    "name": ("ho va ten", "ho ten", "ho, ten", "ho & ten", "ho - ten", "full name", "name",
             "dai bieu", "thanh vien", "ten dai bieu"),
    "title": ("chuc vu", "chuc danh", "chuc vu, don vi", "chuc vu, chuc danh", "position",
              "chuc vu, don vi cong tac", "chuc vu - don vi", "chuc vu/don vi"),
    "unit": ("don vi", "don vi cong tac", "co quan", "noi cong tac", "co quan, don vi", "truong",
             "don vi, truong", "lop", "to chuc"),
    "birth": ("ngay sinh", "nam sinh", "ngay thang nam sinh", "ngay, thang, nam sinh", "sinh ngay",
              "sinh nam", "ngay/thang/nam sinh", "date of birth", "dob", "ntns"),
    "age": ("tuoi", "do tuoi"),
    "duty": ("nhiem vu", "vai tro", "thanh phan", "doi tuong", "nhiem vu trong doan"),
    "note": ("ghi chu", "note", "ghi chu khac"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "so dt", "dt", "di dong", "phone", "zalo"),
    "paper": ("ho chieu", "so ho chieu", "cccd", "so cccd", "cmnd", "cccd/cmnd", "giay thong hanh",
              "so giay thong hanh", "passport", "so cmnd", "so cccd/ho chieu"),
    "private": ("dan toc", "ton giao", "gioi tinh", "nam/nu", "nam", "nu", "phai", "que quan",
                "dia chi", "email", "noi o", "noi sinh"),
}  # fmt: skip
UNKEPT = ("birth", "age", "phone", "paper", "private")
_PHONE = re.compile(r"(?:\+?84|0)[\d .]{8,12}\d")
_DAY = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:\d{4}|\d{2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BORN = re.compile(r"\b(?:sinh(?: năm| ngày)?|sn|ns)[:.]?\s*((?:19|20)\d{2})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[.)\-/:]|[-–—•*+●▪]+)\s*")
_SECTION = re.compile(r"^\s*(?:[IVX]{1,5}|[A-H])\s*[.)\-/:]+\s*\S")
_PARTS = re.compile(r"\s+[-–—]\s+|\s*[,;:|]\s*|\s*[–—]\s*|\s*\(\s*|\s*\)\s*")
_FOOT = ("danh sach", "tong cong", "tong so", "an dinh", "nguoi lap", "cong:")
_HEADINGS = ("doan", "can bo", "dai bieu", "thanh phan", "nhom", "lanh dao", "khoi ", "cac ",
             "thieu nhi", "hoc sinh", "doi vien", "nhi dong")  # fmt: skip
FEWEST_HEADS = 2
MOSTLY = 0.6


@dataclass(frozen=True)
class Row:
    """One adult of the list; `doubts` say what a person should look at before saving."""

    name: str
    title: str = ""
    duty: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.doubts


@dataclass(frozen=True)
class Reading:
    """What was read: adults by name, children as a number, and what nobody could read."""

    rows: tuple[Row, ...] = ()
    children: int = 0
    columns: tuple[str, ...] = ()
    unkept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def read_list(text: str, *, on: date) -> Reading:
    """Read a pasted list; ages are those of the day `on`."""
    table = _table(text)
    columns = _columns(table)
    reader = _Reader(columns, on)
    for cells in table:
        reader.take(cells)
    known = [key for key in columns if key and key != "number"]
    return Reading(
        rows=_with_twins(reader.rows),
        children=reader.children,
        columns=tuple(dict.fromkeys(key for key in known if key not in UNKEPT)),
        unkept=tuple(dict.fromkeys(key for key in known if key in UNKEPT)),
        left_out=tuple(reader.left_out),
    )


def _table(text: str) -> list[list[str]]:
    """Lines as cells: by tabs where there are any, else a chat line cut at its signs."""
    if "\t" in text:
        lines = csv.reader(io.StringIO(text, newline=None), delimiter="\t")
        cells = [[tidy(cell) for cell in line] for line in lines]
    else:
        cells = [[tidy(line)] for line in text.splitlines()]
    return [line for line in cells if any(line)][:AT_MOST]


def _columns(table: list[list[str]]) -> list[str]:
    """What each column holds; empty for a list without columns."""
    if all(len(line) == 1 for line in table):
        return []
    for line in table[:8]:
        keys = [_head(cell) for cell in line]
        if sum(bool(key) for key in keys) >= FEWEST_HEADS:
            return keys
    return _guessed(table)


def _head(cell: str) -> str:
    plain = fold(cell).strip(" .:")
    return next((key for key, names in HEADS.items() if plain in names), "")


def _guessed(table: list[list[str]]) -> list[str]:
    """Columns without heads, told by what stands in them."""
    width = max(len(line) for line in table)
    keys: list[str] = []
    for place in range(width):
        cells = [line[place] for line in table if place < len(line) and line[place]]
        keys.append(_kind_of(cells, keys))
    return keys


def _kind_of(cells: list[str], before: list[str]) -> str:
    tests = (
        ("number", lambda cell: cell.strip(". )").isdigit() and len(cell) <= 4),  # noqa: PLR2004
        ("birth", lambda cell: bool(_DAY.fullmatch(cell) or _YEAR.fullmatch(cell))),
        ("phone", lambda cell: bool(_PHONE.fullmatch(cell))),
        ("private", lambda cell: fold(cell) in {"nam", "nu", "x"}),
        ("name", lambda cell: is_name(clean_name(cell))),
    )
    for key, is_one in tests:
        if key not in before and cells and sum(map(is_one, cells)) >= MOSTLY * len(cells):
            return key
    return next((key for key in ("title", "unit", "note") if key not in before), "") * bool(cells)


class _Reader:
    """Goes through the lines once; a heading such as "II. Thiếu nhi" holds until the next one."""

    def __init__(self, columns: list[str], on: date) -> None:
        self.columns = columns
        self.on = on
        self.rows: list[Row] = []
        self.children = 0
        self.left_out: list[str] = []
        self.in_children = False

    def take(self, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        if sum(bool(_head(cell)) for cell in filled) >= FEWEST_HEADS:
            return
        if self._is_heading(filled):
            self.in_children = is_child_word(_NUMBERED.sub("", " ".join(filled)))
            return
        facts = self._from_table(cells) if self.columns else _from_line(cells[0])
        if not facts.get("name"):
            self._leave(_NUMBERED.sub("", " ".join(filled)))
        elif self.in_children or _is_child(facts, self.on):
            self.children += 1
        else:
            self.rows.append(_row(facts))

    def _is_heading(self, filled: list[str]) -> bool:
        text = " ".join(filled)
        if len(filled) > FEWEST_HEADS or fold(text).startswith(_FOOT):
            return False
        bare = _NUMBERED.sub("", text)
        if is_name(clean_name(text)) or _facts_of(bare).get("name"):
            return False
        is_said = text.isupper() or text.endswith(":") or fold(bare).startswith(_HEADINGS)
        return _SECTION.match(text) is not None or (len(filled) == 1 and is_said)

    def _leave(self, text: str) -> None:
        if fold(text).startswith(_FOOT):
            return
        if self.in_children or is_child_word(text) or is_child_word(text, is_name=True):
            self.children += 1
        else:
            self.left_out.append(text)

    def _from_table(self, cells: list[str]) -> dict[str, str]:
        facts: dict[str, str] = {}
        for key, cell in zip(self.columns, cells, strict=False):
            if key and cell and key not in facts:
                facts[key] = cell
        if "family" in facts or "given" in facts:
            parts = (facts.get("family", ""), facts.get("given", ""))
            facts["name"] = " ".join(part for part in parts if part)
        return facts


def _from_line(line: str) -> dict[str, str]:
    """A chat line; small letters are a name only where the line is a line of a list."""
    bare = _NUMBERED.sub("", line)
    facts = _facts_of(bare)
    is_talk = bare == line and facts.get("name", "").islower() and not facts.get("title")
    return {} if is_talk else facts


def _facts_of(text: str) -> dict[str, str]:
    """A chat line: a name, then what the person is; or the other way round."""
    facts: dict[str, str] = {}
    birth = _DAY.search(text) or _BORN.search(text)
    if birth:
        facts["birth"] = birth.group(birth.lastindex or 0)
    plain = _without_private(text)
    parts = [tidy(part) for part in _PARTS.split(plain) if part and tidy(part)]
    place = next((at for at, part in enumerate(parts[:3]) if is_name(clean_name(part))), None)
    if place is None:
        return facts
    facts["name"] = parts[place]
    facts["title"] = ", ".join(part for part in [*parts[:place], *parts[place + 1 :]] if part)
    return facts


def _without_private(text: str) -> str:
    """The words without what a delegation list does not need: telephone and birth."""
    return _PHONE.sub(" ", _BORN.sub(" ", _DAY.sub(" ", text)))


def _is_child(facts: dict[str, str], on: date) -> bool:
    """Under sixteen, or marked as a pupil or child; where only the year is known, the safer way."""
    told = (facts.get(key, "") for key in ("title", "unit", "duty", "note"))
    if any(is_child_word(words) for words in told) or is_child_word(facts["name"], is_name=True):
        return True
    age = _age(facts, on)
    return age is not None and age < ADULT_AT


def _age(facts: dict[str, str], on: date) -> int | None:
    if facts.get("age", "").isdigit():
        return int(facts["age"])
    born = facts.get("birth", "")
    year = _YEAR.fullmatch(born)
    if year:
        return on.year - int(born) - 1
    try:
        day = parse_day(born, today=on) if born else None
    except WrongDayError:
        return None
    if day is None:
        return None
    if day > on:
        day = day.replace(year=day.year - 100)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def _row(facts: dict[str, str]) -> Row:
    name = clean_name(facts["name"])
    said = (facts["name"], *(facts.get(key, "") for key in ("duty", "title", "note")))
    duty = next((found for found in map(duty_in, said) if found), "")
    title = _title(facts)
    doubts = []
    if not is_name(name):
        doubts.append("name")
    if not title:
        doubts.append("title")
    if facts.get("birth") and _age(facts, date.today()) is None:  # noqa: DTZ011 - only readable or not
        doubts.append("birth")
    return Row(name=name, title=title, duty=duty, doubts=tuple(doubts))


def _title(facts: dict[str, str]) -> str:
    title = without_duty(tidy(_without_private(facts.get("title", ""))))
    unit = facts.get("unit", "")
    if unit and fold(unit) not in fold(title):
        title = f"{title}, {unit}" if title else unit
    return title[:200]


def _with_twins(rows: list[Row]) -> tuple[Row, ...]:
    """Rows with a doubt where a name stands twice."""
    names = Counter(fold(row.name) for row in rows)
    return tuple(
        replace(row, doubts=(*row.doubts, "twice")) if names[fold(row.name)] > 1 else row
        for row in rows
    )
