"""Quantities as people say and type them: "trên 100 triệu", "gần 40tr", "1,5 tỷ", "một trăm".

What is said is kept: a bound stays a bound, nothing is rounded. Marks may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ketnghia.vietnamese.text import fold_in_place

# Folded words before a number, the longest first; the codes are those of `amounts.Bound`.
BOUNDS = {
    "it nhat": "at_least",
    "toi thieu": "at_least",
    "khong duoi": "at_least",
    "khong it hon": "at_least",
    "nhieu nhat": "at_most",
    "toi da": "at_most",
    "khong qua": "at_most",
    "khong hon": "at_most",
    "xap xi": "about",
    "uoc tinh": "about",
    "uoc chung": "about",
    "uoc dat": "about",
    "khoang": "about",
    "chung": "about",
    "uoc": "about",
    "tren": "over",
    "hon": "over",
    "gan": "nearly",
    "dung": "exactly",
    ">=": "at_least",
    "≥": "at_least",
    "<=": "at_most",
    "≤": "at_most",
    ">": "over",
    "~": "about",
}
SCALES = {
    "ty": 1_000_000_000,
    "ti": 1_000_000_000,
    "trieu": 1_000_000,
    "tr": 1_000_000,
    "van": 10_000,
    "nghin": 1_000,
    "ngan": 1_000,
    "k": 1_000,
    "tram": 100,
    "chuc": 10,
}
DIGITS = {
    "khong": 0,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
_BOUND = "|".join(re.escape(word) for word in sorted(BOUNDS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_FIGURES = re.compile(
    rf"""
    (?<![\w/.,-])
    (?:(?P<bound>{_BOUND})\s*)?
    (?P<figures>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?)
    (?:\s*(?P<scales>(?:{_SCALE})(?![a-z])(?:\s+(?:{_SCALE})(?![a-z]))*)
       (?P<rest>\s*\d{{1,3}}\s*(?:trieu|tr|nghin|ngan|k)(?![a-z])|\d(?![\w])|\s+ruoi\b)?)?
    (?![\w]*\d)
    """,
    re.VERBOSE,
)
_NUMBER_WORD = "|".join(
    sorted([*DIGITS, "muoi", "linh", "le", "moc", "ruoi", *SCALES], key=len, reverse=True)
)
_WORDS = re.compile(
    rf"(?<![\w/])(?<!moi )(?<!hang )(?:(?P<bound>{_BOUND})\s+)?"
    rf"(?P<words>(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\b(?:\s+(?:{_NUMBER_WORD})\b)*)"
)
# After the number: what closes the words of its unit.
_CLOSE = re.compile(r"[,;.:\n()]|\s[–-]\s|\s(?:va|cung|gom|tri gia|voi)\s", re.IGNORECASE)
_UPWARDS = re.compile(r"\s*(?:\+|tro len\b)")
LONGEST_UNIT = 60
MOST_DIGITS = 15


@dataclass(frozen=True)
class Quantity:
    """A number with its bound and the words of what it counts; `start` and `end` are its place.

    `is_doubtful`: it can be read two ways, such as "2.5" or "1,900"; a person should look.
    """

    value: Decimal
    bound: str
    unit: str
    start: int
    end: int
    is_doubtful: bool = False


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text in order; days, ordinals and codes are not quantities."""
    folded = fold_in_place(text)
    found = sorted(_all(folded), key=lambda number: number.start)
    made: list[Quantity] = []
    for place, number in enumerate(found):
        until = found[place + 1].start if place + 1 < len(found) else len(text)
        made.append(_with_unit(text, folded, number, until))
    return made


def _all(folded: str) -> Iterator[Quantity]:
    taken: list[range] = []
    for match in _FIGURES.finditer(folded):
        number = _from_figures(match)
        if number and not _is_a_day(folded, match):
            taken.append(range(match.start(), match.end()))
            yield number
    for match in _WORDS.finditer(folded):
        if not any(match.start() in place or match.end() - 1 in place for place in taken):
            number = _from_words(match)
            if number and not _is_a_year(folded, match):
                yield number


