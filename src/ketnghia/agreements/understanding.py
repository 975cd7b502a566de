"""A promise typed as it is read in the paper, understood into its fields; nothing but text here.

Rules are small and in a visible order; each says which words of the sentence it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from ketnghia.agreements.terms import Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.vietnamese.dates import find_day
from ketnghia.vietnamese.numbers import NUMBER, whole_number
from ketnghia.vietnamese.text import fold

Span = tuple[int, int]

RHYTHMS: dict[str, tuple[str, ...]] = {
    Rhythm.EACH_YEAR: ("mỗi năm", "hằng năm", "hàng năm", "một năm", "định kỳ năm", "thường niên"),
    Rhythm.OVER_TERM: ("trong cả thời hạn", "cả giai đoạn", "trong giai đoạn", "trong nhiệm kỳ"),
}
WHO: dict[str, tuple[str, ...]] = {
    Who.EACH_SIDE: ("mỗi bên", "mỗi đơn vị", "mỗi tỉnh", "từng bên", "mỗi huyện", "mỗi xã"),
    Who.JOINTLY: (
        "hai bên cùng",
        "hai đơn vị cùng",
        "cùng tổ chức",
        "phối hợp tổ chức",
        "hai bên",
        "hai đơn vị",
        "các bên",
        "luân phiên",
    ),
}
FRIEND = (
    "tại đơn vị bạn",
    "ở đơn vị bạn",
    "tại tỉnh bạn",
    "tại nước bạn",
    "tại huyện bạn",
    "tại địa bàn bạn",
    "bên bạn",
    "tại nơi bạn",
)
BOUNDS = (
    (Bound.AT_LEAST, ("ít nhất", "tối thiểu", "không dưới", "không ít hơn")),
    (Bound.AT_MOST, ("nhiều nhất", "tối đa", "không quá")),
    (Bound.ABOUT, ("khoảng", "chừng")),
    (Bound.OVER, ("trên", "hơn")),
    (Bound.NEARLY, ("gần",)),
    (Bound.EXACTLY, ("đúng",)),
)
AFTER_NUMBER = (Bound.AT_LEAST, ("trở lên",))
# Longer phrases first: "giao lưu thể thao" must not be cut at "thể thao".
COUNTED = (
    (Counted.PROJECT, ("công trình thanh niên", "công trình", "phần việc thanh niên")),
    (
        Counted.WELFARE,
        (
            "hoạt động an sinh xã hội",
            "hoạt động an sinh",
            "an sinh xã hội",
            "an sinh",
            "chương trình từ thiện",
        ),
    ),
    (
        Counted.TRAINING,
        (
            "lớp tập huấn",
            "tập huấn",
            "lớp bồi dưỡng",
            "bồi dưỡng",
            "đào tạo",
            "hội nghị trực tuyến",
            "lớp",
        ),
    ),
    (
        Counted.MEETING,
        ("cuộc gặp gỡ", "gặp gỡ", "hội đàm", "cuộc gặp", "buổi làm việc", "giao ban", "cuộc họp"),
    ),
    (
        Counted.DELEGATION,
        ("đoàn công tác", "đoàn đại biểu", "đoàn thăm", "đoàn cán bộ", "chuyến thăm"),
    ),
    (
        Counted.EXCHANGE,
        (
            "hoạt động giao lưu",
            "cuộc giao lưu",
            "chương trình giao lưu",
            "giao lưu",
            "trao đổi kinh nghiệm",
            "tọa đàm",
        ),
    ),
    (Counted.VOLUNTEER, ("hoạt động tình nguyện", "đợt tình nguyện", "tình nguyện", "chiến dịch")),
    (Counted.PROPAGANDA, ("tuyên truyền", "giáo dục")),
    (Counted.SUPPORT, ("hỗ trợ", "giúp đỡ", "giúp nhau", "tặng quà")),
    (Counted.ACTIVITY, ("hoạt động",)),
)
OR = re.compile(r"\bhoặc(?: là)?\b", re.IGNORECASE)
BY = re.compile(r"\b(?:trước(?: ngày)?|chậm nhất(?: ngày)?|hoàn thành trước)\s+", re.IGNORECASE)
TIMES = re.compile(rf"({NUMBER.pattern})\s+lần", re.IGNORECASE)  # "mỗi năm một lần"
SIDES = re.compile(r"\s+(?:bên|đơn vị|tỉnh|huyện|xã|phường|nước)\b", re.IGNORECASE)  # "hai bên"
NEAR = 24  # how far before a thing counted its number may stand


@dataclass(frozen=True)
class Heard:
    """One thing understood, and the words it stands on."""

    value: str
    span: Span | None = None


@dataclass(frozen=True)
class Way:
    """One way to keep the promise."""

    counted: str
    bound: str
    quantity: int | None
    span: Span


@dataclass(frozen=True)
class Understood:
    """A sentence read: every field with its words, and what could not be told."""

    rhythm: Heard
    who: Heard
    where: Heard
    side: Heard | None = None
    due_on: date | None = None
    ways: tuple[Way, ...] = ()
    doubts: tuple[str, ...] = field(default=())

    @property
    def spans(self) -> list[Span]:
        """The words understood, in the order of the sentence, without overlap."""
        heard = [self.rhythm, self.who, self.where, *([self.side] if self.side else [])]
        found = [h.span for h in heard if h.span] + [way.span for way in self.ways]
        kept: list[Span] = []
        for span in sorted(found):
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept


def understand(sentence: str, *, parties: tuple[str, ...] = ()) -> Understood:
    """Read one promise. `parties` are the names of those who signed, in order; never raises."""
    rhythm = _first(sentence, RHYTHMS)
    due_on = None
    due = BY.search(sentence)
    found_day = find_day(sentence, due.end()) if due else None
    if due and found_day:
        due_on = found_day.value
        rhythm = Heard(Rhythm.ONCE_BY, (due.start(), found_day.end))
    ways = tuple(_ways(sentence))
    side = _named(sentence, parties)
    who = _first(sentence, WHO)
    if side and who is None:
        who = Heard(Who.ONE_SIDE, side.span)
    friend = _phrase(sentence, FRIEND)
    return Understood(
        rhythm=rhythm or Heard(Rhythm.OVER_TERM),
        who=who or Heard(Who.EACH_SIDE if friend else Who.JOINTLY),
        where=Heard(Where.FRIEND, friend) if friend else Heard(Where.ANYWHERE),
        side=side if who and who.value == Who.ONE_SIDE else None,
        due_on=due_on,
        ways=ways,
        doubts=tuple(_doubts(rhythm, who, ways)),
    )


def _doubts(rhythm: Heard | None, who: Heard | None, ways: tuple[Way, ...]) -> Iterator[str]:
    if not ways:
        yield "counted"
    if who is None:
        yield "who"
    if rhythm is None and any(way.quantity is not None for way in ways):
        yield "rhythm"


def _first(sentence: str, choices: dict[str, tuple[str, ...]]) -> Heard | None:
    found = [
        Heard(value, span)
        for value, phrases in choices.items()
        if (span := _phrase(sentence, phrases))
    ]
    return min(found, key=lambda heard: heard.span or (0, 0), default=None)


def _phrase(sentence: str, phrases: tuple[str, ...], start: int = 0) -> Span | None:
    """The first of the phrases that stands in the sentence as whole words, marks or not."""
    flat, back = _flat(sentence)
    for phrase in phrases:
        found = re.compile(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)").search(flat, start)
        if found:
            return back[found.start()], back[found.end() - 1] + 1
    return None


def _flat(sentence: str) -> tuple[str, list[int]]:
    """The sentence folded sign by sign, with the place of each sign in the original."""
    signs: list[str] = []
    back: list[int] = []
    for place, sign in enumerate(sentence):
        for bare in " " if sign.isspace() else fold(sign):
            signs.append(bare)
            back.append(place)
    return "".join(signs), back


def _named(sentence: str, parties: tuple[str, ...]) -> Heard | None:
    """The party that opens the sentence by name: the promise is its own."""
    for place, name in enumerate(parties):
        span = _phrase(sentence[: len(name) + 12], (name,))
        if span:
            return Heard(str(place), span)
    return None


def _ways(sentence: str) -> Iterator[Way]:
    """Each part between "hoặc" that names something counted; a bound said once holds for all."""
    cuts = [0, *(m.start() for m in OR.finditer(sentence)), len(sentence)]
    last: tuple[str, int | None] = (Bound.AT_LEAST, None)
    for start, end in pairwise(cuts):
        way = _way(sentence, start, end, last)
        if way:
            last = (way.bound, way.quantity)
            yield way


def _way(sentence: str, start: int, end: int, before: tuple[str, int | None]) -> Way | None:
    part = sentence[start:end]
    best: tuple[Span, str] | None = None
    for counted, phrases in COUNTED:
        span = _phrase(part, phrases)
        if span and (best is None or (span[0] < best[0][0] and not _inside(span, best[0]))):
            best = (span, counted)
    if best is None:
        return None
    first, last = best[0]
    thing = best[1]
    number = _number_before(part, first)
    times = TIMES.search(part, last)
    if number is None and times and (told := whole_number(times.group(1))):
        return Way(thing, Bound.EXACTLY, told, (start + first, start + last))
    if number is None:
        return Way(thing, before[0], before[1], (start + first, start + last))
    quantity, at, bound = number
    return Way(thing, bound or before[0], quantity, (start + at, start + last))


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _number_before(part: str, place: int) -> tuple[int, int, str] | None:
    """The nearest number before a place: its value, where it (or its bound) begins, its bound."""
    found = None
    for match in NUMBER.finditer(part, max(0, place - NEAR), place):
        value = whole_number(match.group())
        if value is not None and not SIDES.match(part, match.end()):
            found = (value, match)
    if found is None:
        return None
    value, match = found
    before = part[max(0, match.start() - NEAR) : match.start()]
    for bound, phrases in BOUNDS:
        span = _last_phrase(before, phrases)
        if span:
            return value, match.start() - len(before) + span[0], bound
    if _phrase(part[match.end() :], AFTER_NUMBER[1]):
        return value, match.start(), AFTER_NUMBER[0]
    return value, match.start(), ""


def _last_phrase(text: str, phrases: tuple[str, ...]) -> Span | None:
    """A phrase that ends the text, spaces apart."""
    flat, back = _flat(text.rstrip())
    for phrase in phrases:
        folded = fold(phrase)
        if re.search(rf"(?<!\w){re.escape(folded)}$", flat):
            return back[len(flat) - len(folded)], back[-1] + 1
    return None
