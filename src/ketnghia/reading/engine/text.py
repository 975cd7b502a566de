"""An article as the rules read it: words, sentences, known phrases, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from ketnghia.reading.engine.casing import recased
from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.layout import Line
from ketnghia.reading.engine.lexicon import Lexicon
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.words import Word, split
from ketnghia.reading.engine.zones import READ, Zone

_ENDS = {".", "!", "?", "…"}
TIERS = ("province", "abroad", "district", "commune")
GREAT = ("province", "abroad", "district")
# A line of a form in capitals stays as it is.
RECASED = {Zone.TITLE, Zone.BODY, Zone.CAPTION}
SAMPLE, FEW, SHOUT = 300, 0.1, 4
# "2. Hiến máu: …": a number of an item, at most "VIII".
NUMBERING = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` up to, not including, `last`; the paragraphs of the body count from 0."""

    number: int
    first: int
    last: int
    zone: Zone
    paragraph: int


class Text:
    """The mended text of an article with everything the rules ask of it."""

    def __init__(self, clean: str, lines: Sequence[Line], lexicon: Lexicon) -> None:
        self.clean = clean
        self.lines = lines
        self.lexicon = lexicon
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self._recased: set[int] = set()
        self._read_lines()
        self._read_capitals()
        self.lacks_marks = _lacks_marks(self.words)
        self.marks = lexicon.phrases.marks_of(self.words, without_marks=self.lacks_marks)
        self._by_sort: dict[str, list[Mark]] = defaultdict(list)
        for marks in filter(None, self.marks):
            for sort, mark in marks.items():
                self._by_sort[sort].append(mark)
        self._firsts: dict[str, list[int]] = {}
        self._starts = [word.start for word in self.words]

    def _read_lines(self) -> None:
        paragraph = -1
        for line in self.lines:
            if line.zone not in READ:
                continue
            words = split(self.clean, line.start, line.end)
            paragraph += line.zone is Zone.BODY
            first = len(self.words)
            self.words += words
            at = paragraph if line.zone is Zone.BODY else -1
            before = len(self.words) - len(words)
            for end in _sentence_ends(words):
                number, last = len(self.sentences), before + end
                self.sentences.append(Sentence(number, first, last, line.zone, at))
                first = last

    def _read_capitals(self) -> None:
        loud = [one for one in self.sentences if one.zone in RECASED and self.is_shouted(one)]
        self._recased = {one.number for one in loud}
        if loud:
            stretches = [range(one.first, one.last) for one in loud]
            self.words = recased(self.words, stretches, self.lexicon)

    def mark(self, place: int, sort: str) -> Mark | None:
        """The phrase of a sort that begins at a word."""
        return self.marks[place].get(sort) if 0 <= place < len(self.marks) else None

    def has(self, place: int, sorts: AbstractSet[str]) -> bool:
        """Whether a phrase of one of these sorts begins at a word."""
        return 0 <= place < len(self.marks) and not sorts.isdisjoint(self.marks[place])

    def key(self, place: int) -> str:
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def place(self, place: int, tiers: Sequence[str] = TIERS) -> Mark | None:
        """The territory of these tiers whose name begins at a word, the longest there is."""
        if place >= len(self.words) or not self.words[place].is_name:
            return None
        marks = self.lexicon.places.marks_at(self.words, place, without_marks=self.lacks_marks)
        found = [marks[tier] for tier in tiers if tier in marks and self._is_written(marks[tier])]
        return max(found, key=lambda mark: mark.last, default=None)

    def _is_written(self, mark: Mark) -> bool:
        """As in "Quảng trường", a square; the commune is written "Quảng Trường"."""
        words = self.words[mark.first : mark.last]
        return self.lacks_marks or all(
            word.is_capital or not word.form[0].isalpha() or word.start == before.end
            for before, word in pairwise(words)
        )

    def words_of(self, first: int, last: int) -> str:
        """Words as they are written, with single spaces."""
        if first >= last:
            return ""
        return " ".join(self.clean[self.words[first].start : self.words[last - 1].end].split())

    def marks_of(self, sort: str, first: int = 0, last: int | None = None) -> Iterator[Mark]:
        """Phrases of a sort in order, none inside another."""
        marks = self._by_sort.get(sort)
        if not marks:
            return
        stop = len(self.words) if last is None else last
        for at in range(bisect_left(self._firsts_of(sort), first), len(marks)):
            mark = marks[at]
            if mark.first >= stop:
                break
            if mark.first >= first:
                yield mark
                first = mark.last

    def _firsts_of(self, sort: str) -> list[int]:
        found = self._firsts.get(sort)
        if found is None:
            found = self._firsts[sort] = [mark.first for mark in self._by_sort[sort]]
        return found

    def is_shouted(self, sentence: Sentence) -> bool:
        """All in capitals: its letters do not tell names from other words."""
        words = self.words[sentence.first : sentence.last]
        if sentence.number in self._recased:
            return False
        if not self.clean[words[0].start : words[-1].end].isupper():
            return False
        letters = [word for word in words if word.form[0].isalpha()]
        return len(letters) >= SHOUT and all(word.form.isupper() for word in letters)

    def word_at(self, position: int) -> int:
        """The first word that does not end before a position of the text."""
        place = bisect_left(self._starts, position)
        if place and self.words[place - 1].end > position:
            return place - 1
        return place


def _lacks_marks(words: Sequence[Word]) -> bool:
    """Was the whole text typed without marks? Real Vietnamese has them on two words of three."""
    sample = [word for word in words[:SAMPLE] if not word.is_sign and not word.is_number]
    return sum(word.key != word.bare for word in sample) < len(sample) * FEW


def _sentence_ends(words: Sequence[Word]) -> Iterator[int]:
    for place, word in enumerate(words[:-1]):
        if word.form in _ENDS and _ends_here(words, place):
            yield place + 1
    if words:
        yield len(words)


def _ends_here(words: Sequence[Word], place: int) -> bool:
    after = words[place + 1]
    if place == 1 and words[0].end == words[1].start and len(words[0].form) <= NUMBERING:
        return False
    if after.start == words[place].end and words[place].form == ".":
        return False
    if words[place].form == "." and place and words[place - 1].key in word_set("short_forms"):
        return False
    return after.form[0].isupper() or after.is_number or after.is_sign
