"""Numbers as Vietnamese says them: 10 triệu, 1,5 tỷ, 1.900."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = ((Decimal(1_000_000_000), "tỷ"), (Decimal(1_000_000), "triệu"))


def grouped(value: Decimal | int) -> str:
    """Thousands by point, decimals by comma, no empty decimals: 1900 → "1.900"."""
    whole, _point, part = f"{Decimal(value):f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    part = part.rstrip("0")
    thousands = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{thousands},{part}" if part else f"{sign}{thousands}"


def spoken(value: Decimal | int) -> str:
    """The shortest exact way to say it: 10000000 → "10 triệu", 1234567 → "1.234.567"."""
    number = Decimal(value)
    for scale, word in SCALES:
        told = number / scale
        if abs(number) >= scale and told == told.quantize(Decimal("0.01")):
            return f"{grouped(told)} {word}"
    return grouped(number)


# A number as typed in a promise: 02, 1.900, 10, or a word up to a hundred.
WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười hai": 12,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi": 40,
    "năm mươi": 50,
    "một trăm": 100,
}
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
# "mỗi năm" and "năm 2026" are the year, not five.
_FIGURES = r"\d{1,3}(?:\.\d{3})+|\d+"
_NOT_A_YEAR = r"(?<!mỗi )(?<!hằng )(?<!hàng )"
NUMBER = re.compile(
    rf"(?<![\w.,/])(?:{_FIGURES}|{_NOT_A_YEAR}(?:{_WORD}))(?![\w/]|,\d)", re.IGNORECASE
)
LONGEST = 9


def whole_number(text: str) -> int | None:
    """A whole number from figures or words; None where it is not one: "1.900" → 1900."""
    plain = text.strip().lower()
    if plain in WORDS:
        return WORDS[plain]
    digits = plain.replace(".", "")
    return (
        int(digits) if digits.isdecimal() and digits.isascii() and len(digits) <= LONGEST else None
    )
