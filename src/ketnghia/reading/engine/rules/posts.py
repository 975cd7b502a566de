"""Posts: "Ủy viên Ban Thường vụ T.Ư Đoàn, Bí thư Tỉnh Đoàn Ninh Bình"."""

from __future__ import annotations

from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.mentions import mention_at
from ketnghia.reading.engine.rules.names import DASHES, capitals, is_person_name, name_end
from ketnghia.reading.engine.text import GREAT, Text

_SHARED = {"ban", "phòng", "hội", "viện"}
_OF = {"của", "thuộc", "phụ"}
# Between two posts of one person.
_COMMA = {",", "-", "–", "—", "/"}
LONGEST_CHAIN = 60
LONGEST_REMARK, LONGEST_CLASS, LONGEST_ASIDE = 8, 6, 6
# "nhiệm kỳ 2012-2017" is five words.
TERM = 5


def posts_end(text: Text, first: int, stop: int, *, is_before_name: bool = False) -> int:
    """Where a chain of posts that begins at a word ends; `first` itself where none begins.

    Behind a name a further post with a holder of its own is another person's; before a name the
    whole chain is that of the holder.
    """
    stop = min(stop, first + LONGEST_CHAIN)
    end = _one_post(text, first, stop)
    if end == first:
        return first
    while True:
        further = _next_post(text, end, stop, is_before_name=is_before_name)
        if further == end:
            return end
        end = further


def _one_post(text: Text, first: int, stop: int) -> int:
    place = first
    mark = text.mark(place, "post_before")
    if mark and text.mark(mark.last, "post_posts"):
        place = mark.last
    mark = text.mark(place, "post_posts") or text.mark(place, "post_occupations")
    if not mark or mark.last > stop:
        return first
    place = mark.last
    while place < stop and (further := _further_words(text, place)):
        place = further.last
    place = _past_aside(text, place, stop)
    place = _past_class(text, place, stop) if mark.sort == "post_occupations" else place
    return _with_remark(text, _organisation(text, place, stop), stop)


def _past_aside(text: Text, place: int, stop: int) -> int:
    """Past "(phụ trách)" of "Phó Bí thư (phụ trách) Đoàn Khối": the unit stands behind it."""
    if place >= stop or text.words[place].form != "(":
        return place
    for end in range(place + 1, min(stop - 1, place + LONGEST_ASIDE)):
        if text.words[end].form == ")":
            return end + 1 if mention_at(text, end + 1, stop) else place
    return place


def _further_words(text: Text, place: int) -> Mark | None:
    """As in "Phó Bí thư Thường trực"; "Đại sứ" of "Đại sứ quán" is no post."""
    found = text.mark(place, "post_posts") or text.mark(place, "post_more")
    head = text.mark(place, "head")
    return None if found and head and head.last > found.last else found


def _past_class(text: Text, place: int, stop: int) -> int:
    """As in "sinh viên năm ba Trường …", "học sinh lớp 12A1", "chủ xưởng mộc nhiều đời"."""
    if text.key(place - 2) == "chủ" or text.key(place - 1) == "chủ":
        ends = (at for at in range(place, min(stop, place + LONGEST_CLASS + 2)))
        return next((at for at in ends if text.words[at].is_sign), place)
    if place < stop and text.key(place) in {"năm", "lớp", "khóa", "khoa"}:
        for at in range(place + 1, min(stop, place + LONGEST_CLASS)):
            if text.words[at].is_sign:
                return at
            if text.words[at].is_name and len(text.words[at].form) > 1:
                return at
    return place


def _organisation(text: Text, place: int, stop: int) -> int:
    """What the post is of: a unit, a department and its unit, or a plain word ("văn hóa")."""
    # "Trưởng Ban chỉ đạo": the post has taken the first word of the body.
    body = mention_at(text, place - 1, stop) if text.key(place - 1) in _SHARED else None
    if body:
        return body.last
    if place < stop and text.key(place) in _OF:
        after = _organisation(text, place + 1, stop)
        return after if after > place + 1 else place
    abroad = _posted_abroad(text, place, stop)
    if abroad > place:
        return abroad
    mention = mention_at(text, place, stop) if place < stop else None
    if mention is None and place < stop:
        place = _department(text, place, stop)
        mention = mention_at(text, place, stop) if place < stop else None
    return _posted(text, mention.last, stop) if mention else place


