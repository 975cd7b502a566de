"""What one line of a page is by its own words: body, caption, date line, byline or chrome."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from ketnghia.reading.engine.data import table
from ketnghia.reading.engine.datelines import Dated, dated
from ketnghia.reading.engine.words import keys


class Zone(StrEnum):
    """The parts of a page."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    FILE = "file"
    DATELINE = "dateline"
    BYLINE = "byline"
    CHROME = "chrome"
    RELATED = "related"


READ = {Zone.TITLE, Zone.HEADING, Zone.BODY, Zone.CAPTION}

CRAWL_DATE = re.compile(r"date\s+(?:19|20)\d\d-\d\d(?:-\d\d)?(?=\s)", re.IGNORECASE)
# … and the signs that posts on social media put before an item.
NUMBERED = re.compile(
    r"\(?(?:[IVXLC]+|\d+|[a-zđ])[.)]\s|[-+*•–]\s"
    r"|[\u2600-\u27bf\u25a0-\u25ff\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?\s?(?=.{12})"
)
_TIME = re.compile(
    r"\d{1,2}\s*(?::|h|giờ)\s*\d{0,2}(?::\d\d)?|[T+]\d{2}:\d{2}|\bGMT\b\s*[+]?\s*\d*"
)
_SEPARATORS = re.compile(r"[|›»>•·\\]|\s/\s")
_ENDS = re.compile(r"[.!?…:;]['\"”’)\]]*(?:/\.)?\s*$")
_CREDIT = re.compile(r"\(?\s*[ẢA]nh\s*:\s*[^:]{2,40}$", re.IGNORECASE)
# "Hai tỉnh ký kết- Ảnh 1." is the name of a picture, its caption stands below.
_PICTURE = re.compile(r".{8,}[-–]\s*[ẢAảa]nh\s+\d{1,2}\s*\.?")
# "214 thích   37 bình luận   19 lượt chia sẻ"
_COUNTERS = re.compile(r"\d\s+(?:binh luan|luot chia se|luot thich|luot xem)\b")
_INNER_END = re.compile(r"[^\W\d_]{2,}[.!?…]\s")
# Behind it stand signs only.
LAST_LETTER = "\u2500"
LONG, SHORT, LONGEST_TITLE = 25, 5, 45
SHORT_LINE, BYLINE_WORDS = 160, 8
MANY, FEW = 3, 4


def zone_of(words: str) -> Zone:
    """The part of a page a line is, as far as its words tell."""
    zone = _told_by_words(words)
    if zone is not None:
        return zone
    if words.startswith(("Tags", "Từ khóa", "Từ khoá")):
        return Zone.CHROME
    if words[0] in "[(@" and bare_of(words[:20]).startswith(starts("captions")):
        return Zone.CAPTION
    count = len(words.split())
    ends = _ENDS.search(words) is not None
    is_body = (
        (ends and (count >= SHORT or _is_item(words)))
        or count >= LONGEST_TITLE
        or (count >= LONG and _INNER_END.search(words) is not None)
    )
    return Zone.BODY if is_body else Zone.HEADING


def _told_by_words(words: str) -> Zone | None:
    """What a line says of itself by how it begins or what it holds."""
    if _PICTURE.fullmatch(words):
        return Zone.FILE
    if _is_basis(words, bare_of(words[:20])):
        return Zone.CHROME
    if len(words) > SHORT_LINE:
        return None
    bare = bare_of(words)
    return next((zone for zone, is_so in _SHORT_LINES if is_so(words, bare)), None)


def _is_item(words: str) -> bool:
    """As in "3. Trồng mới 50.000 cây xanh.": an item of a list, though it is short."""
    item = NUMBERED.match(words)
    return item is not None and (words.rstrip()[-1] in ".;!" or words[0] > LAST_LETTER)


def bare_of(words: str) -> str:
    """A line without marks, in lower case."""
    return keys(" ".join(words.split()))[1]


@cache
def starts(name: str) -> tuple[str, ...]:
    return tuple(table("chrome")[name])


