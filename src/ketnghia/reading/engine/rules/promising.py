"""Is a number promised or done? Decided by the words before it and the paragraph it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.text import Sentence, Text
from ketnghia.reading.engine.zones import Zone

# A list of targets rarely has more items than this below its opening words.
FURTHEST = 14
FURTHEST_RHYTHM = 22
_BULLETS = {"-", "+", "•", "*", "–"}


@dataclass(frozen=True)
class Outlook:
    """What the words around a number say of it."""

    is_promise: bool
    per: str | None = None
    is_at_friends: bool = False


DONE = Outlook(is_promise=False)


def outlook(text: Text, count: Count, *, tells_a_paper: bool) -> Outlook:
    """How a number is meant; `tells_a_paper` where its sentence tells what a paper holds."""
    sentence = count.sentence
    if sentence.zone is not Zone.BODY and sentence.zone is not Zone.HEADING:
        return DONE
    sure = _last_before(text, "promise_sure", count)
    done = _last_before(text, "promise_done", count)
    if (
        sure
        and _is_rhythm(text, sure)
        and any(text.marks_of("promise_period", sentence.first, sure[0]))
    ):
        # "Theo báo cáo, hàng năm hai bên có khoảng 20 cuộc giao lưu."
        return DONE
    if sure and (not done or sure[0] > done[0]):
        return _promised(text, count)
    if done or (sure is None and _is_past_bound(text, count)):
        return DONE
    is_promise = (
        tells_a_paper
        or _is_floor(text, count)
        or _is_entered(text, count)
        or _opened_above(text, sentence)
    )
    return _promised(text, count) if is_promise else DONE


def _is_rhythm(text: Text, sure: tuple[int, int]) -> bool:
    mark = text.mark(sure[0], "promise_per")
    return mark is not None and mark.last == sure[1]


def _promised(text: Text, count: Count) -> Outlook:
    return Outlook(
        is_promise=True, per=_per(text, count), is_at_friends=_is_at_friends(text, count)
    )


def _is_at_friends(text: Text, count: Count) -> bool:
    """As in "mỗi năm ít nhất 01 hoạt động tình nguyện tại đơn vị bạn"."""
    stop = count.last
    while stop < count.sentence.last and text.words[stop].form != ";":
        stop += 1
    return any(text.marks_of("promise_at_friends", count.last, stop))


def _last_before(text: Text, sort: str, count: Count) -> tuple[int, int] | None:
    """The last word of a sort before the number, up to the bound itself."""
    found = None
    for mark in text.marks_of(sort, count.sentence.first, count.begin + 1):
        if not _is_neither(text, mark.first, mark.last):
            found = (mark.first, mark.last)
    return found


def _is_neither(text: Text, first: int, last: int) -> bool:
    """As in "ký 2.064 bản cam kết", "vượt chỉ tiêu": the word does not promise here."""
    return any(
        (mark := text.mark(place, "promise_neither")) is not None and mark.last >= last
        for place in range(max(0, first - 3), first + 1)
    )


def _is_past_bound(text: Text, count: Count) -> bool:
    return count.begin < count.first and text.key(count.begin) in word_set("past_bounds")


def _is_floor(text: Text, count: Count) -> bool:
    """As in "ít nhất 02", "tối thiểu 100": said of the future; "hơn 100" is said of what was."""
    return text.key(count.begin) in {"ít", "tối"} and count.begin < count.first


def _is_entered(text: Text, count: Count) -> bool:
    """As in "chi đoàn đăng ký 1 công trình": entered for a later day."""
    return text.key(count.begin - 2) == "đăng" and text.key(count.begin - 1) == "ký"


def _per(text: Text, count: Count) -> str | None:
    behind = _per_behind(text, count)
    if behind == "term":
        return behind
    per = None
    said = count.sentence.first
    for mark in text.marks_of("promise_per", count.sentence.first, count.first):
        per, said = str(mark.value), mark.last
    return None if per and _is_for_one_day(text, count, said) else per or behind


def _is_for_one_day(text: Text, count: Count, said: int) -> bool:
    """As in "hằng năm …; đến hết năm 2030 giới thiệu việc làm cho 6.000 người".

    What is `said` of the rhythm later ("đến năm 2025 … mỗi năm 1 đợt") holds.
    """
    start, floor = count.begin, max(said, count.begin - FURTHEST_RHYTHM)
    while start > floor and text.words[start - 1].form not in {";", "."}:
        start -= 1
    return any(text.marks_of("promise_by", start, count.begin))


def _per_behind(text: Text, count: Count) -> str | None:
    """As in "02 hoạt động mỗi năm", "3 cuộc/năm"."""
    is_own = True
    for place in range(count.last, min(count.sentence.last, count.last + FURTHEST_RHYTHM)):
        word = text.words[place]
        if word.form == ";" or word.is_number:
            return None
        is_own = is_own and word.form != ","
        mark = text.mark(place, "promise_per")
        # Behind a comma only the whole term still belongs to the number before it.
        if mark and (is_own or (mark.value == "term" and not _opens_next(text, mark.last, count))):
            return str(mark.value)
    return None


def _opens_next(text: Text, place: int, count: Count) -> bool:
    """As in "mỗi năm 1 đoàn công tác, cả giai đoạn xây dựng 2 nhà": the term of what follows."""
    for at in range(place, min(count.sentence.last, place + FURTHEST)):
        if text.words[at].is_sign:
            return False
        if text.words[at].is_number:
            return True
    return False


def _opened_above(text: Text, sentence: Sentence) -> bool:
    """A list behind "… cam kết:" or under "CHỈ TIÊU": its items are promised."""
    is_listed = _is_item(text, sentence)
    for above in _above(text, sentence):
        if above.zone is Zone.CAPTION:
            continue
        if text.words[above.last - 1].form == ":" or above.zone is Zone.HEADING:
            return _promises(text, above)
        is_own = above.paragraph == sentence.paragraph
        is_item = _is_item(text, above)
        is_listed = is_listed or (is_own and is_item)
        if not is_own and not (is_item and is_listed):
            return False
    return False


def _promises(text: Text, above: Sentence) -> bool:
    """Whether the words over a list promise its items."""
    if any(text.marks_of("promise_done", above.first, above.last)):
        return False
    is_heading = above.zone is Zone.HEADING
    sorts = (
        ("promise_headings", "promise_opens") if is_heading else ("promise_sure", "promise_opens")
    )
    return any(any(text.marks_of(sort, above.first, above.last)) for sort in sorts)


def _is_item(text: Text, sentence: Sentence) -> bool:
    word = text.words[sentence.first]
    is_bracketed = word.form == "(" and text.key(sentence.first + 1).isdigit()
    return word.is_number or word.form in _BULLETS or is_bracketed


def _above(text: Text, sentence: Sentence) -> Iterator[Sentence]:
    first = max(0, sentence.number - FURTHEST)
    return reversed(text.sentences[first : sentence.number])
