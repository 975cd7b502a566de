"""Named people and their posts, written before or after the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.mentions import mention_at
from ketnghia.reading.engine.rules.names import DASHES, capitals, is_person_name
from ketnghia.reading.engine.rules.posts import posts_end
from ketnghia.reading.engine.rules.remarks import SEPARATORS, past_label, past_people, past_remark
from ketnghia.reading.engine.text import GREAT, Sentence, Text

FEWEST, MOST = 2, 8
FURTHEST_POST = 9
# "các đồng chí Thượng tá, PGS.TS" are eight words.
LONGEST_HONORIFICS = 14
_LIST_OPENERS = {":", ";", ",", "và", "gồm", "(", "-", "–", "+", "•", "là"}


@dataclass(frozen=True)
class Named:
    """A person named at words `first` to `last`; the post stands at `post_first` to `post_last`."""

    first: int
    last: int
    post_first: int
    post_last: int
    rule: str
    sentence: Sentence


def named_people(text: Text) -> list[Named]:
    """Everyone named with an honorific or a post, in the order of the text."""
    found: list[Named] = []
    for sentence in text.sentences:
        place = sentence.first
        while place < sentence.last:
            if not _may_name(text, place):
                place += 1
                continue
            here = list(_people_at(text, place, sentence))
            found += here
            place = max([place + 1, *(max(one.last, one.post_last) for one in here)])
    return found


_APOSTROPHES = frozenset("'’‘`")
_OPENS = frozenset(("people", "ranks", "post_posts", "post_before", "post_callings"))


def _may_name(text: Text, place: int) -> bool:
    return text.words[place].is_name or not _OPENS.isdisjoint(text.marks[place])


def _people_at(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    marks = text.marks[place]
    if "remembered" in marks and marks["remembered"].last > place + 1:
        return
    titles = [marks[sort].last for sort in ("people", "ranks") if sort in marks]
    if titles and max(titles) == place + 1 and _ends_a_word(text, place):
        return
    if titles and "post_callings" in marks and marks["post_callings"].last > max(titles):
        yield from _behind_calling(text, place, sentence)
    elif titles:
        yield from _behind_honorific(text, place, sentence)
    elif "post_posts" in marks or "post_before" in marks:
        yield from _behind_post(text, place, sentence)
    elif "post_callings" in marks:
        yield from _behind_calling(text, place, sentence)
    elif text.words[place].is_name:
        yield from _before_post(text, place, sentence)


def _ends_a_word(text: Text, place: int) -> bool:
    """As in "Làng trẻ em SOS Nha Trang": the second half of a word before a name."""
    is_half = place > 0 and text.key(place - 1) in word_set("no_honorific_behind")
    return is_half and text.words[place].form.islower()


def _behind_honorific(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    """As in "đồng chí Đỗ Thị Hương - Bí thư …", "các đồng chí: A, chức vụ; B, chức vụ"."""
    start, is_plural = _past_honorifics(text, place, sentence.last)
    if start < sentence.last and text.words[start].form == ":":
        start += 1
        is_plural = True
    start, _ = _past_honorifics(text, start, sentence.last)
    if is_plural and start < sentence.last and text.mark(start, "post_posts"):
        yield from _shared_post(text, start, sentence)
        return
    one = _person(text, start, sentence, "honorific")
    if not one:
        return
    yield one
    if is_plural:
        yield from _listed(text, max(one.last, one.post_last), sentence)


def _past_honorifics(text: Text, place: int, stop: int) -> tuple[int, bool]:
    is_plural = False
    stop = min(stop, place + LONGEST_HONORIFICS)
    while place < stop:
        marks = [text.mark(place, sort) for sort in ("people", "ranks")]
        mark = max((one for one in marks if one), key=lambda one: one.last, default=None)
        if mark is None:
            break
        is_plural = is_plural or text.key(place) in {"các", "hai", "ba"}
        place = mark.last
        if text.key(place) == "." and text.words[place].start == text.words[place - 1].end:
            place += 1
    return place, is_plural


def _person(text: Text, start: int, sentence: Sentence, rule: str) -> Named | None:
    end = name_end(text, start, sentence.last)
    head = text.mark(start, "head")
    form = text.words[start].form if end > start else ""
    is_short = form.isupper() and len(form) > FEWEST
    is_unit = head is not None and (is_short or head.last - head.first > 1)
    # "đồng chí K'Thoảng" has one name.
    is_long = end - start >= FEWEST or not _APOSTROPHES.isdisjoint(form[1:-1])
    people = text.mark(start, "ethnic")
    is_nobody = is_unit or (people is not None and people.last >= end)
    is_some = is_long and not is_nobody and not _is_place(text, start, end)
    if not is_some or is_remembered(text, start, end):
        return None
    first, last = _post_behind(text, end, sentence.last)
    return Named(start, end, first, last, rule, sentence)


_ENDS_NAME = frozenset(("post_posts", "committee"))


def name_end(text: Text, start: int, stop: int) -> int:
    """Where a person's name ends: before a post, an honorific, a small word."""
    end = capitals(text, start, stop, most=MOST)
    for place in range(start + 1, end):
        if text.has(place, _ENDS_NAME):
            return place
        head = text.mark(place, "head")
        if head and head.last - head.first > 1:
            return place
    while end > start and _is_hyphened(text, end, stop):
        end += 2
    return end


