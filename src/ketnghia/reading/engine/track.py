"""Changing a text while keeping the way back from every place of the new to the old."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """The old stretch from `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


class Track:
    """The way back from a changed text to the text it came from."""

    def __init__(self, starts: list[int], origins: list[int]) -> None:
        self._starts = starts
        self._origins = origins

    def back(self, place: int) -> int:
        """The old place of a new one; inside words put in, the place where they were put in."""
        part = bisect_right(self._starts, place) - 1
        origin = self._origins[part] + place - self._starts[part]
        if part + 1 < len(self._origins):
            return min(origin, self._origins[part + 1])
        return origin


UNCHANGED = Track([0], [0])


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Track]:
    """Carry out edits that are in order and do not overlap."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    done = length = 0
    for edit in edits:
        if edit.start < done:
            continue
        pieces += [text[done : edit.start], edit.new]
        length += edit.start - done + len(edit.new)
        # The words put in answer to the start of the stretch they replace.
        starts += [length - len(edit.new), length]
        origins += [edit.start, edit.end]
        done = edit.end
    if not pieces:
        return text, UNCHANGED
    return "".join([*pieces, text[done:]]), Track(starts, origins)


def replace(
    text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]
) -> tuple[str, Track]:
    """What `re.sub` does, with the way back."""
    found = ((match, new(match)) for match in pattern.finditer(text))
    return apply(
        text, (Edit(match.start(), match.end(), put) for match, put in found if put != match[0])
    )


_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+|[\u0340-\u0374\u037e\u0387\u1f00-\u1fff]")


def compose(text: str) -> tuple[str, Track]:
    """One code point for each letter with its marks (NFC), done once, at the door."""
    if unicodedata.is_normalized("NFC", text):
        return text, UNCHANGED
    return replace(text, _CLUSTER, lambda match: unicodedata.normalize("NFC", match[0]))
