"""Numbers and sentences as papers print them: "02 công trình", "trên 100 triệu đồng"."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.vietnamese.numbers import grouped, spoken

DATA = Path(__file__).parent / "data" / "phrases.tsv"
# Things measured, not counted: never printed with a leading zero.
MEASURED = frozenset({"km", "kg", "tấn", "%"})
TWO_SIGNS = 10


@cache
def phrases() -> dict[str, str]:
    """How each indicator of the national list is said in a sentence, by its code."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["phrase"] for row in csv.DictReader(file, delimiter="\t")}


def printed(amount: Amount, indicator: Indicator) -> str:
    """A number with its bound, the way a report prints it."""
    bound = "" if amount.bound == Bound.EXACTLY else f"{amount.bound.label} "
    return f"{bound}{_figures(amount, indicator)}"


def _figures(amount: Amount, indicator: Indicator) -> str:
    value = amount.value
    if indicator.is_money:
        return _("%(number)s đồng") % {"number": spoken(value)}
    if indicator.adds == Indicator.Adds.SHARE:
        return f"{grouped(value)} %"
    is_counted = indicator.measure not in MEASURED and value == value.to_integral_value()
    if is_counted and 0 < value < TWO_SIGNS:
        return f"{int(value):02d}"
    return grouped(value)


def phrase(tally: Tally, indicator: Indicator) -> str:
    """What was done, in one breath; nothing where nothing was said."""
    said = phrases().get(indicator.code) if indicator.owner_id is None else None
    if tally.amount is None:
        return _unnumbered(tally, indicator)
    number = printed(tally.amount, indicator)
    if said is None:
        measure = "" if indicator.is_money or indicator.measure == "%" else indicator.measure
        said = f"{_lowered(indicator.name)}: {{n}} {measure}".strip()
    told = said.format(n=number)
    if tally.is_in_doubt:
        return _("%(told)s (còn chỗ chờ xác định tính trùng)") % {"told": told}
    return told


def _unnumbered(tally: Tally, indicator: Indicator) -> str:
    if tally.range:
        low, high = (grouped(end) for end in tally.range)
        words = {"name": _lowered(indicator.name), "low": low, "high": high}
        return _("%(name)s từ %(low)s đến %(high)s %%") % words
    if tally.unknown:
        return _("%(name)s (có thực hiện, chưa có số)") % {"name": _lowered(indicator.name)}
    return ""


def _lowered(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


def sentence(parts: list[str]) -> str:
    """Parts joined into one sentence, begun with a capital and ended with a full stop."""
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def counted(number: int) -> str:
    """A number of units or tasks, as printed: 02, 12, 1.900."""
    return f"{number:02d}" if 0 < number < TWO_SIGNS else grouped(number)
