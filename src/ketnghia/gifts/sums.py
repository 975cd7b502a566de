"""What gifts come to: kinds apart, bounds kept, other money never added to đồng; no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount

# The order in which kinds are told.
KINDS = ("cash", "goods", "labour", "souvenir")


@dataclass(frozen=True)
class Lot:
    """Gifts of one kind that add up: one gift, or many summed by the database.

    `value` is in `currency`; `number` counts things of one `measure`. What nobody wrote is None.
    """

    kind: str
    items: int = 1
    value: Decimal | None = None
    bound: Bound = Bound.EXACTLY
    currency: str = "VND"
    number: Decimal | None = None
    number_bound: Bound = Bound.EXACTLY
    measure: str = ""


@dataclass(frozen=True)
class Sum:
    """What gifts of one kind come to. `unvalued`: items whose worth nobody wrote down."""

    kind: str
    items: int = 0
    unvalued: int = 0
    money: Mapping[str, Amount] = field(default_factory=dict)
    counts: Mapping[str, Amount] = field(default_factory=dict)

    def __add__(self, lot: Lot) -> Sum:
        money, counts = dict(self.money), dict(self.counts)
        if lot.value is not None:
            _add(money, lot.currency, Amount(lot.value, lot.bound))
        if lot.number is not None and lot.measure:
            _add(counts, lot.measure, Amount(lot.number, lot.number_bound))
        return Sum(
            self.kind,
            self.items + lot.items,
            self.unvalued + (lot.items if lot.value is None else 0),
            money,
            counts,
        )

    @property
    def in_dong(self) -> Amount | None:
        return self.money.get("VND")


def _add(amounts: dict[str, Amount], key: str, amount: Amount) -> None:
    amounts[key] = amounts[key] + amount if key in amounts else amount


def sums(lots: Iterable[Lot]) -> list[Sum]:
    """One sum for each kind there is, in their order."""
    found: dict[str, Sum] = {}
    for lot in lots:
        found[lot.kind] = found.get(lot.kind, Sum(lot.kind)) + lot
    return [found[kind] for kind in KINDS if kind in found]
