"""When a page was published, by its own line of date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ketnghia.reading.engine.datelines import dated
from ketnghia.reading.engine.layout import Line, is_signed
from ketnghia.reading.engine.rules.dates import Days
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

# An article comes out soon after what it reports; a later date heads the site, not the article.
LONGEST_WAIT = timedelta(days=75)
NEW_YEAR = timedelta(days=3)
_HOUR = re.compile(r"\d{1,2}\s*(?::|h|giờ)\s*\d\d")
_NUMBERED = re.compile(r"(?:\S+\s{3,})?[Ss]ố\s*:\s*\S*[-/]\S+|[Ss]ố\s+\d+\s*[-/]\S+")
_WRITTEN = re.compile(
    r",\s*ngày\s+(?:(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(\d{1,2})/(\d{1,2})/(\d{4}))\s*$"
)
_IN_BRACKETS = re.compile(r"\s+\d{1,2}:\d\d(?::\d\d)?\s*\)")
LONGEST_HEAD, LONGEST_FOOT = 12, 8


@dataclass(frozen=True)
class Published:
    """The day a page says it came out, and where it says so."""

    day: date
    start: int
    end: int


def published(text: Text, event: Days | None) -> Published | None:
    """The first line of date that fits the event; a clock at the head of a site does not."""
    shown: Published | None = None
    for line in text.lines:
        if line.zone is Zone.DATELINE:
            found = _published_in(text, line)
            may_be = found and (_fits(found.day, event) or _is_labelled(text, line))
            if found and may_be and not _is_clock(text, line, found, event):
                shown = shown or found
                if _has_hour(text, line):
                    return found
        elif line.zone is Zone.BODY and shown:
            return shown
        elif line.zone in {Zone.TITLE, Zone.HEADING}:
            found = _published_in(text, line)
            if found and _IN_BRACKETS.match(text.clean, found.end) and _fits(found.day, event):
                return found
    return shown or _written(text)


def _has_hour(text: Text, line: Line) -> bool:
    """The article's own line of date has its hour; a day alone may be that of the site."""
    return _HOUR.search(text.clean, line.start, line.end) is not None


def _written(text: Text) -> Published | None:
    """As in "Văn Chấn, ngày 12 tháng 6 năm 2023" at the head or foot of a document."""
    head, foot = text.lines[:LONGEST_HEAD], text.lines[-LONGEST_FOOT:]
    numbered = any(_NUMBERED.match(text.clean, line.start, line.end) for line in head)
    signed = any(is_signed(text.clean[line.start : line.end]) for line in foot)
    for line in [*(head if numbered else ()), *(foot if signed else ())]:
        match = _WRITTEN.search(text.clean, line.start, line.end)
        if match:
            day, month, year = (int(part) for part in match.groups() if part)
            try:
                return Published(date(year, month, day), match.start(), match.end())
            except ValueError:
                return None
    return None


def _is_clock(text: Text, line: Line, found: Published, event: Days | None) -> bool:
    """As in "Thứ sáu, 25/06/2021" over the whole page: a day without an hour, not the event's."""
    words = text.clean[line.start : line.end].lower()
    if line is not text.lines[0] or ":" in words or not words.startswith(("thứ", "chủ nhật")):
        return False
    held = event.last.on(event.last.year or found.day.year) if event else None
    return held is not None and abs(found.day - held) > NEW_YEAR


def _published_in(text: Text, line: Line) -> Published | None:
    found = dated(text.clean, line.start, line.end)
    return Published(found.day, found.start, found.end) if found else None


def _is_labelled(text: Text, line: Line) -> bool:
    """As in "Đăng bởi admin lúc 09:00, 11/09/2020": a call comes out long before its days."""
    return text.clean[line.start : line.end].lower().startswith(("đăng", "ngày đăng", "người đăng"))


def _fits(day: date, event: Days | None) -> bool:
    if event is None:
        return True
    year = event.last.year
    if year:
        happened = event.last.on(year)
        return happened is not None and -NEW_YEAR <= day - happened <= LONGEST_WAIT * 2
    return year_near(event, day) is not None


def year_near(event: Days, day: date) -> int | None:
    """The year that puts the event shortly before the day of publication."""
    for year in (day.year, day.year - 1):
        began = event.first.on(year)
        if began and -NEW_YEAR <= day - began <= LONGEST_WAIT:
            return year
    return None