def _posted(text: Text, end: int, stop: int) -> int:
    """As in "Đại sứ quán Vương quốc Campuchia tại Việt Nam": where the office stands."""
    if end + 1 < stop and text.key(end) == "tại":
        is_home = text.key(end + 1) == "việt" and text.key(end + 2) == "nam"
        country = text.mark(end + 1, "country")
        return end + 3 if is_home else country.last if country else end
    return end


def _posted_abroad(text: Text, place: int, stop: int) -> int:
    """As in "Tổng Lãnh sự Việt Nam tại Savannakhet"; `place` itself for other posts."""
    end = place
    while end < stop and (text.key(end) in {"việt", "nam"} or text.mark(end, "country")):
        end += 1
    if end == place or end + 1 >= stop or text.key(end) != "tại":
        return place
    level = text.mark(end + 1, "level")
    start = level.last if level else end + 1
    known = text.mark(start, "country") or text.place(start) if start < stop else None
    return known.last if known else place


def _department(text: Text, place: int, stop: int) -> int:
    word = text.words[place]
    if word.is_sign or word.is_number or word.key == "và" or is_holder(text, place, stop):
        return place
    return name_end(text, place, stop)


def is_holder(text: Text, place: int, stop: int) -> bool:
    """As in "Phó Thủ tướng Nguyễn Xuân Phúc": the post ends where its holder is named."""
    if not text.words[place].is_name:
        return False
    if is_person_name(text, place, stop):
        return True
    end = capitals(text, place, stop, most=6)
    is_two = end - place == 2 and text.key(place) in text.lexicon.surnames  # noqa: PLR2004
    return is_two and text.place(place, GREAT) is None


def _with_remark(text: Text, place: int, stop: int) -> int:
    """As in "… (Việt Nam)", "… (Trưởng đoàn công tác)"."""
    if place < stop and text.words[place].form == "(":
        for end in range(place + 1, min(stop, place + LONGEST_REMARK)):
            if text.words[end].form == ")":
                return end + 1
    is_term = text.key(place) == "nhiệm" and text.key(place + 1) == "kỳ"
    if is_term and place + TERM <= stop and text.words[place + 2].is_number:
        return place + TERM
    return place


def _next_post(text: Text, end: int, stop: int, *, is_before_name: bool) -> int:
    """The end of a further post of the same person; `end` where there is none."""
    place = end + 1
    joins = end < stop and (text.words[end].form in _COMMA or text.key(end) == "kiêm")
    if not joins or place >= stop or text.mark(place, "people"):
        return end
    further = _one_post(text, place, stop)
    if further > place:
        is_others = not is_before_name and _names_someone(text, further, stop)
        return end if is_others else further
    return end if text.words[end].form in DASHES else _place_of_work(text, end, place, stop)


def _names_someone(text: Text, place: int, stop: int) -> bool:
    """As in "…, Bí thư Tỉnh đoàn Nguyễn Văn A": the further post is another person's."""
    return place < stop and is_holder(text, place, stop)


def _locality(text: Text, end: int, place: int, stop: int) -> int:
    """As in "Bí thư Đoàn xã Kon Pne, huyện Kbang)": a territory and nothing else up to a sign."""
    level = text.mark(place, "level")
    if not level or level.last >= stop or not text.words[level.last].is_name:
        return end
    known = text.place(level.last)
    last = known.last if known else capitals(text, level.last, stop, most=4)
    return last if last >= stop or text.words[last].is_sign else end


def _place_of_work(text: Text, end: int, place: int, stop: int) -> int:
    """As in "Phó Trưởng ban Thanh niên, Báo Tiền Phong"; not a unit that goes on to act."""
    mention = mention_at(text, place, stop)
    if not mention:
        return _locality(text, end, place, stop)
    after = mention.last
    if after >= stop or text.words[after].form in {".", ";", ")", "–", "-"}:
        return _with_remark(text, after, stop)
    if text.words[after].form == ",":
        return after
    return end
