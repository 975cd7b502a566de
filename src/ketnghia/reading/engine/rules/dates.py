"""Days as a page writes them: "ngày 29/11", "từ 2 - 4/4", "24 và 25-6", "15 tháng 7 năm 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.text import Sentence, Text

_MONTH = r"\s*(?:[/.\-]|\s+tháng\s+)\s*(?P<m{0}>\d{{1,2}})"
_YEAR = r"(?:(?:\s*[/.\-]\s*|,?\s+năm\s+)(?P<y{0}>\d{{4}}))?(?![\d/])"
_TO = (
    r"\s*(?:-|–|—|đến|tới|và|,|&)\s*(?:hết\s+)?(?:\d{1,2}\s*(?:giờ|h)\s*)?(?:ngày\s+)?(?:mùng\s+)?"
)
_DAY = r"(?P<d{0}>\d{{1,2}})"
# "16 - 18/1", "24 và 25-6", "6, 7/12/2023": the month stands behind the last day only.
_DAYS = re.compile(
    r"(?<![\d/.\-])"
    + _DAY.format(1)
    + r"(?:\s*,\s*\d{1,2}(?=\s*,|\s*và)){0,9}"
    + _TO
    + _DAY.format(2)
    + _MONTH.format(2)
    + _YEAR.format(2),
    re.IGNORECASE,
)
# "28/12/2020 đến 2/1/2021", "20/5 - 24/5/2019".
_SPAN = re.compile(
    r"(?<![\d/.\-])" + _DAY.format(1) + _MONTH.format(1) + _YEAR.format(1)
    + _TO + _DAY.format(2) + _MONTH.format(2) + _YEAR.format(2),
    re.IGNORECASE,
)  # fmt: skip
_ONE = re.compile(
    r"(?<![\d/.\-])" + _DAY.format(2) + _MONTH.format(2) + _YEAR.format(2), re.IGNORECASE
)
_PATTERNS = (_SPAN, _DAYS, _ONE)
_ANY = re.compile(r"\d{1,2}\s*(?:[/.\-–,]|đến|tới|và|tháng|&)", re.IGNORECASE)
UNKNOWN = "XXXX"
LEAP = 2000
# A stretch that turns the year begins this late and ends this early.
LATE, EARLY = 11, 2
MONTH_ENDS, MONTH_BEGINS = 28, 3


@dataclass(frozen=True)
class Day:
    """A day whose year may be unsaid (0)."""

    day: int
    month: int
    year: int = 0

    @property
    def iso(self) -> str:
        year = f"{self.year:04}" if self.year else UNKNOWN
        return f"{year}-{self.month:02}-{self.day:02}"

    @property
    def is_real(self) -> bool:
        try:
            date(self.year or LEAP, self.month, self.day)
        except ValueError:
            return False
        return True

    def on(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Days:
    """A day or a stretch of days at a place of the text."""

    first: Day
    last: Day
    start: int
    end: int
    sentence: Sentence

    def in_year(self, year: int) -> Days:
        """The same days in a year; a stretch over New Year ends in the next."""
        turns = (self.last.month, self.last.day) < (self.first.month, self.first.day)
        return replace(
            self,
            first=replace(self.first, year=year),
            last=replace(self.last, year=year + turns),
        )


def is_fraction(text: Text, one: Days) -> bool:
    """As in "đến nay 5/10 chỉ tiêu đã đạt", "9/9 huyện": no day, though it could be one."""
    first, behind = text.word_at(one.start), text.word_at(one.end - 1) + 1
    is_plain = not one.last.year and behind - first == len(("5", "/", "10"))
    if not is_plain or text.key(first - 1) in word_set("opens_day") - {"nay", "có"}:
        return False
    return any(text.mark(behind, sort) for sort in _COUNTS_SOMETHING)


_COUNTS_SOMETHING = ("measure_measure", "measure_never", "measure_joins")


def days_of(text: Text) -> list[Days]:
    """Every day a text names, in order."""
    found: list[Days] = []
    for sentence in text.sentences:
        for days in _in_sentence(text, sentence):
            if found and _goes_on(text, found[-1], days):
                found[-1] = replace(
                    days, first=_before(found[-1].first, days), start=found[-1].start
                )
            else:
                found.append(days)
    return found


def _goes_on(text: Text, one: Days, other: Days) -> bool:
    """As in "29, 30/4 và 1/5/2023": one stretch over the end of a month."""
    between = text.clean[one.end : other.start].strip()
    is_next = one.sentence == other.sentence and between in {"và", "-", "–"}
    if not is_next or one.first.year:
        return False
    is_end = one.last.day >= MONTH_ENDS and other.first.day <= MONTH_BEGINS
    return is_end and other.first.month in {one.last.month + 1, one.last.month - 11}


def _before(first: Day, days: Days) -> Day:
    """The first day in the year of the days behind it."""
    year = days.last.year
    turns = bool(year) and first.month > days.last.month
    return replace(first, year=year - turns) if year else first


def _in_sentence(text: Text, sentence: Sentence) -> Iterator[Days]:
    start = text.words[sentence.first].start
    end = text.words[sentence.last - 1].end
    place = start
    while near := _ANY.search(text.clean, place, end):
        match = _at(text.clean, near.start(), end)
        made = _made(match) if match else None
        if match and made:
            yield Days(*made, match.start(), match.end(), sentence)
            place = match.end()
        else:
            place = near.start() + len(re.match(r"\d+", near[0])[0])  # type: ignore[index]


def _at(clean: str, start: int, end: int) -> re.Match[str] | None:
    for pattern in _PATTERNS:
        match = pattern.match(clean, start, end)
        if match and _made(match):
            return match
    return None


def _made(match: re.Match[str]) -> tuple[Day, Day] | None:
    parts = match.groupdict()
    last = _day(parts, "2")
    first = _day({**parts, "m1": parts.get("m1") or parts["m2"]}, "1") if parts.get("d1") else last
    if not first.year and last.year:
        turns = (first.month, first.day) > (last.month, last.day)
        first = replace(first, year=last.year - turns)
    if not (first.is_real and last.is_real):
        return None
    turns = (first.month, first.day) > (last.month, last.day)
    if turns and not (first.month >= LATE and last.month <= EARLY):
        # "Ngày thành lập Đoàn 26/3, ngày 20/3/2022" are two days, no stretch.
        return None
    if "m1" not in parts and parts.get("d1") and first.day >= last.day:
        return None
    return first, last


def _day(parts: dict[str, str | None], which: str) -> Day:
    year = parts.get(f"y{which}")
    return Day(int(parts[f"d{which}"] or 0), int(parts[f"m{which}"] or 0), int(year or 0))
