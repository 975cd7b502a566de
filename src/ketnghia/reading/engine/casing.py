"""Sentences all in capitals, given the letters their words have in the rest of the article.

"TỈNH ĐOÀN CÀ MAU TẶNG QUÀ" is read as "Tỉnh đoàn Cà Mau tặng quà": a word keeps its capital where
an organisation begins, in the name of a territory, and where the article writes it with one beside
the same neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ketnghia.reading.engine.lexicon import Head, Lexicon
from ketnghia.reading.engine.syllables import is_syllable
from ketnghia.reading.engine.words import Word

# One word may be anything: "HÒA BÌNH" is mostly a province, "HUẾ" alone stands behind a level.
FEWEST = 2
_GREAT = ("province", "abroad", "district")
Pair = tuple[str, str]


def recased(words: Sequence[Word], loud: Sequence[range], lexicon: Lexicon) -> list[Word]:
    """All words, those of the loud stretches with small letters where they are no names."""
    made = list(words)
    pairs = _pairs_with_names(words, loud)
    for stretch in loud:
        names = {stretch.start, *_heads(words, stretch, lexicon)}
        names.update(_territories(words, stretch, lexicon))
        names.update(_named_elsewhere(words, stretch, pairs))
        for place in stretch:
            made[place] = _lettered(words[place], is_name=place in names)
    return made


def _lettered(word: Word, *, is_name: bool) -> Word:
    if word.is_sign or word.is_number or not is_syllable(word.key):
        return word
    form = word.form.capitalize() if is_name else word.form.lower()
    return word._replace(form=form, is_name=is_name)


def _pairs_with_names(words: Sequence[Word], loud: Sequence[range]) -> set[tuple[int, Pair]]:
    """Neighbours in small letters of which the first (0) or the second (1) has a capital."""
    shouted = {place for stretch in loud for place in stretch}
    found: set[tuple[int, Pair]] = set()
    for place in range(1, len(words)):
        if place in shouted or place - 1 in shouted:
            continue
        left, right = words[place - 1], words[place]
        pair = left.key, right.key
        if right.is_name and not left.is_sign:
            found.add((1, pair))
        if left.is_name and right.is_name:
            found.add((0, pair))
    return found


def _named_elsewhere(
    words: Sequence[Word], stretch: range, pairs: set[tuple[int, Pair]]
) -> Iterator[int]:
    for place in stretch[1:]:
        pair = words[place - 1].key, words[place].key
        if (1, pair) in pairs:
            yield place
        if (0, pair) in pairs:
            yield place - 1


def _heads(words: Sequence[Word], stretch: range, lexicon: Lexicon) -> Iterator[int]:
    """Where organisations begin; one word alone ("BÁO", "PHÒNG") is mostly none."""
    for place in stretch:
        mark = lexicon.phrases.marks_at(words, place).get("head")
        if mark and mark.last - place >= FEWEST:
            yield place


def _territories(words: Sequence[Word], stretch: range, lexicon: Lexicon) -> Iterator[int]:
    for place in stretch:
        is_told = any(
            _opens_territory(words, start, place, lexicon)
            for start in range(max(stretch.start, place - 3), place)
        )
        marks = lexicon.places.marks_at(words, place)
        tiers: Iterable[str] = marks if is_told else _GREAT
        last = max((marks[tier].last for tier in tiers if tier in marks), default=place)
        if last <= stretch.stop and (is_told or last - place >= FEWEST):
            yield from range(place, last)


def _opens_territory(words: Sequence[Word], start: int, place: int, lexicon: Lexicon) -> bool:
    """Whether "XÃ" or "HUYỆN ĐOÀN" ends right before a word."""
    marks = lexicon.phrases.marks_at(words, start)
    level, head = marks.get("level"), marks.get("head")
    is_levelled = head is not None and isinstance(head.value, Head) and bool(head.value.level)
    return any(
        mark is not None and mark.last == place for mark in (level, head if is_levelled else None)
    )
