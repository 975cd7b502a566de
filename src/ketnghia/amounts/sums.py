"""Honest sums: a bound is never lost, exact only from exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ketnghia.amounts.bounds import Bound

UP = {Bound.AT_LEAST, Bound.OVER}
DOWN = {Bound.AT_MOST, Bound.NEARLY}


@dataclass(frozen=True)
class Amount:
    """A value and how it is bound."""

    value: Decimal
    bound: Bound = Bound.EXACTLY

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.value + other.value, joined(self.bound, other.bound))


def joined(one: Bound, other: Bound) -> Bound:
    """The bound of a sum: what both allow to say, never more.

    "Trên" and "ít nhất" together stay "trên"; something above and something below is "khoảng".
    """
    if Bound.EXACTLY in {one, other}:
        return other if one == Bound.EXACTLY else one
    if one == other:
        return one
    if {one, other} <= UP:
        return Bound.OVER
    if {one, other} <= DOWN:
        return Bound.NEARLY
    return Bound.ABOUT


def total(amounts: Iterable[Amount]) -> Amount | None:
    """The sum of what is known; None where nothing is, because blank is not zero."""
    found = list(amounts)
    if not found:
        return None
    whole = found[0]
    for amount in found[1:]:
        whole += amount
    return whole