def _is_hyphened(text: Text, place: int, stop: int) -> bool:
    """As in "Xỉ-thi-đăm-pha": a foreign name goes on behind each hyphen."""
    if place + 1 >= stop or text.words[place].form != "-":
        return False
    before, sign, after = text.words[place - 1 : place + 2]
    is_tight = before.end == sign.start and sign.end == after.start
    return is_tight and after.form.isalpha() and not text.has(place + 1, _OPENS)


def _post_behind(text: Text, end: int, stop: int) -> tuple[int, int]:
    place = past_label(text, past_remark(text, end, stop), stop)
    if place < stop and (text.words[place].form in SEPARATORS or text.key(place) == "là"):
        place = past_people(text, place + 1, stop)
    last = posts_end(text, place, stop) if place < stop else place
    return (place, last) if last > place else _post_taken(text, end, stop)


def _post_taken(text: Text, end: int, stop: int) -> tuple[int, int]:
    """As in "đồng chí Mai Xuân Thịnh được chỉ định giữ chức Bí thư Đoàn phường"."""
    for place in range(end, min(stop, end + FURTHEST_POST)):
        if text.words[place].is_sign:
            break
        mark = text.mark(place, "post_takes")
        last = posts_end(text, mark.last, stop) if mark and mark.last < stop else 0
        if mark and last > mark.last:
            return mark.last, last
    return end, end


