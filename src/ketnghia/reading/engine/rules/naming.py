"""Numbers that name and count nothing: "tháng 6", "lớp 12", "3 giờ", "bản Huổi Thủng 2"."""

from __future__ import annotations

from decimal import Decimal

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.names import QUOTES
from ketnghia.reading.engine.text import Sentence, Text

# "lớp 12", "cấp 2", "đợt 1": a number this small behind such a word is a name.
SMALL_NAME = 12
YEARS = range(1900, 2101)
_CLOSES_SLOGAN = {"”", "»", ",", ".", ";", ":"}
SLOGAN, LONGEST_SLOGAN, LONGEST_VILLAGE = 6, 10, 5


def is_naming(text: Text, place: int, value: Decimal, sentence: Sentence) -> bool:
    """Numbers that name: "tháng 6", "lớp 12", "2021", "3 giờ", "1. Hiến máu"."""
    after = text.words[place + 1] if place + 1 < sentence.last else None
    if place == sentence.first:
        is_item = after is not None and after.form in {".", ")", "/"}
        return is_item or _tells_time(text, place + 1)
    is_timed = after is not None and _tells_time(text, place + 1)
    is_named = is_timed or _is_named_before(text, place, value)
    return is_named and not _is_money(text, place + 1)


def _is_named_before(text: Text, place: int, value: Decimal) -> bool:
    """What stands before the number, or around it, makes it a name."""
    before = text.words[place - 1]
    is_named = before.key in word_set("naming") and not _counts_after_all(text, place)
    is_named = is_named or f"{text.key(place - 2)} {before.key}" in word_set("naming_pairs")
    is_small = before.key in word_set("naming_small") and value <= SMALL_NAME
    if is_named or (is_small and not text.mark(place + 1, "measure_measure")):
        return True
    if _is_year(text, place, value) or _in_slogan(text, place) or _behind_dash(text, place):
        return True
    return value <= SMALL_NAME and _is_of_a_village(text, place)


def _is_money(text: Text, place: int) -> bool:
    """As in "kinh phí cầu, đường 1,2 tỷ đồng": an amount names no street."""
    scale = text.mark(place, "scale")
    return scale is not None and text.mark(scale.last, "currency") is not None


def _in_slogan(text: Text, place: int) -> bool:
    """As in “3 chung”, “Học sinh 3 rèn luyện”: a number inside a short name in quotes."""
    for back in range(place - 1, max(-1, place - SLOGAN), -1):
        form = text.words[back].form
        if form in _CLOSES_SLOGAN:
            return False
        if form in {"“", "«"}:
            return _closes_soon(text, place)
        if form in {'"', "'"}:
            return _is_apart(text, back) and _closes_soon(text, place)
    return False


def _closes_soon(text: Text, place: int) -> bool:
    """A slogan is short; what somebody says may begin with a number: “33/33 xã đã ra quân, …"."""
    behind = text.words[place + 1 : place + 1 + LONGEST_SLOGAN]
    return any(word.form in QUOTES for word in behind)


def _is_of_a_village(text: Text, place: int) -> bool:
    """As in "dân bản Huổi Thủng 2 nói", "thôn Tân Lập 1": the number is part of the name."""
    if not text.words[place - 1].is_name or text.words[place].form.startswith("0"):
        return False
    first = place - 1
    while first > max(0, place - LONGEST_VILLAGE) and text.words[first].is_name:
        first -= 1
    is_village = text.key(first) in word_set("villages")
    return is_village and text.mark(place + 1, "measure_measure") is None


def _is_apart(text: Text, quote: int) -> bool:
    """A quote that stands apart from the word before it opens one."""
    return quote == 0 or text.words[quote - 1].end < text.words[quote].start


def _behind_dash(text: Text, place: int) -> bool:
    """As in "Covid - 19"."""
    return place > 1 and text.words[place - 1].form in {"-", "–"} and text.key(place - 2) == "covid"


def _counts_after_all(text: Text, place: int) -> bool:
    """As in "mỗi năm 02 công trình", "trong tháng 500 suất quà", "tổng số 300"."""
    before = text.key(place - 2) if place > 1 else ""
    return before in word_set("counting_after_all") and len(text.words[place].form) > 1


def _is_year(text: Text, place: int, value: Decimal) -> bool:
    is_four = len(text.words[place].form) == len("2021") and value in YEARS
    return is_four and not text.mark(place + 1, "measure_measure")


def _tells_time(text: Text, place: int) -> bool:
    """As in "3 ngày", "2 lần"; not "260 ngày công", "2 lần tuần tra", "01 Ngày Chủ nhật xanh"."""
    word = text.words[place] if place < len(text.words) else None
    if word is None or word.key not in word_set("time_after"):
        return False
    after = text.key(place + 1)
    if word.key == "lần":
        return not after.isalpha() or after in word_set("after_times")
    return not (word.key == "ngày" and after in word_set("counted_days"))
