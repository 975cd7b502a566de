"""Money: amounts in đồng and other currencies, kept as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.text import Text

LEAST = 1000


@dataclass(frozen=True)
class Amount:
    """An amount and the words that hold it; `purpose` is a stretch of words or None."""

    count: Count
    currency: str
    last: int
    purpose: tuple[int, int] | None

    @property
    def what(self) -> tuple[int, int]:
        return self.count.last, self.last


def amounts(text: Text, counts: Sequence[Count]) -> list[Amount]:
    """The counts that are money."""
    found = []
    for count in counts:
        currency, last = _currency(text, count)
        if currency:
            found.append(Amount(count, currency, last, _purpose(text, count, last)))
    return found


def _currency(text: Text, count: Count) -> tuple[str, int]:
    place = count.last
    if count.is_percent or not count.value:
        return "", place
    mark = text.mark(place, "currency") if place < count.sentence.last else None
    if mark and _is_money(text, mark):
        return str(mark.value), mark.last
    key = text.key(place) if place < count.sentence.last else ""
    is_bare = mark is None and count.has_scale and count.value >= LEAST**2
    if is_bare and _is_worth(text, count, key):
        return "VND", place
    return "", place


def _is_money(text: Text, mark: Mark) -> bool:
    """Not "50 đồng chí", not "3 Đồng Tháp"."""
    if mark.value != "VND":
        return True
    word = text.words[mark.first]
    is_name = word.is_capital and not word.form.isupper()
    return not is_name and not (word.key == "đồng" and text.key(mark.last) in word_set("no_money"))


def _is_worth(text: Text, count: Count, key: str) -> bool:
    """As in "mỗi suất 3 triệu", "trị giá 15 triệu": money without its currency."""
    before = text.key(count.begin - 1) if count.begin > count.sentence.first else ""
    further = text.key(count.begin - 2) if count.begin - 1 > count.sentence.first else ""
    is_worth = before in word_set("worth") or further in word_set("worth_of")
    return key in word_set("ends_money") and is_worth


def _purpose(text: Text, count: Count, last: int) -> tuple[int, int] | None:
    """What the money is for: behind "cho", or what it prices before "trị giá"."""
    stop = min(count.sentence.last, last + 14)
    for place in range(last, stop):
        if text.words[place].form in {";", "."}:
            break
        if text.key(place) in word_set("for_what") and place + 1 < stop:
            return _until_comma(text, place + 1, stop)
    return _priced(text, count)


def _until_comma(text: Text, first: int, stop: int) -> tuple[int, int] | None:
    place = first
    while place < min(stop, first + 9) and not text.words[place].is_sign:
        place += 1
    return (first, place) if place > first else None


def _priced(text: Text, count: Count) -> tuple[int, int] | None:
    """As in "20 suất quà, mỗi suất trị giá 500 nghìn": the noun counted before."""
    floor = max(count.sentence.first, count.first - 16)
    for place in range(count.begin - 1, floor, -1):
        if text.words[place].is_number:
            end = place + 1
            while end < count.begin and not text.words[end].is_sign and end - place < 6:  # noqa: PLR2004
                end += 1
            return (place + 1, end) if end > place + 1 else None
    return None
