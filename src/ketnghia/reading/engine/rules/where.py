"""The venue or locality of the main event: what stands behind "tại" in its sentence."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.dates import Days
from ketnghia.reading.engine.rules.names import capitals, name_end
from ketnghia.reading.engine.text import GREAT, Sentence, Text
from ketnghia.reading.engine.zones import Zone

OPENING = 2
LONGEST, NEAR, SMALL_WORDS, AFTER_DAY, LONGEST_DAY = 30, 7, 4, 3, 7


@dataclass(frozen=True)
class Place:
    """A place at words `first` to `last`."""

    first: int
    last: int


def place_of(text: Text, event: Days | None, posts: AbstractSet[int]) -> Place | None:
    """Where the event was: said outright, in the sentence that dates it, or in the opening.

    `posts` are words of people's posts: "Đại sứ Việt Nam tại Lào" tells no place.
    """
    found = _found(text, event)
    return None if found and found.first in posts else found


def _found(text: Text, event: Days | None) -> Place | None:
    return (
        _labelled(text)
        or _in_event(text, event)
        or _in_opening(text)
        or _destination(text)
        or _gone_to(text, event)
        or _of_ceremony(text)
        or _opens_further(text)
        or _in_title(text)
    )


def _labelled(text: Text) -> Place | None:
    """As in "Địa điểm: phòng họp số 2, UBND huyện Như Xuân"."""
    for sentence in text.sentences:
        for start in range(sentence.first, min(sentence.first + 4, sentence.last)):
            mark = text.mark(start, "place_label")
            if mark and text.key(mark.last) == ":" and mark.last + 1 < sentence.last:
                return _up_to_stop(text, mark.last + 1, sentence)
    return None


def _up_to_stop(text: Text, first: int, sentence: Sentence) -> Place:
    """All that is said behind "Địa điểm:", up to a stop or a semicolon."""
    last = first
    while last < min(sentence.last, first + LONGEST) and text.words[last].form not in {".", ";"}:
        last += 1
    return Place(first, last)


def _in_event(text: Text, event: Days | None) -> Place | None:
    if event is None:
        return None
    # "sáng 23/12, tại Trung tâm …": right behind the day, whatever else was "tại" before.
    behind = text.word_at(event.end - 1) + 1
    for place in range(behind, min(event.sentence.last - 1, behind + AFTER_DAY)):
        if text.key(place) in word_set("at"):
            return _place_at(text, place, event.sentence) or _first_place(text, event.sentence)
    return _first_place(text, event.sentence)


def _in_opening(text: Text) -> Place | None:
    """In the first sentences; a territory or a venue only, for these tell many things."""
    opening = [one for one in text.sentences if one.zone is Zone.BODY and one.paragraph == 0]
    for sentence in opening[:OPENING]:
        found = _first_place(text, sentence)
        if found:
            return found
    return None


def _destination(text: Text) -> Place | None:
    """As in "Điểm đến lần này là điểm trường …", "Tiếp đoàn tại cơ quan Tỉnh đoàn"."""
    for sentence in text.sentences:
        mark = text.mark(sentence.first, "destination")
        if mark and mark.last < sentence.last and sentence.zone is Zone.BODY:
            found = _named(text, mark.last, sentence)
            if found:
                return found
    return None


def _gone_to(text: Text, event: Days | None) -> Place | None:
    """As in "đã cùng các nhà hảo tâm lên xã Thung Nai, tỉnh Phú Thọ"."""
    opening = [one for one in text.sentences if one.zone is Zone.BODY and one.paragraph == 0]
    for sentence in ([event.sentence] if event else []) + opening[:OPENING]:
        for place in range(sentence.first, sentence.last - 1):
            is_going = text.key(place) in word_set("going") and text.mark(place + 1, "level")
            found = _named(text, place + 1, sentence) if is_going else _visited(text, place)
            if found:
                return found
    return None


def _visited(text: Text, place: int) -> Place | None:
    """As in "sang thăm hữu nghị Campuchia", "chuyến thăm Prâyveng": where the guests were."""
    visit = text.mark(place, "visits")
    if not visit or text.mark(visit.last, "head"):
        return None
    known = text.place(visit.last, GREAT) or text.mark(visit.last, "country")
    return Place(known.first, known.last) if known else None


def _of_ceremony(text: Text) -> Place | None:
    """As in "Lễ ký diễn ra tại hội trường …", said further down."""
    for sentence in text.sentences:
        opens = text.mark(sentence.first, "ceremony")
        is_one = sentence.zone is Zone.BODY and opens is not None
        if is_one and any(text.marks_of("takes_place", sentence.first, sentence.last)):
            return _first_place(text, sentence)
    return None


def _opens_further(text: Text) -> Place | None:
    """As in "Chiều 17/10, tại Cung Quy hoạch …", "Một tuần ở xã Văn Lăng, …", "… đặt tại …"."""
    for sentence in text.sentences:
        if sentence.zone is not Zone.BODY or not 0 <= sentence.paragraph <= OPENING:
            continue
        for place in range(sentence.first + 1, sentence.last - 1):
            if text.key(place) not in word_set("at"):
                continue
            if text.key(place - 1) in _SET or _tells_when(text, sentence.first, place):
                found = _named(text, place + 1, sentence)
                if found:
                    return found
    return None


_SET = {"đặt", "động", "diễn"}


def _tells_when(text: Text, first: int, place: int) -> bool:
    """As in "Chiều 17/10, tại": what stands before the place is only a time."""
    if place - first > LONGEST_DAY:
        return False
    words = text.words[first:place]
    return any(word.is_number or word.key in {"tuần", "ngày", "hôm"} for word in words)


def _in_title(text: Text) -> Place | None:
    """As in "Lớp học trên đảo Bình Ba", where nothing else tells it."""
    titles = (one for one in text.sentences if one.zone is Zone.TITLE and not text.is_shouted(one))
    found = next((place for one in titles if (place := _first_place(text, one))), None)
    # A province in a title tells whose news it is.
    return _in_full(text, found) if found and not text.place(found.first, GREAT) else None


def _in_full(text: Text, found: Place) -> Place:
    """As "sóc Bù Núi (xã Lộc Tấn)" in the text says more than the title "Tết ở sóc Bù Núi"."""
    keys = [word.key for word in text.words[found.first : found.last]]
    for sentence in text.sentences:
        stop = sentence.last - len(keys) if sentence.zone is Zone.BODY else 0
        for first in range(sentence.first, stop):
            last = first + len(keys)
            if text.key(first) == keys[0] and keys == [one.key for one in text.words[first:last]]:
                end = _place_end(text, first, min(sentence.last, first + LONGEST))
                return Place(first, max(end, last))
    return found


def _first_place(text: Text, sentence: Sentence) -> Place | None:
    for place in range(sentence.first, sentence.last - 1):
        found = _place_at(text, place, sentence)
        if found:
            return found
    return None


def _place_at(text: Text, place: int, sentence: Sentence) -> Place | None:
    key, first = text.key(place), place + 1
    point = text.mark(place, "place_point")
    if point and point.last < sentence.last:
        return _named(text, point.last, sentence)
    if key in word_set("at"):
        return _named(text, first, sentence)
    going = word_set("going")
    if key in going and text.key(place - 1) in going | {"đã", "vừa", "công"}:
        is_place = text.mark(first, "level") or _is_in(text, first, "venues")
        return _named(text, first, sentence) if is_place else None
    return None


def _named(text: Text, first: int, sentence: Sentence, *, sure: bool = False) -> Place | None:
    word = text.words[first]
    is_venue = _is_in(text, first, "venues")
    is_named = word.is_capital or text.mark(first, "level") or is_venue or sure
    if word.is_sign or _is_in(text, first, "events"):
        return None
    if not is_named and (word.key in word_set("no_place") or not _name_near(text, first, sentence)):
        return None
    last = _place_end(text, first, min(sentence.last, first + LONGEST))
    has_name = any(word.is_name or word.is_number for word in text.words[first:last])
    return Place(first, last) if last > first and (has_name or is_venue or sure) else None


def _name_near(text: Text, first: int, sentence: Sentence) -> bool:
    """As in "bến Cả Tôm", "nhà tránh lũ cộng đồng thôn Tân Hóa": small words, then the name."""
    for place in range(first, min(sentence.last, first + NEAR)):
        if text.words[place].is_name:
            return True
        if text.words[place].is_sign or text.key(place) in word_set("place_ends"):
            return False
    return False


def _is_in(text: Text, place: int, name: str) -> bool:
    """Whether the word, alone or with the next, stands in a set."""
    known = word_set(name)
    return text.key(place) in known or f"{text.key(place)} {text.key(place + 1)}" in known


def _place_end(text: Text, first: int, stop: int) -> int:
    end = _one(text, first, stop)
    while end < stop:
        further = _continued(text, end, stop)
        if further == end:
            break
        end = further
    return end


def _one(text: Text, first: int, stop: int) -> int:
    level, head = text.mark(first, "level"), text.mark(first, "head")
    # "tại Tỉnh đoàn Quảng Trị" is a house, no province.
    if level and level.last < stop and not (head and head.last > level.last):
        known = text.place(level.last)
        end = known.last if known else capitals(text, level.last, stop, most=4)
        if end == level.last and text.words[end].is_number:
            end += 1
        if end == level.last and (ahead := _next_capital(text, end, stop)):
            # "huyện biên giới Bù Đốp", "xã đảo Thạnh An"
            end = capitals(text, ahead, stop, most=4)
        return _and_another(text, end, stop)
    known = text.place(first)
    if known and known.last < stop and not text.words[known.last].is_name:
        return _others(text, known.last, stop)
    return _venue_end(text, first, stop)


def _venue_end(text: Text, first: int, stop: int) -> int:
    """As in "Sân vận động thị trấn Mường Xén": small words belong where the name goes on."""
    is_room = f"{text.key(first)} {text.key(first + 1)}" in word_set("venues")
    end = name_end(text, first + 2 * is_room, stop)
    while end < stop:
        ahead = _next_capital(text, end, stop)
        if not ahead:
            break
        end = max(name_end(text, ahead, stop), ahead + 1)
    return end


def _next_capital(text: Text, place: int, stop: int) -> int:
    """The capital a few small words ahead; 0 where a sign or a verb stands before it."""
    for ahead in range(place, min(stop, place + SMALL_WORDS)):
        word = text.words[ahead]
        if word.is_sign or word.key in word_set("place_ends"):
            return 0
        if word.is_name and not text.mark(ahead, "head") and not text.mark(ahead, "people"):
            return ahead
    return 0


def _others(text: Text, end: int, stop: int) -> int:
    """As in "Hà Nội, Ninh Bình và Hải Phòng": a list of places."""
    while end + 1 < stop and text.key(end) in {",", "và"}:
        known = text.place(end + 1, GREAT)
        if not known or known.last > stop:
            break
        end = known.last
    return end


def _and_another(text: Text, end: int, stop: int) -> int:
    """As in "huyện Càng Long và Cầu Ngang"."""
    if end + 1 < stop and text.key(end) == "và" and text.words[end + 1].is_name:
        blocked = any(
            text.mark(end + 1, sort) for sort in ("head", "people", "post_posts", "committee")
        )
        return end if blocked else capitals(text, end + 1, stop, most=4)
    return end


def _continued(text: Text, end: int, stop: int) -> int:
    """As in "(Bình Định)", ", tỉnh Đồng Nai", " tỉnh Ninh Bình"."""
    if text.words[end].form == "(":
        for close in range(end + 1, stop):
            if text.words[close].form == ")":
                return close + 1
        return end
    comma = text.words[end].form in {",", "-", "–"}
    at = end + comma
    country = text.mark(at, "country") if comma and at < stop else None
    if country:
        return country.last
    return _in_territory(text, end, at, stop)


def _in_territory(text: Text, end: int, at: int, stop: int) -> int:
    """Past the territory that begins at a word; `end` where none does."""
    level = text.mark(at, "level") if at < stop else None
    if not level or level.last >= stop or not text.words[level.last].is_name:
        return end
    if any(text.mark(at, sort) for sort in ("head", "committee")):
        return end
    return _one(text, at, stop)
