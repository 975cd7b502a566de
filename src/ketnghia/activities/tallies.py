"""What figures come to, with four nothings kept apart: blank, zero, unknown, not asked.

Blank is no figure at all, zero is a figure, unknown is "có, không rõ số"; what is not asked has no
tally.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount, total


@dataclass(frozen=True)
class Tally:
    """A total under one indicator.

    `amount` None: nothing was said. `number` figures were added, `unknown` were said without a
    number. `least`: what remains when everything still in doubt turns out to be one thing.
    `range`: lowest and highest of shares, which are never added; `ratio`: part and whole of a
    share whose wholes are all known.
    """

    amount: Amount | None = None
    number: int = 0
    unknown: int = 0
    least: Amount | None = None
    range: tuple[Decimal, Decimal] | None = None
    ratio: tuple[Decimal, Decimal] | None = None

    @property
    def is_blank(self) -> bool:
        return self.amount is None and not self.unknown and self.range is None

    @property
    def is_in_doubt(self) -> bool:
        return self.least is not None and self.least != self.amount

    def __add__(self, other: Tally) -> Tally:
        known = [tally.amount for tally in (self, other) if tally.amount]
        return Tally(
            amount=total(known),
            number=self.number + other.number,
            unknown=self.unknown + other.unknown,
            least=self._least_with(other),
            range=_wider(self.range, other.range),
        )

    def _least_with(self, other: Tally) -> Amount | None:
        if not self.least and not other.least:
            return None
        ends = (self.least or self.amount, other.least or other.amount)
        return total(end for end in ends if end)


def _wider(
    one: tuple[Decimal, Decimal] | None, other: tuple[Decimal, Decimal] | None
) -> tuple[Decimal, Decimal] | None:
    ends = list(chain(one or (), other or ()))
    return (min(ends), max(ends)) if ends else None


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them together; the order says nothing."""
    whole = Tally()
    for tally in tallies:
        whole += tally
    return whole


def share_of(parts: Sequence[tuple[Decimal, Decimal | None]]) -> Tally:
    """Shares together: of their wholes where every whole is known, else only lowest and highest."""
    if not parts:
        return Tally()
    wholes = [whole for _value, whole in parts if whole]
    if len(wholes) == len(parts):
        part = sum((value for value, _whole in parts), Decimal(0))
        whole = sum(wholes, Decimal(0))
        percent = (part * 100 / whole).quantize(Decimal("0.1"))
        return Tally(amount=Amount(percent), number=len(parts), ratio=(part, whole))
    if len(parts) == 1:
        return Tally(amount=Amount(parts[0][0]), number=1)
    values = [value for value, _whole in parts]
    return Tally(number=len(parts), range=(min(values), max(values)))


def with_doubt(tally: Tally, amounts: dict[int, Amount], pairs: Iterable[tuple[int, int]]) -> Tally:
    """The tally with `least`: of figures that may all be one thing, only the greatest counts.

    `amounts` are the figures in the tally by key; pairs with a figure outside say nothing.
    """
    groups = _groups([pair for pair in pairs if pair[0] in amounts and pair[1] in amounts])
    if not groups or tally.amount is None:
        return tally
    lost = Decimal(0)
    for group in groups:
        values = sorted(amounts[figure].value for figure in group)
        lost += sum(values[:-1], Decimal(0))
    return replace(tally, least=Amount(tally.amount.value - lost, Bound(tally.amount.bound)))


def _groups(pairs: list[tuple[int, int]]) -> list[set[int]]:
    """Figures connected by open questions, however many lie between them."""
    groups: list[set[int]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    return groups
