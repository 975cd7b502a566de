"""Where a unit stands: the territory behind its name, and the keys names are compared by."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ketnghia.reading.engine.data import table
from ketnghia.reading.engine.rules.names import capitals, is_person_name
from ketnghia.reading.engine.text import GREAT, Text
from ketnghia.vietnamese.text import fold


class Territory(NamedTuple):
    """The key of a territory, where it ends, its level; known where the map has its name."""

    key: str
    end: int
    level: str
    is_known: bool = False


def territory_at(text: Text, place: int, stop: int, level: str) -> Territory:
    """The territory that stands here."""
    if place >= stop:
        return Territory("", place, "")
    mark = text.mark(place, "level")
    start = _past_peoples(text, mark.last, stop) if mark else place
    said = mark.value if mark else level
    if start >= stop or (mark and text.words[start].is_sign and text.key(start) != "."):
        return Territory("", start, said if mark else "")
    end, key = _place_name(text, start, stop, said)
    if end == start:
        return Territory("", (start if mark else place), (said if mark else ""))
    is_known = text.place(start) is not None
    return Territory(key, _further_levels(text, end, stop), said, is_known)


def _past_peoples(text: Text, place: int, stop: int) -> int:
    """Past whose land it is: "khu tự trị dân tộc Choang Quảng Tây", "… Choang - Miêu Văn Sơn"."""
    if f"{text.key(place)} {text.key(place + 1)}" != "dân tộc":
        return place
    for at in range(place + 2, min(stop, place + LONGEST_PEOPLES)):
        if text.place(at, GREAT) is not None:
            return at
    return place


LONGEST_PEOPLES = 8
# "Phường 14", "Quận 5"; "Hội LHTN tỉnh 5.000 USD" is no name.
LONGEST_NUMBER = 2

# Where a territory of a level is looked up; a commune may bear any name.
_TIERS = {
    "": GREAT,
    "province": ("province", "abroad"),
    "city": GREAT,
    "district": GREAT,
    "commune": ("commune", "district", "province"),
}


def _place_name(text: Text, start: int, stop: int, level: str) -> tuple[int, str]:
    known = text.place(start, _TIERS.get(level, GREAT))
    if known and known.last <= stop:
        end = known.last
        if (
            end < stop
            and text.words[end].is_number
            and level == "commune"
            and _closes(text, end, stop)
        ):
            return end + 1, key_of(text, start, end + 1)
        return end, str(known.value)
    if text.words[start].is_number and level:
        is_short = len(text.words[start].form) <= LONGEST_NUMBER
        is_name = is_short and (start + 1 >= stop or not _is_counted(text, start + 1))
        return (start + 1, text.words[start].form) if is_name else (start, "")
    if not level or is_person_name(text, start, stop):
        return start, ""
    end = _until_post(text, start, capitals(text, start, stop, most=4))
    if end > start and end < stop and text.words[end].is_number and _closes(text, end, stop):
        end += 1
    return end, key_of(text, start, end)


def _is_counted(text: Text, place: int) -> bool:
    """As in "Quận đoàn 5 công trình", not "Quận đoàn 5 ra quân"."""
    is_verb = any(text.mark(place, sort) for sort in ("act", "between", "speaks", "stop_pair"))
    return text.words[place].form[0].islower() and not is_verb


def _until_post(text: Text, start: int, end: int) -> int:
    for place in range(start, end):
        if text.mark(place, "post_posts") or text.mark(place, "head"):
            return place
    return end


def _closes(text: Text, place: int, stop: int) -> bool:
    """A number that ends a name ("xã Bảo Lâm 2") is not followed by what it counts."""
    if len(text.words[place].form) > 1:
        return False
    return place + 1 >= stop or not text.words[place + 1].form[0].islower()


def _further_levels(text: Text, place: int, stop: int) -> int:
    """As in "Đoàn xã A huyện B tỉnh C": without a comma the places above belong to the name."""
    while place < stop and (mark := text.mark(place, "level")) and mark.last < stop:
        known = text.place(mark.last)
        end = known.last if known else capitals(text, mark.last, stop, most=3)
        if end == mark.last:
            break
        place = end
    return place


def key_of(text: Text, first: int, last: int) -> str:
    """What a name is compared by: folded, short forms written out, brackets left out."""
    words, place = [], first
    while place < last:
        if text.words[place].form == "(":
            place = next((end for end in range(place, last) if text.words[end].form == ")"), place)
        elif not text.words[place].is_sign or text.words[place].form == "&":
            words.append(text.words[place].bare)
        place += 1
    return " ".join(_short_forms().get(word, word) for word in words)


@cache
def _abroad() -> frozenset[str]:
    return frozenset(fold(names[0]) for names in table("places")["spellings"]["abroad"])


def is_abroad(key: str) -> bool:
    """Whether the territory of a key lies in another country."""
    return key in _abroad()


@cache
def _short_forms() -> dict[str, str]:
    return dict(table("units")["short_forms"])
