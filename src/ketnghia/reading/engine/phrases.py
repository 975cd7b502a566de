"""Known phrases found in one walk over the words: the longest of each sort at every place.

A text typed without marks ("Tinh doan Ha Giang ky ket") is read by its bare words; elsewhere a
word may lack its marks only inside a phrase of three or more ("đoàn thanh nien").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ketnghia.reading.engine.words import Word, keys, split
from ketnghia.vietnamese.text import fold

# "quan Khu" is no "quân khu": two words say too little to forgive a missing mark.
FEWEST_TO_LACK = 3


class Mark(NamedTuple):
    """A known phrase at its place: words `first` up to, not including, `last`."""

    sort: str
    value: Any
    first: int
    last: int


@dataclass(slots=True)
class _Node:
    further: dict[str, _Node] = field(default_factory=dict)
    # By their words with marks.
    ends: dict[str, list[_End]] = field(default_factory=dict)


class _End(NamedTuple):
    """A phrase that ends at a node; `keys` its words with their marks, none where any will do."""

    sort: str
    value: Any
    keys: tuple[str, ...]


class Phrases:
    """Phrases of several sorts, each with a value."""

    def __init__(self) -> None:
        self._root = _Node()
        self._later: dict[str, list[tuple[str, str]]] = {}

    def add(self, sort: str, phrase: str, value: Any) -> None:
        """A phrase with its marks."""
        words = split(phrase)
        run = tuple(word.key for word in words)
        self._node(words).ends.setdefault(" ".join(run), []).append(_End(sort, value, run))

    def add_loosely(self, sort: str, phrase: str, value: Any) -> None:
        """A phrase known by its letters whatever the marks: "Svây Riêng" is "Svay Rieng"."""
        self._node(split(phrase)).ends.setdefault(_ANY, []).append(_End(sort, value, ()))

    def add_later(self, sort: str, names: Iterable[str]) -> None:
        """Names that are taken in when their first word is met; each is valued by its letters."""
        for name in names:
            self._later.setdefault(keys(name.partition(" ")[0])[1], []).append((sort, name))

    def _node(self, words: Sequence[Word]) -> _Node:
        node = self._root
        for word in words:
            further = node.further.get(word.bare)
            if further is None:
                further = node.further[word.bare] = _Node()
            node = further
        return node

    def _take_in(self, first: str) -> None:
        for sort, name in self._later.pop(first, ()):
            self.add(sort, name, fold(name))

    def add_all(self, sort: str, phrases: Iterable[str], value: Any = None) -> None:
        for phrase in phrases:
            self.add(sort, phrase, phrase if value is None else value)

    def marks_of(
        self, words: Sequence[Word], *, without_marks: bool = False
    ) -> list[dict[str, Mark]]:
        """The longest phrase of each sort at every place; at most words none begins."""
        known, later = self._root.further, self._later
        return [
            self.marks_at(words, place, without_marks=without_marks)
            if word.bare in known or word.bare in later
            else _NONE
            for place, word in enumerate(words)
        ]

    def marks_at(
        self, words: Sequence[Word], place: int, *, without_marks: bool = False
    ) -> dict[str, Mark]:
        """The longest phrase of each sort that begins at a place."""
        first = words[place].bare
        if first in self._later:
            self._take_in(first)
        node = self._root.further.get(first)
        if node is None:
            return _NONE
        found: dict[str, Mark] = {}
        at, stop = place + 1, len(words)
        while node is not None:
            if node.ends:
                _mark(found, node.ends, words, (place, at), without_marks=without_marks)
            node = node.further.get(words[at].bare) if at < stop else None
            at += 1
        return found


_NONE: dict[str, Mark] = {}
# A hundred thousand marks are made of a long text: without the detour over their constructor.
_new = tuple.__new__
# The run of phrases known by their letters alone.
_ANY = ""


def _mark(
    found: dict[str, Mark],
    ends: Mapping[str, Sequence[_End]],
    words: Sequence[Word],
    span: tuple[int, int],
    *,
    without_marks: bool,
) -> None:
    """Note the phrases that end here: those that only lack marks, then those as written."""
    place, at = span
    if without_marks or at - place >= FEWEST_TO_LACK or _ANY in ends:
        for same in ends.values():
            for sort, value, told in same:
                if without_marks or _fits(words, place, told):
                    found[sort] = _new(Mark, (sort, value, place, at))
    run = words[place].key
    if at - place > 1:
        run = " ".join([word.key for word in words[place:at]])
    for sort, value, _ in ends.get(run, ()):
        found[sort] = _new(Mark, (sort, value, place, at))


def _fits(words: Sequence[Word], place: int, told: tuple[str, ...]) -> bool:
    """The marks fit too, or words of a long phrase lack theirs; no keys fit any marks."""
    if not told:
        return True
    # "Hà Nam ký kết" is no "năm ký kết": a name is not a word that lacks its mark.
    is_name = words[place].is_name and words[place].key != told[0]
    if len(told) < FEWEST_TO_LACK or is_name:
        return False
    for word, key in zip(words[place : place + len(told)], told, strict=False):
        if word.key not in {key, word.bare}:
            return False
    return True
