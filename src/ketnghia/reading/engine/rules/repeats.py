"""A number told twice: in the title or opening, and again where the article comes to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol, TypeVar

from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

# Two wordings of one count share this part of their words.
ALIKE = 0.5
# No article seen tells one number more than 20 times.
MOST = 50
# A number as large as this in a title is told again below, in whatever words.
FEW = 9


class Counting(Protocol):
    """Something with a count and the words behind it."""

    @property
    def count(self) -> Count: ...
    @property
    def what(self) -> tuple[int, int]: ...


One = TypeVar("One", bound=Counting)


def told_once(text: Text, found: Sequence[One]) -> list[One]:
    """The numbers without those that only say again what another says."""
    kept: dict[float, list[One]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (_announces(one) + _is_title(one), one.count.first)):
        others = kept[one.count.value]
        if not any(_says_again(text, one, other) for other in others[:MOST]):
            others.append(one)
    told = (one for others in kept.values() for one in others)
    return sorted(told, key=lambda one: one.count.first)


def _announces(one: Counting) -> bool:
    """Title, caption and opening only announce; the body tells."""
    sentence = one.count.sentence
    return sentence.zone is not Zone.BODY or sentence.paragraph == 0


def _is_title(one: Counting) -> bool:
    return one.count.sentence.zone is Zone.TITLE


def _says_again(text: Text, one: Counting, other: Counting) -> bool:
    is_apart = one.count.sentence is not other.count.sentence
    if _is_title(one) and one.count.value > FEW:
        return is_apart
    return is_apart and _announces(one) and _alike(text, one.what, other.what)


def _alike(text: Text, left: tuple[int, int], right: tuple[int, int]) -> bool:
    first = {word.key for word in text.words[slice(*left)] if not word.is_sign}
    second = {word.key for word in text.words[slice(*right)] if not word.is_sign}
    if not first or not second:
        return True
    return len(first & second) >= ALIKE * min(len(first), len(second))