def _is_basis(words: str, bare: str) -> bool:
    """As in "Căn cứ Điều lệ Đoàn;": what a document rests on, none of what it tells."""
    return bare.startswith(starts("basis")) and words.rstrip()[-1] in ";,"


def _is_field(words: str, bare: str) -> bool:
    """As in "Đại diện: Ông Trần Văn Lâm", "Thời gian: …": a line of a form belongs to the text."""
    return ":" in words[:30] and bare.startswith(starts("fields"))


def _is_related(_words: str, bare: str) -> bool:
    plain = bare.lstrip("-•*>»› ")
    if not plain.startswith(starts("related")):
        return False
    return ":" in plain or len(plain.split()) <= BYLINE_WORDS


def _is_chrome(words: str, bare: str) -> bool:
    if bare.startswith(starts("starts")) or any(held in bare for held in starts("holds")):
        return True
    if not any(sign.isalpha() for sign in words) or _COUNTERS.search(bare):
        return True
    return len(_SEPARATORS.findall(words)) >= MANY and not _ENDS.search(words)


@cache
def _dateline_words() -> tuple[re.Pattern[str], ...]:
    """What a date line may say beside its date, the longest first."""
    longest_first = sorted(starts("dateline"), key=len, reverse=True)
    return tuple(re.compile(rf"\b{known}\b") for known in longest_first)


def _is_dateline(words: str, bare: str) -> bool:
    if CRAWL_DATE.match(f"{words} "):
        return True
    found = dated(words)
    if found and _ends_a_trail(words, found):
        return True
    if not found or found.start > SHORT_LINE / 2:
        return False
    rest = _TIME.sub(" ", words[: found.start] + " " + words[found.end :])
    plain = bare_of(re.sub(r"[^\w\s]|\d", " ", rest))
    for known in _dateline_words():
        plain = known.sub(" ", plain)
    return _is_all_date(words, bare, found, len(plain.split()))


def _ends_a_trail(words: str, found: Dated) -> bool:
    """As in "Tin tức » Tỉnh đoàn » 20.01.2024": the way to the page ends in its day."""
    is_last = found.end == len(words.rstrip()) and found.is_in_figures
    before = words[: found.start].rstrip()
    return is_last and before.endswith(("»", "›", ">", "|", "/")) and len(words) <= SHORT_LINE


def _is_all_date(words: str, bare: str, found: Dated, others: int) -> bool:
    """Whether a line with so many other words is the date of a page, and who put it there."""
    is_labelled = bare.startswith(starts("labels"))
    if others and not found.is_in_figures:
        # "Huế, ngày 20 tháng 1 năm 2024" heads a document.
        return is_labelled
    if others <= 1 or is_labelled:
        return True
    if found.end == len(words.rstrip()) and others <= FEW and "ngay" not in bare:
        return True
    # "Linh Nhi| 21/11/2013 06:19": more words, but an hour beside the date.
    has_hour = _TIME.search(words) is not None
    return has_hour and others <= BYLINE_WORDS and not _ENDS.search(words)


def _is_caption(words: str, bare: str) -> bool:
    is_cell = words[0] == "|" == words[-1] and words.count("|") == len("||")
    return (
        bare.startswith(starts("captions"))
        or is_cell
        or (_CREDIT.search(words) is not None and len(words.split()) > SHORT)
    )


def _is_byline(words: str, bare: str) -> bool:
    # "Theo thỏa thuận, hai bên sẽ phối hợp:" opens a list.
    opens = bare.startswith("theo ") and words.endswith(":")
    return len(words.split()) <= BYLINE_WORDS and bare.startswith(starts("bylines")) and not opens


_SHORT_LINES = (
    (Zone.BODY, _is_field),
    (Zone.RELATED, _is_related),
    (Zone.DATELINE, _is_dateline),
    (Zone.CAPTION, _is_caption),
    (Zone.BYLINE, _is_byline),
    (Zone.CHROME, _is_chrome),
)
