"""Numbers in words: "ba mươi lăm", "một trăm linh hai", "sáu trăm năm mươi"."""

from __future__ import annotations

from decimal import Decimal

from ketnghia.reading.engine.text import Text

TEN, TWENTY, HUNDRED, THOUSAND = 10, 20, 100, 1000
# Units that are spelled so behind a ten only.
_BEHIND_TEN = {"mốt": 1, "tư": 4, "lăm": 5}
_LINKS = {"linh", "lẻ"}


def spelled(text: Text, place: int, stop: int) -> tuple[Decimal, int] | None:
    """The number whose words begin here, and the word behind it."""
    mark = text.mark(place, "number")
    if mark is None or mark.last > stop:
        return None
    value, last = int(mark.value), mark.last
    if HUNDRED <= value < THOUSAND:
        value, last = _with_tens(text, value, last, stop)
    value, last = _with_unit(text, value, last)
    return Decimal(value), last


def _with_tens(text: Text, value: int, last: int, stop: int) -> tuple[int, int]:
    is_linked = text.key(last) in _LINKS
    mark = text.mark(last + is_linked, "number")
    is_part = mark is not None and mark.last <= stop and int(mark.value) < HUNDRED
    # "một trăm năm 2024": behind a hundred "năm" alone is the year.
    if not mark or not is_part or text.key(mark.last - 1) == "năm":
        return value, last
    is_ten = int(mark.value) >= TEN
    return (value + int(mark.value), mark.last) if is_linked or is_ten else (value, last)


def _with_unit(text: Text, value: int, last: int) -> tuple[int, int]:
    tens = value % HUNDRED
    if tens < TEN or tens % TEN:
        return value, last
    if text.key(last) in _BEHIND_TEN and (tens >= TWENTY or text.key(last) == "lăm"):
        return value + _BEHIND_TEN[text.key(last)], last + 1
    mark = text.mark(last, "number")
    is_unit = mark is not None and int(mark.value) < TEN and text.key(last) != "năm"
    return (value + int(mark.value), mark.last) if mark and is_unit else (value, last)
