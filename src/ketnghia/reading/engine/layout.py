"""What each line of a page is: title, body, caption, date line, byline, or chrome around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ketnghia.reading.engine.datelines import DATE
from ketnghia.reading.engine.zones import (
    CRAWL_DATE,
    LONG,
    NUMBERED,
    SHORT,
    Zone,
    bare_of,
    starts,
    zone_of,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text and what it is; `is_certain` where the page itself says so."""

    start: int
    end: int
    zone: Zone
    is_certain: bool = False


# A line break before a small letter or in the middle of a date is no end of a line.
_SMALL = "".join(
    sign for sign in map(chr, range(0x61, 0x1EFA)) if sign.isalpha() and sign.islower()
)
_BREAK = re.compile(rf"\n\s*(?![{_SMALL}])|\n\s*\n\s*")
_FILE = re.compile(
    r"(?:\S+\.(?:jpe?g|png|gif|webp|bmp|heic|tiff?)(?:\s+|$))+(?P<rest>.*)", re.IGNORECASE
)
_FILE_AND_WORDS = re.compile(r"(\S+\.(?:jpe?g|png|gif|webp))\s*:\s*\S", re.IGNORECASE)
TITLE_WORDS, LONGEST_CAPTION = 4, 220
# The longest report seen has 1,400 lines; a table of numbers that goes on is no article.
MOST_LINES = 5_000


def lay_out(text: str, told: Sequence[Zone | None] = ()) -> list[Line]:
    """The lines of a text, in order, with their zones; `told` by the page, line by line."""
    places = _with_crawl_date(text, _lines(text)[:MOST_LINES])
    hints = told if len(told) == len(places) else [None] * len(places)
    lines = [
        _hinted(text, start, end, hint) if hint else _classify(text, start, end)
        for (start, end), hint in zip(places, hints, strict=True)
    ]
    lines = _without_related(text, lines)
    lines = _with_captions(text, lines)
    return _with_title(text, _with_foot(text, lines))


def _hinted(text: str, start: int, end: int, hint: Zone) -> Line:
    """What the page says of a line, unless its words say that it is none of the article."""
    if hint in {Zone.HEADING, Zone.BYLINE}:
        told = zone_of(text[start:end])
        if told in {Zone.RELATED, Zone.CHROME, Zone.DATELINE}:
            return Line(start, end, told)
    return Line(start, end, hint, is_certain=hint is not Zone.HEADING)


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in _BREAK.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [trimmed for start, end in found if (trimmed := _trim(text, start, end))]