def _listed(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    """The others of a list: "…; Trần Quốc Bình, Ủy viên …; Hồ Kỳ Quốc Hùng, Chủ tịch …"."""
    while place < sentence.last and text.key(place) in {",", ";", "và", "cùng"}:
        start, _ = _past_honorifics(text, place + 1, sentence.last)
        one = _person(text, start, sentence, "list") if start < sentence.last else None
        if not one or (_is_place(text, start, one.last) and one.post_first == one.post_last):
            return
        yield one
        place = max(one.last, one.post_last)


def _shared_post(text: Text, start: int, sentence: Sentence) -> Iterator[Named]:
    """As in "các đồng chí Phó Bí thư Tỉnh đoàn: A, B và C" hold the same post."""
    end = posts_end(text, start, sentence.last)
    if end >= sentence.last:
        return
    place = end + (text.words[end].form in {":", "-", "–", ","})
    place, _ = _past_honorifics(text, place, sentence.last)
    while place < sentence.last:
        last = name_end(text, place, sentence.last)
        if last - place < FEWEST or is_remembered(text, place, last):
            return
        yield Named(place, last, start, end, "shared post", sentence)
        if text.key(last) not in {",", "và", ";"}:
            return
        place, _ = _past_honorifics(text, last + 1, sentence.last)


def _behind_post(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    """As in "Bí thư Tỉnh đoàn Lào Cai Giàng Quốc Hưng", "Phó Bí thư Tỉnh đoàn, anh A B"."""
    end = posts_end(text, place, sentence.last, is_before_name=True)
    if end == place or end >= sentence.last:
        return
    joins = text.words[end].form in {",", ":"} or text.key(end) == "là"
    is_labelled = text.words[end].form == ":" and is_person_name(text, end + 1, sentence.last)
    start = end + (is_labelled or (joins and text.mark(end + 1, "people") is not None))
    named, _ = _past_honorifics(text, start, sentence.last)
    last = name_end(text, named, sentence.last) if named < sentence.last else named
    is_one = FEWEST <= last - named <= MOST and not is_remembered(text, named, last)
    is_sure = (
        named > start or text.key(named) in text.lexicon.surnames or _is_foreign(text, named, last)
    )
    if not is_one or not is_sure or _is_place(text, named, last):
        return
    first_own, last_own = _post_behind(text, last, sentence.last) if joins else (last, last)
    if last_own > first_own:
        yield Named(named, last, first_own, last_own, "honorific", sentence)
    else:
        yield Named(named, last, place, end, "post before", sentence)


def _behind_calling(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    """As in "giảng viên Nguyễn Đông Hải": what somebody does, and a full name."""
    named = text.marks[place]["post_callings"].last
    if named < sentence.last and is_person_name(text, named, sentence.last):
        last = name_end(text, named, sentence.last)
        # "Thanh niên Châu Hồng Hà" are those of a place.
        is_place = text.mark(named, "level") is not None and text.place(named + 1) is not None
        if not is_place and not is_remembered(text, named, last):
            yield Named(named, last, place, named, "calling", sentence)


def _is_foreign(text: Text, first: int, last: int) -> bool:
    """Two or more words behind a post that are no place: a partner's name, or "A Byot"."""
    return last - first >= FEWEST and not any(
        word.form.isupper() and len(word.form) > 1 for word in text.words[first:last]
    )


def _is_place(text: Text, first: int, last: int) -> bool:
    """The whole run is a province, a district or a country."""
    known = text.place(first, GREAT)
    country = text.mark(first, "country")
    is_home = text.key(first) == "việt" and text.key(first + 1) == "nam"
    return is_home or any(mark is not None and mark.last >= last for mark in (known, country))


def _before_post(text: Text, place: int, sentence: Sentence) -> Iterator[Named]:
    """A name without an honorific, known by the post behind it: "Lê Minh Quân - Bí thư …"."""
    if not _may_open(text, place, sentence):
        return
    end = name_end(text, place, sentence.last)
    if not FEWEST <= end - place <= MOST or end >= sentence.last:
        return
    if text.words[end].form not in {",", "(", *DASHES} or is_remembered(text, place, end):
        return
    start = past_people(text, end + 1, sentence.last)
    last = posts_end(text, start, sentence.last)
    if last == end + 1 and text.words[end].form == "(":
        last = _workplace_end(text, end + 1, sentence.last)
    if last > start and not _is_place(text, place, end):
        yield Named(place, end, start, last, "post behind", sentence)


def _workplace_end(text: Text, place: int, stop: int) -> int:
    """As in "Nguyễn Thị Hải Anh (Công ty TNHH …)": where the person works, up to the bracket."""
    mention = mention_at(text, place, stop) if place < stop else None
    is_closed = mention is not None and text.key(mention.last) == ")"
    return mention.last if mention and is_closed else place


_NO_NAMES = frozenset(("head", "committee", "level", "country", "act"))


def _may_open(text: Text, place: int, sentence: Sentence) -> bool:
    if text.has(place, _NO_NAMES):
        return False
    opens = place == sentence.first or text.key(place - 1) in _LIST_OPENERS
    if not opens:
        return text.key(place) in text.lexicon.surnames and text.key(place - 1) not in word_set(
            "named_after"
        )
    return text.key(place) in text.lexicon.surnames or text.key(place - 1) in {
        ":",
        ";",
        "gồm",
        "là",
    }


def is_remembered(text: Text, first: int, last: int) -> bool:
    """Somebody of history: "Chủ tịch Hồ Chí Minh", "đồng chí Lý Tự Trọng"."""
    # "Vũ Quang Trung" only bears the name of Quang Trung.
    named = text.mark(first, "remembered_names")
    marks = [named, *(text.mark(place, "remembered") for place in range(first, last))]
    return any(mark is not None and mark.last >= last - 1 for mark in marks)
