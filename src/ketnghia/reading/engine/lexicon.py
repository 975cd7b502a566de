"""What the reader knows before it reads: phrases of many sorts, and names the application has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from ketnghia.reading.engine.data import table
from ketnghia.reading.engine.phrases import Phrases
from ketnghia.reading.engine.syllables import is_syllable
from ketnghia.vietnamese.text import fold

SHORTEST_LOOSE = 6


@dataclass(frozen=True)
class Head:
    """How the name of an organisation begins.

    `sort`: levelled, sister, central, branch, committee, delegation, body or organising.
    `kind`: union, association, students, children …, army, company …
    """

    sort: str
    kind: str
    level: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Phrases the rules look for, and territories by their spellings.

    Territories stand under their tier: province, district, commune or abroad.
    """

    phrases: Phrases
    places: Phrases
    surnames: frozenset[str]

    def with_names(
        self,
        *,
        units: Iterable[str] = (),
        people: Iterable[str] = (),
        places: Mapping[str, Iterable[str]] | None = None,
    ) -> Lexicon:
        """Return this lexicon with the names the application knows; places by their tier."""
        told = {"unit": list(units), "person": list(people)}
        phrases = _phrases() if any(told.values()) else self.phrases
        for sort, names in told.items():
            phrases.add_all(sort, names)
        gazetteer = _places() if places else self.places
        for tier, territories in (places or {}).items():
            gazetteer.add_later(tier, territories)
        return Lexicon(phrases, gazetteer, self.surnames)


@cache
def builtin() -> Lexicon:
    """What the reader knows by itself."""
    surnames = frozenset(name.lower() for name in table("surnames")["surnames"])
    return Lexicon(_phrases(), _places(), surnames)


# Tables of phrases, and what the names of their sorts begin with.
_TABLES = (
    ("titles", "post_"),
    ("honorifics", ""),
    ("stops", ""),
    ("kinds", ""),
    ("signing", "signing_"),
    ("promises", "promise_"),
    ("measures", "measure_"),
    ("verbs", ""),
    ("numbers", ""),
    ("sites", ""),
)


def _phrases() -> Phrases:
    phrases = Phrases()
    _add_units(phrases, table("units"))
    for name, prefix in _TABLES:
        for sort, groups in table(name).items():
            _add(phrases, prefix + sort, groups)
    return phrases


def _add(phrases: Phrases, sort: str, groups: Mapping[str, list[str]] | list[str]) -> None:
    """Phrases by their value; a plain list, alone or under "of", are their own values."""
    if isinstance(groups, list) or "of" in groups:
        phrases.add_all(sort, spelled_out(groups if isinstance(groups, list) else groups["of"]))
        return
    for value, patterns in groups.items():
        phrases.add_all(sort, spelled_out(patterns), value)


_HEADS = {"sisters": "sister", "central": "central", "branches": "branch", "bodies": "body"}


def _add_units(phrases: Phrases, units: Mapping[str, Any]) -> None:
    for level, words in units["levelled"].items():
        phrases.add_all("head", words, Head("levelled", "union", level))
    for group, sort in _HEADS.items():
        for kind, patterns in units[group].items():
            level = "central" if sort == "central" else ""
            phrases.add_all("head", spelled_out(patterns), Head(sort, kind, level))
    for sort in set(units) - {"levelled", "short_forms", *_HEADS}:
        _add(phrases, sort, units[sort])


def spelled_out(patterns: Iterable[str]) -> Iterator[str]:
    """Every phrase the patterns stand for: "đoàn {thanh niên|tn}" are two."""
    for pattern in patterns:
        choices = [part.split("|") for part in re.split(r"[{}]", pattern)]
        yield from ("".join(chosen) for chosen in product(*choices))


def _places() -> Phrases:
    places = Phrases()
    known = table("places")
    for name in known["provinces"]:
        places.add("province", name, fold(name))
    for tier in ("home", "abroad"):
        for spellings in known["spellings"][tier]:
            sort, key = ("province" if tier == "home" else tier), fold(spellings[0])
            for name in spellings:
                places.add(sort, name, key)
            for name in _loose(spellings) if tier == "abroad" else ():
                places.add_loosely(sort, name, key)
    return places


def _loose(spellings: Sequence[str]) -> set[str]:
    """Names that no Vietnamese word resembles, in one word, in several, with hyphens."""
    parts = [re.split(r"[ -]", name) for name in spellings]
    if all(is_syllable(part) for name in parts for part in name):
        return set()
    long = [name for name in parts if sum(map(len, name)) >= SHORTEST_LOOSE]
    return {joint.join(name) for name in long for joint in (" ", "-", "")}
