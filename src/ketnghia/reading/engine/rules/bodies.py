"""Bodies and branches: what follows "Công an tỉnh", "Chi đoàn", "Công ty" is their name."""

from __future__ import annotations

from ketnghia.reading.engine.lexicon import Head
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.names import QUOTES, is_person_name, name_end
from ketnghia.reading.engine.rules.territories import key_of
from ketnghia.reading.engine.text import Text

LONGEST_TASK, LONGEST_QUOTED = 12, 9
_QUOTED = {"society", "company", "centre"}
# Names complete without more, from so many words on: "Hội Nông dân", "Bộ đội Biên phòng".
_COMPLETE = {"army": 3, "police": 3, "state": 3, "society": 2, "health": 2}


def institution(text: Text, first: int, last: int, stop: int, head: Head) -> Mention | None:
    """A branch or another body: what follows is the institution."""
    is_one_word = last - first == 1
    is_named = last < stop and (text.words[last].is_name or text.mark(last, "level") is not None)
    if is_one_word and not is_named:
        return None
    is_held = last < stop and _may_be_held(text, last, head) and is_person_name(text, last, stop)
    end = last if last >= stop or is_held else _without_holder(text, last, stop, head)
    if last > first and text.key(last - 1) == "quán":
        end = _where_posted(text, end, stop)
    end = _with_quoted(text, end, stop) if head.kind in _QUOTED else end
    is_full = head.kind in _COMPLETE and last - first >= _COMPLETE[head.kind]
    if end == last and head.sort == "body" and not is_full and not is_held:
        return None
    return Mention(first, end, first, head, institution=key_of(text, first, end))


def _with_quoted(text: Text, end: int, stop: int) -> int:
    """As in 'CLB Thiện nguyện "Trái tim hồng"': a name in quotes ends the name."""
    if end >= stop or text.words[end].form not in QUOTES:
        return end
    for at in range(end + 2, min(stop, end + LONGEST_QUOTED)):
        if text.words[at].form in QUOTES:
            return at + 1
    return end


def _where_posted(text: Text, end: int, stop: int) -> int:
    """As in "Tổng Lãnh sự quán Trung Quốc tại TP. Hồ Chí Minh"."""
    if text.key(end) != "tại" or end + 1 >= stop:
        return end
    if text.key(end + 1) == "việt":
        return min(end + 3, stop)
    level = text.mark(end + 1, "level")
    known = text.place(level.last if level else end + 1)
    return known.last if known and known.last <= stop else end


def _may_be_held(text: Text, last: int, head: Head) -> bool:
    """A person may be named right behind "Tỉnh ủy" or "Chi đoàn"; schools are named by people."""
    if head.sort == "branch":
        return text.key(last - 1) != "trường"
    if len(text.words[last].form) == 1:
        # "Đồn Biên phòng A Pa Chải" is named by where it stands.
        return False
    return head.kind in {"state", "police", "army"}


def _without_holder(text: Text, last: int, stop: int, head: Head) -> int:
    """As in "Chủ nhiệm Ủy ban Văn hóa, Giáo dục Nguyễn Đắc Vinh"."""
    end = _name_of(text, last, stop, head)
    if head.kind in {"state", "police", "army"}:
        for place in range(last + 1, end):
            if not text.words[place - 1].is_capital and is_person_name(text, place, stop):
                return place
    return end


def _name_of(text: Text, place: int, stop: int, head: Head) -> int:
    """A steering committee is named by its task up to its level: "… vận động hiến máu … tỉnh"."""
    if head.kind == "organising":
        for at in range(place, min(stop, place + LONGEST_TASK)):
            level = text.mark(at, "level")
            if level:
                return name_end(text, at, stop)
            if text.words[at].is_sign or text.key(at) in {"tổ", "đã", "phối"}:
                break
    is_letter = head.sort == "body" and place < stop and len(text.words[place].form) == 1
    return name_end(text, place + (is_letter and text.words[place].is_name), stop)
