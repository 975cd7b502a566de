"""From when to when a paper runs: "giai đoạn 2023 - 2027", "năm 2020", "từ ngày … đến ngày …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ketnghia.reading.engine.rules.dates import Days
from ketnghia.reading.engine.rules.papers import Paper, named_by
from ketnghia.reading.engine.text import Sentence, Text

_TO = {"-", "–", "—", "đến"}
NEAR = 26
# "chương trình phối hợp hoạt động nhiệm kỳ 2022 - 2027"
NEAR_TERM, NEAR_PAPER = 12, 8
OLDEST, NEWEST, LONGEST = 1990, 2100, 15


@dataclass(frozen=True)
class Term:
    """A term at words `first` to `last`; years, or ISO dates."""

    start: int | str | None
    end: int | str
    first: int
    last: int
    reason: str = ""


def term(text: Text, found: Sequence[Paper], days: Sequence[Days]) -> Term | None:
    """The term of the paper: years behind its name first, then a single year, then days."""
    sentences = named_by(text, found)
    for read in (_stretch, _single):
        for sentence in sentences:
            told = read(text, sentence)
            if told:
                return told
    return _valid_days(text, days) or _told_of_paper(text) or _until(sentences, text)


def _until(sentences: Sequence[Sentence], text: Text) -> Term | None:
    """As in "thỏa thuận ký năm 2019 (hiệu lực đến hết năm 2024)": only the end is told."""
    for sentence in sentences:
        for mark in text.marks_of("valid", sentence.first, sentence.last):
            near = range(mark.last, min(sentence.last, mark.last + NEAR_PAPER))
            last = next((place for place in near if _year(text, place)), 0)
            if last and text.key(mark.last) == "đến":
                return Term(None, _year(text, last), mark.first, last + 1)
    return None


def _told_of_paper(text: Text) -> Term | None:
    """As in "Biên bản thỏa thuận hợp tác 2019 – 2024 có chữ ký của …" in the opening."""
    for sentence in text.sentences:
        if not 0 <= sentence.paragraph <= 1 or any(
            text.marks_of("signing_past", sentence.first, sentence.last)
        ):
            continue
        for told in _stretches(text, sentence):
            near = text.marks_of("paper", max(sentence.first, told.first - NEAR_PAPER), told.first)
            if any(mark.value != "loose" for mark in near):
                return told
    return None


def _stretch(text: Text, sentence: Sentence) -> Term | None:
    """The last stretch of years behind the paper, else the first of the sentence."""
    papers = [mark.first for mark in text.marks_of("paper", sentence.first, sentence.last)]
    told = list(_stretches(text, sentence))
    behind = [one for one in told if papers and one.first > papers[0]]
    return (behind or told)[-1] if told else None


def _stretches(text: Text, sentence: Sentence) -> Iterator[Term]:
    for place in range(sentence.first, sentence.last - 2):
        first = _year(text, place)
        if not first or text.key(place + 1) not in _TO:
            continue
        at = place + 2
        while at < sentence.last - 1 and text.key(at) in {"năm", "hết", "cuối"}:
            at += 1
        last = _year(text, at)
        if last and first < last <= first + LONGEST and not _is_of_a_body(text, sentence, place):
            yield Term(first, last, place, at + 1)


def _is_of_a_body(text: Text, sentence: Sentence, place: int) -> bool:
    """As in "Ban Chấp hành nhiệm kỳ 2022 - 2027"; a paper may run as long as a term of office."""
    before = [text.key(back) for back in range(max(sentence.first, place - 3), place)]
    if not {"kỳ", "khóa"} & set(before):
        return False
    floor = max(sentence.first, place - NEAR_TERM)
    papers = list(text.marks_of("paper", floor, place))
    signs = any(text.words[at].is_sign for at in range(papers[-1].last, place)) if papers else True
    return signs or papers[-1].value == "loose"


def _single(text: Text, sentence: Sentence) -> Term | None:
    """As in "Chương trình phối hợp hoạt động năm 2020": the paper is for that year."""
    for mark in text.marks_of("paper", sentence.first, sentence.last):
        for place in range(mark.last, min(sentence.last - 1, mark.last + NEAR)):
            if text.key(place) in {",", ";", ".", "ngày", "(", "từ", "ký"}:
                break
            year = _year(text, place + 1)
            if text.key(place) == "năm" and year:
                return Term(year, year, place, place + 2)
    return None


def _valid_days(text: Text, days: Sequence[Days]) -> Term | None:
    """As in "có hiệu lực từ ngày 05/3/2026 đến ngày 05/3/2028"."""
    for one in days:
        first = text.word_at(one.start)
        floor = max(one.sentence.first, first - NEAR)
        is_valid = any(text.marks_of("valid", floor, first))
        if is_valid and one.first.year and one.first != one.last:
            last = text.word_at(one.end - 1) + 1
            return Term(one.first.iso, one.last.iso, first, last)
    return None


def _year(text: Text, place: int) -> int:
    form = text.words[place].form if place < len(text.words) else ""
    is_year = len(form) == len("2021") and form.isdigit() and OLDEST <= int(form) < NEWEST
    return int(form) if is_year else 0
