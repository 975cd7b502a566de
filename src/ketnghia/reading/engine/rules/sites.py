"""Places the event goes to: red addresses, and ways of working that guests look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.names import QUOTES, name_end
from ketnghia.reading.engine.text import Sentence, Text
from ketnghia.reading.engine.zones import Zone

MODEL = "model"
LONGEST_MODEL, LONGEST_QUOTED = 9, 14


@dataclass(frozen=True)
class Site:
    """A site named at words `first` to `last`; `sort` is memorial or model."""

    sort: str
    first: int
    last: int


def sites(text: Text) -> list[Site]:
    """Every site that is visited, in order, each once."""
    found: dict[str, Site] = {}
    for sentence in text.sentences:
        if sentence.zone in {Zone.BODY, Zone.CAPTION}:
            for site in _sites_in(text, sentence):
                found.setdefault(text.words_of(site.first, site.last).casefold(), site)
    return list(found.values())


def _sites_in(text: Text, sentence: Sentence) -> Iterator[Site]:
    visited = next(text.marks_of("site_visit", sentence.first, sentence.last), None)
    if visited is None:
        return
    end = visited.first
    for mark in text.marks_of("site", visited.first, sentence.last):
        last = _site_end(text, mark, sentence)
        if last > mark.last and mark.first >= end:
            yield Site(str(mark.value), mark.first, last)
            end = last


def _site_end(text: Text, mark: Mark, sentence: Sentence) -> int:
    """Where its name ends; at its head itself where it has none."""
    if mark.last >= sentence.last:
        return mark.last
    if text.words[mark.last].form in QUOTES:
        return _quoted_end(text, mark.last, sentence.last)
    if mark.value == MODEL:
        return _model_end(text, mark, sentence.last)
    is_named = text.words[mark.last].is_name or text.mark(mark.last, "level") is not None
    return name_end(text, mark.last, sentence.last) if is_named else mark.last


def _quoted_end(text: Text, opening: int, stop: int) -> int:
    for end in range(opening + 2, min(stop, opening + LONGEST_QUOTED)):
        if text.words[end].form in QUOTES:
            return end + 1
    return opening


def _model_end(text: Text, mark: Mark, stop: int) -> int:
    """As in "mô hình nuôi tôm thẻ chân trắng của anh …": up to a small word."""
    if text.words[mark.last].is_name:
        return name_end(text, mark.last, stop)
    place = mark.last
    while place < min(stop, mark.last + LONGEST_MODEL):
        word = text.words[place]
        if word.is_sign or word.is_number or word.key in word_set("model_ends"):
            break
        place += 1
    return place
