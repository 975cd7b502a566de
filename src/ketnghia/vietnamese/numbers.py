"""Numbers as Vietnamese says them: 10 triệu, 1,5 tỷ, 1.900."""

from __future__ import annotations

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
