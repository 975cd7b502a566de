"""The text of an article with the words marked that something was found at; no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and the keys of what was found at just these words."""

    text: str
    keys: tuple[int, ...] = ()


@dataclass(frozen=True)
class Marked:
    """Lines of the text, and under which key each finding's words are marked."""

    lines: tuple[tuple[Piece, ...], ...]
    mark_of: dict[int, int]


def marked(text: str, places: Iterable[tuple[int, Span]]) -> Marked:
    """Mark every place; of two that cross, the shorter one, and the other leads to it."""
    wanted: dict[Span, list[int]] = defaultdict(list)
    for key, span in places:
        if 0 <= span[0] < span[1] <= len(text):
            wanted[span].append(key)
    kept: list[Span] = []
    mark_of: dict[int, int] = {}
    broken = {span for span in wanted if "\n" in text[span[0] : span[1]]}
    for span in sorted(wanted, key=lambda span: (span in broken, span[1] - span[0], span)):
        home = next((other for other in kept if _cross(span, other)), None)
        if home is None and span not in broken:
            kept.append(span)
            home = span
        if home is not None:
            mark_of |= dict.fromkeys(wanted[span], wanted[home][0])
    return Marked(tuple(_lines(text, sorted(kept), wanted)), mark_of)


def _cross(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _lines(
    text: str, spans: list[Span], keys: dict[Span, list[int]]
) -> Iterator[tuple[Piece, ...]]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        here = [span for span in spans if start <= span[0] and span[1] <= end]
        if text[start:end].strip():
            yield tuple(_pieces(text, (start, end), here, keys))
        start += len(line)


def _pieces(
    text: str, line: Span, spans: list[Span], keys: dict[Span, list[int]]
) -> Iterator[Piece]:
    last = line[0]
    for span in spans:
        if last < span[0]:
            yield Piece(text[last : span[0]])
        yield Piece(text[span[0] : span[1]], tuple(keys[span]))
        last = span[1]
    if last < line[1]:
        yield Piece(text[last : line[1]])
