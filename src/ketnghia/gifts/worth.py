"""What a gift was worth and how much of it there was, as people type it; no database.

"gần 40 triệu", "100 USD", "2 triệu kíp", "20 suất quà", "khoảng 30 ngày công".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from ketnghia.amounts.bounds import Bound
from ketnghia.vietnamese.numbers import grouped, spoken
from ketnghia.vietnamese.quantities import quantities
from ketnghia.vietnamese.text import fold, tidy

MOST = Decimal(10) ** 14
LONGEST_MEASURE = 60


class Currency(models.TextChoices):
    """Money a gift may be counted in; only đồng are ever added to đồng."""

    VND = "VND", _("đồng")
    LAK = "LAK", _("kíp")
    CNY = "CNY", _("nhân dân tệ")
    KHR = "KHR", _("riel")
    THB = "THB", _("bạt")
    USD = "USD", _("đô la Mỹ")


# Folded words after a number, and the money they mean.
SPOKEN = {
    "": Currency.VND,
    "dong": Currency.VND,
    "d": Currency.VND,
    "vnd": Currency.VND,
    "dong viet nam": Currency.VND,
    "kip": Currency.LAK,
    "kip lao": Currency.LAK,
    "lak": Currency.LAK,
    "nhan dan te": Currency.CNY,
    "te": Currency.CNY,
    "ndt": Currency.CNY,
    "cny": Currency.CNY,
    "rmb": Currency.CNY,
    "riel": Currency.KHR,
    "rien": Currency.KHR,
    "khr": Currency.KHR,
    "bat": Currency.THB,
    "baht": Currency.THB,
    "thb": Currency.THB,
    "usd": Currency.USD,
    "do la": Currency.USD,
    "do la my": Currency.USD,
    "do": Currency.USD,
    "dollar": Currency.USD,
}
SIGNS = {"$": "usd", "¥": "cny", "₭": "kip", "฿": "baht", "₫": "dong", "đ": "dong"}


class UnclearWorthError(ValueError):
    """What was typed is not one amount: `code` is unreadable, several, money or large."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass(frozen=True)
class Worth:
    """So much money, bound as spoken."""

    value: Decimal
    bound: Bound = Bound.EXACTLY
    currency: Currency = Currency.VND

    def __str__(self) -> str:
        return worth_words(self.value, self.bound, self.currency)


@dataclass(frozen=True)
class Count:
    """So many of something: 20 suất quà, khoảng 30 ngày công."""

    number: Decimal
    bound: Bound = Bound.EXACTLY
    measure: str = ""

    def __str__(self) -> str:
        return count_words(self.number, self.bound, self.measure)


def hear_worth(text: str) -> Worth | None:
    """Money as typed; None where nothing was: not written is not zero."""
    plain = tidy(text)
    if not plain:
        return None
    for sign, word in SIGNS.items():
        if plain.startswith(sign) or plain.endswith(sign):
            plain = f"{plain.strip(sign).strip()} {word}"
            break
    value, bound, unit = _one(plain)
    currency = SPOKEN.get(fold(unit).strip(" ."))
    if currency is None:
        raise UnclearWorthError("money", unit=unit)
    return Worth(value, bound, currency)


def hear_count(text: str) -> Count | None:
    """How many of what, as typed; None where nothing was."""
    plain = tidy(text)
    if not plain:
        return None
    number, bound, unit = _one(plain)
    return Count(number, bound, unit[:LONGEST_MEASURE])


def _one(text: str) -> tuple[Decimal, Bound, str]:
    found = quantities(text)
    if not found:
        raise UnclearWorthError("unreadable")
    if len(found) > 1:
        raise UnclearWorthError("several")
    if found[0].value >= MOST:
        raise UnclearWorthError("large")
    return found[0].value, Bound(found[0].bound), found[0].unit


def worth_words(value: Decimal, bound: str, currency: str) -> str:
    """Gần 40 triệu đồng, 100 đô la Mỹ."""
    number = spoken(value)
    return f"{_before(bound)}{number} {Currency(currency).label}"


def count_words(number: Decimal, bound: str, measure: str) -> str:
    return f"{_before(bound)}{grouped(number)} {measure}".strip()


def _before(bound: str) -> str:
    """The bound before a number; nothing where it is exact."""
    return "" if bound == Bound.EXACTLY else f"{Bound(bound).label} "
