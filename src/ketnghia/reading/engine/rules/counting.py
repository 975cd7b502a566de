"""Numbers that count: their value, their bound, and where their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.dates import Days, is_fraction
from ketnghia.reading.engine.rules.naming import is_naming
from ketnghia.reading.engine.rules.spelled import spelled
from ketnghia.reading.engine.text import Sentence, Text

_UPWARDS = re.compile(r"\s*(?:\+|trở lên\b)")
LONGEST_BOUND, LONGEST_COMPARISON = 4, 18
MOST_DIGITS = 13
FEW = 10
PHONE = 4


@dataclass(frozen=True)
class Count:
    """A number at words `first` to `last`; `begin` is the first word of its bound."""

    value: int | float
    bound: str
    begin: int
    first: int
    last: int
    is_word: bool
    has_scale: bool
    sentence: Sentence
    is_percent: bool = False


@dataclass(frozen=True)
class _Read:
    """A number as it was read: its value and the word behind it."""

    value: Decimal
    last: int
    has_scale: bool = False
    is_percent: bool = False


def counts(text: Text, days: Sequence[Days], taken: Iterable[int] = ()) -> list[Count]:
    """Every number of a text that may count something; `taken` are words of names."""
    skipped = _words_of_days(text, days) | set(taken)
    found: list[Count] = []
    for sentence in text.sentences:
        place = sentence.first
        while place < sentence.last:
            may_count = text.words[place].is_number or "number" in text.marks[place]
            if not may_count or place in skipped:
                place += 1
                continue
            count = _count_at(text, place, sentence)
            if count:
                found.append(count)
            place = count.last if count else place + 1
    return found


def _words_of_days(text: Text, days: Sequence[Days]) -> set[int]:
    found: set[int] = set()
    for one in days:
        if not is_fraction(text, one):
            found.update(range(text.word_at(one.start), text.word_at(one.end - 1) + 1))
    return found


def _count_at(text: Text, place: int, sentence: Sentence) -> Count | None:
    word = text.words[place]
    if word.is_number:
        read = _figures(text, place, sentence)
    else:
        read = _number_words(text, place, sentence) if text.mark(place, "number") else None
    if read is None:
        return None
    bound, begin = _bound_before(text, place, sentence.first)
    if not bound and _UPWARDS.match(text.clean, text.words[read.last - 1].end):
        bound = "at_least"
    return Count(
        _plain(read.value),
        bound or "exactly",
        begin,
        place,
        read.last,
        is_word=not word.is_number,
        has_scale=read.has_scale,
        sentence=sentence,
        is_percent=read.is_percent,
    )


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _bound_before(text: Text, place: int, first: int) -> tuple[str, int]:
    for back in range(LONGEST_BOUND, 0, -1):
        start = place - back
        if start >= first and (mark := text.mark(start, "bound")) and mark.last == place:
            return str(mark.value), start
    return "", place


# ---------------------------------------------------------------- figures


def _figures(text: Text, place: int, sentence: Sentence) -> _Read | None:
    value = value_of(text.words[place].form)
    if value is None or is_naming(text, place, value, sentence) or _is_code(text, place, sentence):
        return None
    last = _past_comparison(text, place + 1, sentence.last)
    after = text.words[last] if last < sentence.last else None
    if after and after.form == "%":
        return _Read(value, last + 1, is_percent=True)
    if after and after.form == "/" and last + 1 < sentence.last and text.words[last + 1].is_number:
        # "9/9 huyện" are nine districts.
        return _Read(value, last + 2)
    return _scaled(text, value, last, sentence.last)


def _past_comparison(text: Text, place: int, stop: int) -> int:
    """Past the brackets of "26.400 (tăng 9,56% so với năm 2021) công trình"."""
    if place + 1 < stop and text.words[place].form == "(" and text.mark(place + 1, "compares"):
        for end in range(place + 1, min(stop, place + LONGEST_COMPARISON)):
            if text.words[end].form == ")":
                return end + 1
    return place


def value_of(figures: str) -> Decimal | None:
    """As in "1.900" and "1,900", which are nineteen hundred, and "1,5", one and a half."""
    if sum(sign.isdigit() for sign in figures) > MOST_DIGITS:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        return Decimal(figures.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", figures):
        return Decimal(figures.replace(",", ""))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", figures):
        return Decimal(figures.replace(",", "."))
    return None


def _scaled(text: Text, value: Decimal, last: int, stop: int) -> _Read:
    """As in "40 nghìn", "1,5 tỷ", "2 tỷ 300 triệu", "1 triệu rưỡi"."""
    total, has_scale = Decimal(0), False
    while last < stop and (mark := text.mark(last, "scale")):
        power, last, has_scale = int(mark.value), mark.last, True
        total, value = total + value * 10**power, Decimal(0)
        if text.key(last) == "rưỡi":
            return _Read(total + Decimal(5 * 10 ** (power - 1)), last + 1, has_scale=True)
        further = _further(text, last, stop, power)
        if further is None:
            break
        value, last = further, last + 1
    return _Read(total + value, last, has_scale=has_scale)


def _further(text: Text, place: int, stop: int, power: int) -> Decimal | None:
    """The smaller part of a number in parts: the 300 of "2 tỷ 300 triệu"."""
    if place + 1 >= stop or not text.words[place].is_number:
        return None
    mark = text.mark(place + 1, "scale")
    is_smaller = mark is not None and int(mark.value) < power
    return value_of(text.words[place].form) if is_smaller else None


def _is_code(text: Text, place: int, sentence: Sentence) -> bool:
    """Parts of codes, hours, scores and phone numbers: "112-KH/TĐTN", "15:20", "4.0"."""
    word = text.words[place]
    before = text.words[place - 1] if place > sentence.first else None
    after = text.words[place + 1] if place + 1 < sentence.last else None
    if before and before.end == word.start and before.form not in _MAY_TOUCH:
        return True
    if after and after.start == word.end:
        return _runs_on(text, place)
    return word.form.startswith("0") and len(word.form) >= PHONE


_MAY_TOUCH = {"(", "“", '"', ">", "~", "≥", "[", "<", "≤"}
_MAY_END = {".", ",", ";", ")", "”", '"', "…", "]", "+", "%", ":"}


def _runs_on(text: Text, place: int) -> bool:
    after = text.words[place + 1]
    if after.form in _MAY_END:
        # "15:20" is a score or an hour; "kết quả: 15: …" is none.
        return after.form == ":" and _is_number(text, place + 2)
    if after.form == "/" and _is_number(text, place + 2):
        behind = text.words[place + 3] if place + 3 < len(text.words) else None
        return behind is None or behind.is_number or behind.is_sign
    return after.key not in word_set("attached")


def _is_number(text: Text, place: int) -> bool:
    return place < len(text.words) and text.words[place].is_number


# ---------------------------------------------------------------- number words


def _number_words(text: Text, place: int, sentence: Sentence) -> _Read | None:
    mark, found = text.mark(place, "number"), spelled(text, place, sentence.last)
    if mark is None or found is None or _says_otherwise(text, mark, sentence):
        return None
    value, last = found
    after = text.key(last)
    # "hai phần ba", "một phần"; "một nghìn phần quà" counts.
    is_share = after == "phần" and (value < FEW or text.mark(last + 1, "number") is not None)
    if is_share or after in word_set("time_after") or after in {"mươi", "mặt", "mấy"}:
        return None
    read = _scaled(text, value, last, sentence.last)
    # "một" alone is an article, no number.
    return None if read.value == 1 else read


def _says_otherwise(text: Text, mark: Mark, sentence: Sentence) -> bool:
    """As in "Thứ Ba", "tháng Năm", "mỗi năm": they tell time; "Hai" in a name is a name."""
    first, last = mark.first, mark.last
    opens = first == sentence.first or text.words[first - 1].form == ":"
    if text.words[first].is_capital and not opens:
        return True
    before = text.key(first - 1) if first else ""
    is_behind_number = first > 0 and (
        text.words[first - 1].is_number or text.mark(first - 1, "number")
    )
    if before in word_set("vague") or is_behind_number:
        return True
    if text.key(first) != "năm":
        return before in {"thứ", "tháng", "ngã"}
    return before in word_set("no_number_behind") or not text.mark(last, "measure_measure")
