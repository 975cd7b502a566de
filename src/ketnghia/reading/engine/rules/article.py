"""What kind of event an article reports, by the words of its title and opening."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from ketnghia.reading.engine.data import table, word_set
from ketnghia.reading.engine.lexicon import spelled_out
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.papers import Paper
from ketnghia.reading.engine.text import Sentence, Text
from ketnghia.reading.engine.zones import Zone

# How much a word says by where it stands: in the title, the first sentence, the opening, further
# down. Tuned on half of the corpora, checked on the other.
STRONG = {"title": 6.0, "lead": 5.0, "opening": 2.5, "second": 1.0, "rest": 0.2}
WEAK = {"title": 2.0, "lead": 1.0, "opening": 0.5, "second": 0.3, "rest": 0.05}
ORDER = ("review", "award", "exchange", "activity", "other")
# The letters of the number of a document say what it is.
_CODE = re.compile(r"\bSố(?:\s*/\s*[Kk]ý hiệu)?\s*:\s*\d*\s*[-/]\s*(?:\d{4}/)?([A-ZĐ][A-ZĐa-zđ]*)")
PAIR, NEAR = 2, 5
DECISIVE = 2.0
# An exchange needs two sides; with one alone it is mostly an activity.
ALONE = 0.45
SIGNED, FAIR = 0.95, 0.7
# What says nothing of itself is mostly an activity.
PRIOR = 0.5


@dataclass(frozen=True)
class ArticleKind:
    """The kind, how sure, and the words that told it."""

    kind: str
    confidence: float
    first: int
    last: int


def kind_of(text: Text, signed: list[Paper], *, partners: int) -> ArticleKind:
    """A signing is a signing whatever else happens; the rest is weighed by words."""
    document = document_kind(text)
    if signed and document in {"", "signing"}:
        return ArticleKind("signing", SIGNED, signed[0].first, signed[0].last)
    if document:
        return ArticleKind(document, SIGNED, 0, 1)
    if not partners and not _is_about_youth(text):
        return ArticleKind("other", FAIR, 0, 1)
    weights, told = _weigh(text)
    if partners < PAIR:
        weights["exchange"] *= ALONE
    weights["activity"] += PRIOR
    best = max(ORDER, key=lambda kind: (weights[kind], -ORDER.index(kind)))
    sure = 0.4 + 0.55 * weights[best] / (sum(weights.values()) or 1)
    return ArticleKind(best, sure, *told.get(best, (0, 1)))


def document_kind(text: Text) -> str:
    """A report, a plan, a notice says on a line of its own what it is."""
    told = _documents()
    for line in text.lines:
        if line.zone is Zone.BODY:
            return ""
        code = _CODE.search(text.clean, line.start, line.end)
        for kind in ("review", "other"):
            if code and code[1].lower() in word_set(f"codes_{kind}"):
                return kind
        shouted = takewhile(str.isupper, text.clean[line.start : line.end].split())
        name = " ".join(shouted).lower()
        kind = next((kind for kind, names in told.items() if name in names), "")
        if kind:
            return kind
    return ""


@cache
def _documents() -> dict[str, frozenset[str]]:
    return {k: frozenset(spelled_out(names)) for k, names in table("kinds")["document"].items()}


def document_papers(text: Text) -> list[Paper]:
    """The text is itself a paper between units: "CHƯƠNG TRÌNH PHỐI HỢP … giữa A và B"."""
    if document_kind(text) != "signing":
        return []
    heads = [one for one in text.sentences if one.zone in {Zone.TITLE, Zone.HEADING}]
    return [
        Paper(str(mark.value), mark.first, mark.last, sentence)
        for sentence in heads
        for mark in text.marks_of("paper", sentence.first, sentence.last)
        if mark.value != "loose"
    ]


def _is_about_youth(text: Text) -> bool:
    keys = {word.key for word in text.words}
    return bool(keys & {"đoàn", "tncs", "lhtn", "thiếu"}) or {"thanh", "niên"} <= keys


def _weigh(text: Text) -> tuple[dict[str, float], dict[str, tuple[int, int]]]:
    """For every kind its best word in every place, added up; and where it was told first."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    told: dict[str, tuple[int, int]] = {}
    for place, sentence in _places(text):
        for mark, weight in _marks(text, place, sentence):
            kind = str(mark.value)
            best[kind, place] = max(best[kind, place], weight)
            told.setdefault(kind, (mark.first, mark.last))
    if best["review", "lead"] >= STRONG["lead"] > best["award", "lead"]:
        # Those commended at a review are in its title, the review is what took place.
        best["award", "title"] = min(best["award", "title"], WEAK["title"])
    weights: dict[str, float] = defaultdict(float)
    for (kind, _), weight in best.items():
        weights[kind] += weight
    return weights, told


def _places(text: Text) -> Iterator[tuple[str, Sentence]]:
    leads = 0
    for sentence in text.sentences:
        if sentence.zone is Zone.TITLE:
            yield "title", sentence
        elif sentence.zone is Zone.BODY and sentence.paragraph == 0:
            yield ("opening" if leads else "lead"), sentence
            leads += 1
        elif sentence.zone is Zone.BODY and sentence.paragraph == 1:
            yield "second", sentence
        elif sentence.zone is Zone.HEADING and not leads:
            yield "opening", sentence
        else:
            yield "rest", sentence


def _marks(text: Text, place: str, sentence: Sentence) -> Iterator[tuple[Mark, float]]:
    for mark in text.marks_of("strong", sentence.first, sentence.last):
        if mark.value == "review" and text.mark(mark.last, "signing_contest"):
            continue
        if mark.value == "other" and _is_occasion(text, mark, sentence):
            continue
        yield mark, STRONG[place] + (DECISIVE if _is_meeting(text, mark, place) else 0)
    for mark in text.marks_of("weak", sentence.first, sentence.last):
        yield mark, WEAK[place]


def _is_meeting(text: Text, mark: Mark, place: str) -> bool:
    """As in "hội nghị giao ban", "hội nghị tổng kết": the meeting itself, told in the opening."""
    is_review = mark.value == "review" and place in {"lead", "opening"}
    return is_review and text.key(mark.first - 2) == "hội" and text.key(mark.first - 1) == "nghị"


def _is_occasion(text: Text, mark: Mark, sentence: Sentence) -> bool:
    """As in "chào mừng thành công Đại hội": the congress is what the event honours."""
    near = range(max(sentence.first, mark.first - NEAR), mark.first)
    return any(text.mark(place, "occasion_of") for place in near)