def _is_a_day(folded: str, match: re.Match[str]) -> bool:
    before, after = folded[: match.start("figures")], folded[match.end("figures") :]
    if re.match(r"\s*[/]\s*\d|\s*(?:gio|phut)\b|h\d", after):
        return True
    named = r"(?:ngay|thang|nam|lan thu|thu|quy|khoa|so|dot|le|tuoi|tu)\s*$"
    return match["scales"] is None and re.search(rf"\b{named}", before) is not None


def _is_a_year(folded: str, match: re.Match[str]) -> bool:
    """Words such as "mỗi năm" and "sáu tháng" tell time, not a number."""
    before, after = folded[: match.start()], folded[match.end() :]
    if match["words"] == "nam":
        return True
    is_time = re.match(r"\s+(?:nam|thang|ngay|gio|quy)\b", after) is not None
    named = r"\b(?:thu|thang|ngay)\s+$"
    if "nghin" in match["words"]:
        named += r"|\bnam\s+$"
    return is_time or re.search(named, before) is not None


def _from_figures(match: re.Match[str]) -> Quantity | None:
    figures = match["figures"]
    if sum(sign.isdigit() for sign in figures) > MOST_DIGITS:
        return None
    value, is_doubtful = _value_of(figures)
    scale = Decimal(1)
    for word in (match["scales"] or "").split():
        scale *= SCALES[word]
    value *= scale
    value = _plain(value + _rest(match["rest"] or "", scale))
    bound = BOUNDS.get(match["bound"] or "", "")
    return Quantity(value, bound, "", match.start(), match.end(), is_doubtful)


def _plain(value: Decimal) -> Decimal:
    """Without empty decimals: 1500000000.0 is 1500000000."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _value_of(figures: str) -> tuple[Decimal, bool]:
    """Point groups thousands, comma begins decimals; the other way round is doubtful."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        return Decimal(figures.replace(".", "").replace(",", ".")), False
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", figures):
        return Decimal(figures.replace(",", "")), True
    return Decimal(figures.replace(",", ".")), "." in figures


def _rest(rest: str, scale: Decimal) -> Decimal:
    """What follows the scale: "1tr5", "1 triệu rưỡi", "1 tỷ 200 triệu"."""
    rest = rest.strip()
    if not rest:
        return Decimal(0)
    if rest == "ruoi":
        return scale / 2
    if rest.isdigit():
        return Decimal(rest) * scale / 10
    found = re.fullmatch(r"(\d+)\s*(\w+)", rest)
    assert found  # noqa: S101 - the pattern of the whole has said so
    return Decimal(found[1]) * SCALES[found[2]]


def _from_words(match: re.Match[str]) -> Quantity | None:
    value = number_in_words(match["words"])
    if value is None:
        return None
    bound = BOUNDS.get(match["bound"] or "", "")
    return Quantity(Decimal(value), bound, "", match.start(), match.end())


def number_in_words(words: str) -> int | None:
    """Folded number words as a number: "mot tram hai muoi lam" → 125; None where they are not."""
    total, part, digit = 0, 0, None
    for word in words.split():
        if word in {"linh", "le"}:
            continue
        if word in DIGITS and word != "moc":
            if digit is not None:
                return None
            digit = DIGITS[word]
        elif word == "muoi":
            part, digit = part + 10 * (1 if digit is None else digit), None
        elif word in {"chuc", "tram"}:
            part, digit = part + SCALES[word] * (1 if digit is None else digit), None
        elif word in SCALES:
            total, part, digit = total + SCALES[word] * (part + (digit or 0) or 1), 0, None
        else:
            return None
    return total + part + (digit or 0)


def _with_unit(text: str, folded: str, number: Quantity, until: int) -> Quantity:
    end, bound = number.end, number.bound
    upwards = _UPWARDS.match(folded, end)
    if upwards and not bound:
        bound, end = "at_least", upwards.end()
    close = _CLOSE.search(folded, end, until)
    stop = min(close.start() if close else until, end + LONGEST_UNIT)
    unit = " ".join(text[end:stop].split())
    if unit.lower().endswith(" trở lên"):
        bound, unit = bound or "at_least", unit[: -len(" trở lên")]
    return Quantity(number.value, bound or "exactly", unit, number.start, stop, number.is_doubtful)
