"""Precision and recall of records against records made by hand, field by field.

Two careful people write the same record up to small words: names fold case, spacing and
punctuation, longer phrases match by their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]

SLOTS = ("kind", "published_on", "event_start", "event_end")
PAPER_SLOTS = ("kind", "signed_on", "term_start", "term_end")
FIELDS = (
    *SLOTS,
    "place",
    "units",
    "people",
    "positions",
    "agreement",
    "agreement_kind",
    "parties",
    "signed_on",
    "term_start",
    "term_end",
    "commitments",
    "figures",
    "money",
)
ALL = "all"
# Shares of words two phrases must have in common to say the same.
PLACE, POSITION, PROMISED, COUNTED = 0.5, 0.6, 0.4, 0.5
_PUNCTUATION = re.compile(r"[\"“”‘’'.,;:()]")


@dataclass
class Tally:
    """How often a field was right, of all that was found and of all that was to be found."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scored(pairs: Iterable[tuple[Record, Record]]) -> dict[str, Tally]:
    """The tally of every field over pairs of a record made by hand and a record read."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for wanted, found in pairs:
        _article(tallies, wanted, found)
    told = {field: tallies[field] for field in FIELDS}
    whole = Tally()
    for tally in told.values():
        whole.add(tally.right, tally.found, tally.wanted)
    return {**told, ALL: whole}


def _article(tallies: dict[str, Tally], wanted: Record, found: Record) -> None:
    for slot in SLOTS:
        _slot(tallies[slot], wanted[slot], found[slot])
    _slot(tallies["place"], wanted["place"], found["place"], _alike(PLACE))
    units = _matched(tallies["units"], wanted["units"], found["units"], _share_an_alias)
    people = _matched(tallies["people"], wanted["people"], found["people"], _same_name)
    _positions(tallies["positions"], wanted["people"], found["people"], people)
    _agreement(tallies, wanted["agreement"], found["agreement"], dict(units))
    for field, same in _NUMBERS.items():
        _matched(tallies[field], wanted[field], found[field], same)


def _slot(
    tally: Tally, wanted: object, found: object, same: Callable[[Any, Any], bool] | None = None
) -> None:
    is_told = wanted is not None and found is not None
    is_right = is_told and (same(wanted, found) if same else str(wanted) == str(found))
    tally.add(int(is_right), int(found is not None), int(wanted is not None))


def _matched(
    tally: Tally,
    wanted: Sequence[Any],
    found: Sequence[Any],
    same: Callable[[Any, Any], bool],
) -> list[tuple[int, int]]:
    """Pairs of places, one to one in the order of the text."""
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for at, one in enumerate(wanted):
        fits = (place for place, other in enumerate(found) if place not in taken)
        place = next((place for place in fits if same(one, found[place])), None)
        if place is not None:
            taken.add(place)
            pairs.append((at, place))
    tally.add(len(pairs), len(found), len(wanted))
    return pairs


def _positions(
    tally: Tally, wanted: list[Record], found: list[Record], pairs: list[tuple[int, int]]
) -> None:
    held = [(wanted[at]["position"], found[place]["position"]) for at, place in pairs]
    right = sum(bool(told) and _alike(POSITION)(told, read) for told, read in held)
    tally.add(right, _held(found), _held(wanted))


def _held(people: list[Record]) -> int:
    return sum(bool(person["position"]) for person in people)


def _agreement(
    tallies: dict[str, Tally], wanted: Record | None, found: Record | None, units: dict[int, int]
) -> None:
    _slot(tallies["agreement"], wanted and "one", found and "one")
    wanted, found = wanted or {}, found or {}
    for slot in PAPER_SLOTS:
        field = "agreement_kind" if slot == "kind" else slot
        _slot(tallies[field], wanted.get(slot), found.get(slot))
    # A party is right where it is the unit that was matched with the unit wanted.
    parties = [units.get(at, -1 - at) for at in wanted.get("parties", [])]
    _matched(tallies["parties"], parties, found.get("parties", []), lambda one, other: one == other)


# ---------------------------------------------------------------- what is the same


def fold(text: object) -> str:
    """One case, one spacing, no punctuation."""
    folded = unicodedata.normalize("NFC", str(text or "")).casefold()
    return " ".join(_PUNCTUATION.sub(" ", folded).split())


def overlap(left: object, right: object) -> float:
    """The share of words two phrases have in common."""
    first, second = Counter(fold(left).split()), Counter(fold(right).split())
    if not first or not second:
        return float(first == second)
    return 2 * (first & second).total() / (first.total() + second.total())


def _alike(share: float) -> Callable[[object, object], bool]:
    return lambda left, right: overlap(left, right) >= share


def _share_an_alias(wanted: list[str], found: list[str]) -> bool:
    return not set(map(fold, wanted)).isdisjoint(map(fold, found))


def _same_name(wanted: Record, found: Record) -> bool:
    return fold(wanted["name"]) == fold(found["name"])


def _same_promise(wanted: Record, found: Record) -> bool:
    is_number = float(wanted["quantity"] or 0) == float(found["quantity"] or 0)
    is_rhythm = wanted["per"] == found["per"]
    return is_number and is_rhythm and overlap(wanted["what"], found["what"]) >= PROMISED


def _same_figure(wanted: Record, found: Record) -> bool:
    is_number = float(wanted["value"]) == float(found["value"])
    is_bound = wanted["bound"] == found["bound"]
    return is_number and is_bound and overlap(wanted["unit"], found["unit"]) >= COUNTED


def _same_money(wanted: Record, found: Record) -> bool:
    left, right = (
        (one.get("vnd", one.get("amount")), one.get("currency"), one["bound"])
        for one in (wanted, found)
    )
    return left == right


_NUMBERS: dict[str, Callable[[Record, Record], bool]] = {
    "commitments": _same_promise,
    "figures": _same_figure,
    "money": _same_money,
}