def _with_crawl_date(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Saved copies may begin with "date 2026-02-28" run into the first line: a line of its own."""
    found = CRAWL_DATE.match(text, *places[0]) if places else None
    rest = _trim(text, found.end(), places[0][1]) if found else None
    if found is None or rest is None:
        return places
    return [(found.start(), found.end()), rest, *places[1:]]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _classify(text: str, start: int, end: int) -> Line:
    words = text[start:end]
    file = _FILE.match(words)
    if file and not file["rest"]:
        return Line(start, end, Zone.FILE)
    if _FILE_AND_WORDS.match(words):
        return Line(start, end, Zone.CAPTION)
    return Line(start, end, zone_of(words))


def _without_related(text: str, lines: list[Line]) -> list[Line]:
    """From the head of a list of other articles to the end nothing is ours."""
    first_body = next((at for at, line in enumerate(lines) if line.zone is Zone.BODY), len(lines))
    for place, line in enumerate(lines):
        if line.zone is Zone.RELATED and place > first_body:
            box = _box_after(text, lines, place)
            if box is None:
                return lines[:place] + [replace(rest, zone=Zone.RELATED) for rest in lines[place:]]
            lines = [
                replace(other, zone=Zone.RELATED) if place <= at < box else other
                for at, other in enumerate(lines)
            ]
    return lines


def _box_after(text: str, lines: list[Line], place: int) -> int | None:
    """Where the article goes on after a box of links in its middle; None where it does not."""
    head = text[lines[place].start : lines[place].end]
    rest = lines[place + 1 :]
    links = 0
    if ":" not in head or head.rstrip().endswith(":"):
        links = next((at for at, line in enumerate(rest) if _is_paragraph(text, line)), len(rest))
    after = rest[links:]
    bodies = [at for at, line in enumerate(after) if line.zone is Zone.BODY]
    in_a_row = bodies[:3] == [0, 1, 2] or bodies == [0, 1] == list(range(len(after)))
    before = sum(line.end - line.start for line in lines[:place] if line.zone is Zone.BODY)
    behind = sum(after[at].end - after[at].start for at in bodies)
    goes_on = in_a_row and links <= SHORT and behind > before
    return place + 1 + links if goes_on else None


def _is_paragraph(text: str, line: Line) -> bool:
    return line.zone is Zone.BODY and len(text[line.start : line.end].split()) >= LONG


def _with_captions(text: str, lines: list[Line]) -> list[Line]:
    """Words under a picture, and bare lines between paragraphs, are captions."""
    made: list[Line] = []
    bodies = [at for at, line in enumerate(lines) if line.zone is Zone.BODY]
    first_body, last_body = (bodies[0], bodies[-1]) if bodies else (len(lines), -1)
    for at, line in enumerate(lines):
        zone = line.zone
        if zone in {Zone.BODY, Zone.HEADING} and not line.is_certain:
            words = text[line.start : line.end]
            if made and made[-1].zone is Zone.FILE and len(words) <= LONGEST_CAPTION:
                zone = Zone.CAPTION
            elif zone is Zone.HEADING and at > first_body:
                zone = _between(words, is_last=at > last_body)
        made.append(line if zone is line.zone else replace(line, zone=zone))
    return made


_POSTS = (
    "BÍ THƯ", "CHỦ TỊCH", "TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "HIỆU TRƯỞNG", "GIÁM ĐỐC",
    "TRƯỞNG PHÒNG", "CHỦ NHIỆM",
)  # fmt: skip
_SIGNED_POST = re.compile(
    rf"(?:(?:K\.?/?T\.?|Q\.|QUYỀN|TL\.|TUQ\.)\s*)?(?:PHÓ )?(?:{'|'.join(_POSTS)})"
    r"(?: THƯỜNG TRỰC)?(?: (?:TỈNH|HUYỆN|ĐOÀN|XÃ|HỘI|BAN|CHI)[ A-ZÀ-Ỹ]*)?"
)
_COLUMNS = re.compile(r"\s{3,}|\t")


def is_signed_post(words: str) -> bool:
    """As in "PHÓ BÍ THƯ" alone in its column, where a document is signed."""
    return _SIGNED_POST.fullmatch(words) is not None


def is_signed(line: str) -> bool:
    """Whether a column of a line is a post in capitals."""
    if not any(post in line for post in _POSTS):
        return False
    return any(is_signed_post(line[start:end]) for start, end in columns(line, 0, len(line)))


def columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The columns of a line: parted by three spaces or more."""
    found, first = [], start
    for gap in _COLUMNS.finditer(text, start, end):
        found.append((first, gap.start()))
        first = gap.end()
    return [*found, (first, end)]


def _with_foot(text: str, lines: list[Line]) -> list[Line]:
    """The post and the name of who signs a document are read, whatever stands beside them."""
    made = list(lines)
    for at, line in enumerate(lines):
        if is_signed(text[line.start : line.end]):
            for below in range(at, min(len(lines), at + SHORT + 2)):
                if made[below].zone is not Zone.BODY:
                    made[below] = replace(made[below], zone=Zone.HEADING)
    return made


def _between(words: str, *, is_last: bool) -> Zone:
    if is_last and ":" in words and bare_of(words).startswith(starts("signers")):
        return Zone.HEADING
    if words.endswith(":") and not is_last:
        return Zone.HEADING
    if NUMBERED.match(words) or words.isupper():
        return Zone.BYLINE if is_last and not NUMBERED.match(words) else Zone.HEADING
    if is_last:
        return Zone.BYLINE
    return Zone.CAPTION if len(words.split()) >= TITLE_WORDS else Zone.BYLINE


def _with_title(text: str, lines: list[Line]) -> list[Line]:
    """The longest bare line above the first paragraph is the title."""
    if any(line.zone is Zone.TITLE for line in lines):
        return lines
    above = []
    for at, line in enumerate(lines):
        if line.zone is Zone.BODY:
            break
        if line.zone is Zone.HEADING:
            above.append(at)
    if not above:
        return lines
    best = max(above, key=lambda at: len(text[lines[at].start : lines[at].end].split()))
    made = list(lines)
    for at in above:
        is_under = at > best or DATE.search(text, lines[at].start, lines[at].end) is not None
        zone = Zone.TITLE if at == best else Zone.HEADING if is_under else Zone.CHROME
        made[at] = replace(lines[at], zone=zone)
    return made
