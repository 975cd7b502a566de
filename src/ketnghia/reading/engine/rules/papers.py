"""The paper an article is about: what it is called, whether it is signed here, its term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.text import Sentence, Text
from ketnghia.reading.engine.zones import Zone

# The clearest name of a paper wins: a twinning ceremony that signs a programme is a programme.
ORDER = ("programme", "memorandum", "plan", "twinning", "other", "loose")
NEAR, NEAR_BEFORE, OPENING, FURTHEST_PARTNER, PAIR_OF_WORDS = 14, 4, 2, 24, 2


@dataclass(frozen=True)
class Paper:
    """A paper named at words `first` to `last` of a sentence; `verb` where it is signed."""

    sort: str
    first: int
    last: int
    sentence: Sentence
    verb: int = -1

    @property
    def kind(self) -> str:
        return "other" if self.sort == "loose" else self.sort


def signings(text: Text) -> list[Paper]:
    """Sentences in which a paper is signed in the event itself."""
    return [paper for sentence in text.sentences for paper in _signed_in(text, sentence)]


def _signed_in(text: Text, sentence: Sentence) -> Iterator[Paper]:
    for verb in text.marks_of("signing_launch", sentence.first, sentence.last):
        # "ra mắt Bản ghi nhớ hợp tác", "lễ trao văn bản kết nghĩa": the paper stands right behind.
        paper = text.mark(verb.last, "paper")
        if paper and paper.value != "loose" and _is_here(text, sentence, verb):
            yield Paper(str(paper.value), paper.first, paper.last, sentence, verb.first)
            return
    for verb in text.marks_of("signing_verb", sentence.first, sentence.last):
        if _is_elsewhere(text, sentence, verb):
            continue
        paper = paper_near(text, sentence, verb) or _with_a_partner(text, sentence, verb)
        if paper and _is_here(text, sentence, verb):
            yield Paper(str(paper.value), paper.first, paper.last, sentence, verb.first)
            return


def _is_here(text: Text, sentence: Sentence, verb: Mark) -> bool:
    """In the title, the opening or a caption; further down only with words of the occasion."""
    if sentence.zone is not Zone.BODY or sentence.paragraph < OPENING:
        return True
    if text.key(verb.first) == "lễ":
        return True
    return any(text.marks_of("occasion", sentence.first, sentence.last)) or any(
        text.mark(place, "level") is None and text.key(place) in {"hai", "các", "02", "2", "ba"}
        for place in range(max(sentence.first, verb.first - NEAR), verb.first)
    )


def _is_elsewhere(text: Text, sentence: Sentence, verb: Mark) -> bool:
    """Signed long ago, to be signed, or not a paper between units ("ký cam kết")."""
    if any(touches(text, sentence, verb, sort) for sort in ("past", "future", "never")):
        return True
    if any(text.marks_of("signing_barring", sentence.first, verb.first)):
        return True
    return is_told_of(text, sentence, verb)


def touches(text: Text, sentence: Sentence, verb: Mark, sort: str) -> bool:
    """As in "tiến tới ký kết", "năm ký kết": a phrase of a sort holds this verb."""
    near = range(max(sentence.first, verb.first - NEAR_BEFORE), verb.last)
    marks = (text.mark(place, f"signing_{sort}") for place in near)
    return any(
        mark is not None and mark.first <= verb.first and mark.last >= verb.last for mark in marks
    )


def is_told_of(text: Text, sentence: Sentence, verb: Mark) -> bool:
    """As in "Bản ghi nhớ đã ký", "… do hai tổ chức ký": the paper stands before, its verb ends."""
    behind = any(text.marks_of("paper", verb.first, _clause_end(text, sentence, verb)))
    floor = max(sentence.first, verb.first - NEAR)
    named = [mark for mark in text.marks_of("paper", floor, verb.first) if mark.value != "loose"]
    if behind or not named or text.key(verb.first) == "lễ":
        return False
    between = {text.key(place) for place in range(named[-1].last, verb.first)}
    return bool(between & {"đã", "do", "mà"})


def _clause_end(text: Text, sentence: Sentence, verb: Mark) -> int:
    stop = min(sentence.last, verb.last + NEAR)
    ends = (place for place in range(verb.last, stop) if text.words[place].form == ";")
    return next(ends, stop)


def paper_near(text: Text, sentence: Sentence, verb: Mark) -> Mark | None:
    """The clearest paper behind the verb, else before it in the sentence."""
    behind = list(text.marks_of("paper", verb.first, min(sentence.last, verb.last + NEAR)))
    before = list(text.marks_of("paper", sentence.first, verb.first))
    for marks in (behind, before):
        if marks:
            return min(marks, key=lambda mark: (ORDER.index(str(mark.value)), mark.first))
    return None


def _with_a_partner(text: Text, sentence: Sentence, verb: Mark) -> Mark | None:
    """As in "ký kết triển khai học bổng “…” với Ngân hàng …": a paper without a name."""
    if "kết" not in str(verb.value).split():
        return None
    for place in range(verb.last, min(sentence.last - 1, verb.last + FURTHEST_PARTNER)):
        if text.words[place].form in {";", "."}:
            return None
        is_partner = any(text.mark(place + 1, sort) for sort in ("head", "committee"))
        if text.key(place) in {"với", "giữa", "cùng"} and is_partner:
            return Mark("paper", "loose", verb.first, verb.last)
    return None


def earlier_papers(text: Text, *, is_review: bool) -> list[Paper]:
    """Papers signed before that the event carries out or reviews."""
    found = []
    for sentence in text.sentences:
        for mark in text.marks_of("paper", sentence.first, sentence.last):
            # "kết nghĩa" alone is a word of friendship, "bản giao ước kết nghĩa" a paper.
            is_paper = mark.value != "loose" and (
                mark.value != "twinning" or _is_written(text, mark)
            )
            if not is_paper:
                continue
            paper = Paper(str(mark.value), mark.first, mark.last, sentence)
            if _is_to_come(text, paper) or (not is_review and _is_background(text, paper)):
                continue
            if _was_signed(text, paper) or _is_carried_out(text, paper, is_review=is_review):
                found.append(paper)
    return found


def _was_signed(text: Text, paper: Paper) -> bool:
    """As in "sau 1 năm ký kết biên bản ghi nhớ", "thỏa thuận hợp tác mà hai bên đã ký"."""
    sentence = paper.sentence
    first, last = max(sentence.first, paper.first - NEAR), min(sentence.last, paper.last + NEAR)
    return any(
        touches(text, sentence, verb, "past")
        or is_told_of(text, sentence, verb)
        or not _is_here(text, sentence, verb)
        or (sentence.paragraph == 0 and text.key(verb.first - 1) == "sẽ")
        for verb in text.marks_of("signing_verb", first, last)
    )


def _is_carried_out(text: Text, paper: Paper, *, is_review: bool) -> bool:
    """As in "sơ kết chương trình phối hợp", "kết quả thực hiện biên bản ghi nhớ"."""
    first = max(paper.sentence.first, paper.first - NEAR)
    is_main = paper.sentence.zone is Zone.TITLE or paper.sentence.paragraph == 0
    told = any(text.marks_of("carries_out", first, paper.first))
    return told and (is_main if is_review else paper.sentence.zone is Zone.BODY)


def _is_written(text: Text, mark: Mark) -> bool:
    return mark.last - mark.first > PAIR_OF_WORDS and text.key(mark.first) not in {"lễ", "ký"}


def _is_background(text: Text, paper: Paper) -> bool:
    """As in "Trong những năm gần đây, thực hiện thỏa thuận ký năm 2016 …"."""
    return any(text.marks_of("signing_background", paper.sentence.first, paper.first))


def _is_to_come(text: Text, paper: Paper) -> bool:
    """As in "tiến tới ký bản ghi nhớ vào năm 2022": nothing is carried out yet."""
    floor = max(paper.sentence.first, paper.first - NEAR_BEFORE)
    return any(text.marks_of("signing_future", floor, paper.first))


def named_by(text: Text, found: Sequence[Paper]) -> list[Sentence]:
    """The sentences that may tell the term: those of the paper, then titles that name one."""
    titles = [
        one
        for one in text.sentences
        if one.zone is Zone.TITLE and any(text.marks_of("paper", one.first, one.last))
    ]
    return [*(paper.sentence for paper in found), *titles]


def content_of(text: Text) -> set[int]:
    """Sentences that tell what the signed paper holds, from the words that open its content."""
    numbers: set[int] = set()
    paragraph, is_open = -2, False
    for sentence in text.sentences:
        if sentence.zone is not Zone.BODY:
            continue
        if sentence.paragraph != paragraph and not (is_open and _is_item(text, sentence.first)):
            is_open = False
        paragraph = sentence.paragraph
        is_open = is_open or any(text.marks_of("content", sentence.first, sentence.last))
        if is_open:
            numbers.add(sentence.number)
    return numbers


def _is_item(text: Text, place: int) -> bool:
    return text.words[place].is_number or text.words[place].form in {"-", "+", "•", "*", "–"}
