"""Every organisation a text names, whatever its part in it."""

from __future__ import annotations

from dataclasses import replace

from ketnghia.reading.engine.lexicon import Head
from ketnghia.reading.engine.rules.bodies import institution
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.names import name_end
from ketnghia.reading.engine.rules.territories import key_of, territory_at
from ketnghia.reading.engine.text import Sentence, Text

# "Đoàn Thanh niên hai tỉnh …" names no one unit.
_SEVERAL = {"các", "02", "2", "03", "3", "những", "mỗi", "từng"}
_PLURAL = {"các", "những", "mỗi", "từng", "nhiều"}


def mentions(text: Text) -> list[Mention]:
    """The organisations of a text in order, none inside another."""
    found: list[Mention] = []
    for sentence in text.sentences:
        if text.is_shouted(sentence):
            continue
        place = sentence.first
        while place < sentence.last:
            if not text.marks[place]:
                place += 1
                continue
            mention = mention_at(text, place, sentence.last)
            if mention:
                found.append(_in_sentence(text, mention, sentence))
            place = mention.last if mention else _next(text, place)
    return found


def _in_sentence(text: Text, mention: Mention, sentence: Sentence) -> Mention:
    return replace(mention, sentence=sentence, is_capital=text.words[mention.core].is_capital)


def _next(text: Text, place: int) -> int:
    """Past words that only look like a unit, and past a post ("Phó Bí thư Thường trực")."""
    marks = text.marks[place]
    skipped = marks.get("never") or marks.get("post_posts")
    return skipped.last if skipped else place + 1


def mention_at(text: Text, place: int, stop: int) -> Mention | None:
    """The organisation whose name begins exactly here."""
    marks = text.marks[place]
    if _BEGINS.isdisjoint(marks):
        return None
    never = marks.get("never")
    longest = max(mark.last for sort, mark in marks.items() if sort in _BEGINS)
    if never and never.last >= longest:
        return None
    post, committee = marks.get("post_posts"), marks.get("committee")
    # "Thường trực Tỉnh đoàn" is a committee, "Phó Bí thư Thường trực" a post.
    is_both = post is not None and committee is not None and post.last == committee.last
    if post and post.last >= longest and not is_both:
        return None
    return _wrapped(text, place, stop) or _named(text, place, stop)


def _wrapped(text: Text, place: int, stop: int) -> Mention | None:
    """A unit behind its committee or its delegation."""
    marks = text.marks[place]
    for sort in ("delegation", "committee"):
        if sort in marks:
            inner = _behind(text, marks[sort].last, stop)
            if inner:
                return replace(inner, first=place, wrap=sort)
    seated = _seated(text, marks["committee"].last, stop) if "committee" in marks else None
    return replace(seated, first=place, core=place) if seated else None


def _named(text: Text, place: int, stop: int) -> Mention | None:
    marks = text.marks[place]
    guest = _guest(text, place, stop) if "guest" in marks else None
    return guest or (_from_head(text, place, stop) if "head" in marks else None)


def _seated(text: Text, place: int, stop: int) -> Mention | None:
    """As in "Ủy ban Khu tự trị Quảng Tây Đoàn TNCS Trung Quốc": first the place, then the union."""
    at = territory_at(text, place, stop, "")
    head = text.mark(at.end, "head") if at.key and at.end < stop else None
    if head is None or head.value.sort != "sister":
        return None
    union = _from_head(text, at.end, stop)
    if union is None or union.territory:
        return None
    return replace(union, territory=at.key, level=at.level, is_on_map=at.is_known)


GUEST = Head("guest", "union")


def _guest(text: Text, place: int, stop: int) -> Mention | None:
    """A body without a name of its own: "Đoàn đại biểu thanh niên tỉnh Luông Nậm Thà"."""
    last = text.marks[place]["guest"].last
    if last >= stop:
        return None
    country = text.mark(last, "country")
    if country and country.last <= stop:
        return Mention(place, country.last, place, GUEST, country=country.value, wrap="delegation")
    at = territory_at(text, last, stop, "")
    if not at.key:
        return None
    guest = Mention(place, at.end, place, GUEST, at.key, at.level, is_on_map=at.is_known)
    return replace(guest, wrap="delegation")


_BEGINS = frozenset(("delegation", "committee", "head", "guest"))


def _behind(text: Text, place: int, stop: int) -> Mention | None:
    """The unit behind "Ban Thường vụ" or "đoàn công tác"."""
    if place < stop and text.key(place) == "của":
        place += 1
    return mention_at(text, place, stop) if place < stop else None


def _from_head(text: Text, place: int, stop: int) -> Mention | None:
    mark = text.marks[place]["head"]
    head: Head = mark.value
    if not _looks_like_a_name(text, place, mark.last, head):
        return None
    if _is_counted(text, place, head):
        return None
    if head.sort in {"levelled", "sister"} and _is_several(text, mark.last):
        return None
    read = {
        "levelled": _levelled,
        "sister": _sister,
        "central": _central,
        "branch": institution,
        "body": institution,
    }[head.sort]
    return read(text, place, mark.last, stop, head)


def _is_counted(text: Text, place: int, head: Head) -> bool:
    """As in "5 Tỉnh đoàn", "hai Đoàn khối", "các đồn Biên phòng": no one unit is named."""
    if place == 0:
        return False
    before = text.words[place - 1]
    if "\n" in text.clean[before.end : text.words[place].start]:
        return False
    is_figure = before.is_number and len(before.form) < len("2021") and not _ends_day(text, place)
    is_number = is_figure or text.mark(place - 1, "number") is not None
    return (is_number and head.sort != "body") or before.key in _PLURAL


def _ends_day(text: Text, place: int) -> bool:
    """As in "ngày 22/3 Đoàn trường tổ chức": the number before belongs to a day."""
    return place > 1 and text.words[place - 2].form in {"/", "-", ".", "ngày"}


def _is_several(text: Text, place: int) -> bool:
    if text.key(place) == "các":
        return text.key(place + 1) != "cơ"
    return text.key(place) in _SEVERAL or text.mark(place, "number") is not None


def _looks_like_a_name(text: Text, first: int, last: int, head: Head) -> bool:
    """Units are written with a capital; "tỉnh Đoàn" and "huyện đoàn Sê Pôn" still count."""
    if head.kind == "organisation":
        return _is_inside_sentence(text, first) and text.words[first].is_capital
    if any(word.is_capital for word in text.words[first:last]):
        return True
    behind = text.words[last] if last < len(text.words) else None
    if behind is None or head.sort in {"body", "branch"}:
        may_be_small = head.sort == "branch" or head.kind in {"company", "society"}
        return behind is not None and behind.is_name and may_be_small and last - first > 1
    return behind.is_name or text.mark(last, "level") is not None or head.sort == "levelled"


def _is_inside_sentence(text: Text, place: int) -> bool:
    """As in "… với Tổ chức Tình nguyện Xanh": at the start of a clause it is a verb."""
    return place > 0 and text.words[place - 1].form[0].isalpha()


def _levelled(text: Text, first: int, last: int, stop: int, head: Head) -> Mention:
    """As in "Tỉnh đoàn Cà Mau", "Tỉnh Đoàn tỉnh Salavan", "Quận đoàn 5", "Tỉnh đoàn"."""
    at = territory_at(text, last, stop, head.level)
    return Mention(first, at.end, first, head, at.key, head.level, is_on_map=at.is_known)


def _sister(text: Text, first: int, last: int, stop: int, head: Head) -> Mention:
    """The union by its own name: a level and a place follow, or an institution, or nothing."""
    place, country = _country(text, _past_short_form(text, last, stop), stop)
    place = _past_short_form(text, place, stop) if country else place
    country = country or _country_inside(text, first, last)
    at = territory_at(text, place, stop, "")
    if at.key or at.level:
        union = Mention(first, at.end, first, head, at.key, at.level, country=country)
        return replace(union, is_on_map=at.is_known)
    nested = mention_at(text, place, stop) if place < stop else None
    if nested and nested.head.sort in {"body", "branch"}:
        return _of_institution(text, first, place, nested.last)
    if place < stop and (
        text.words[place].is_name or text.key(place) in {"khối", "cụm", "các", "nhà", "trường"}
    ):
        end = name_end(text, place, stop, small=True)
        if end > place:
            return _of_institution(text, first, place, end)
    return Mention(first, place, first, head, country=country)


def _past_short_form(text: Text, place: int, stop: int) -> int:
    """As in "Hội Liên hiệp Thanh niên (LHTN) Việt Nam": the name goes on behind its brackets."""
    if place + 3 >= stop or text.words[place].form != "(":
        return place
    # As in "Hội Thanh niên Hunsen (Hun Sen) tỉnh Mondulkiri".
    if text.words[place + 3].form == ")" and text.mark(place + 4, "level"):
        return place + 4
    if text.words[place + 2].form != ")":
        return place
    is_short = text.words[place + 1].form.isupper() and text.words[place + 3].is_name
    is_level = text.mark(place + 3, "level") is not None
    is_inside = text.words[place + 1].form.isupper() and (is_short or is_level)
    return place + 3 if is_inside else place


BRANCH = Head("branch", "branch")


def _of_institution(text: Text, first: int, place: int, end: int) -> Mention:
    """As in "Đoàn Thanh niên Công an tỉnh", which is "Đoàn Công an tỉnh"."""
    return Mention(first, end, first, BRANCH, institution=f"doan {key_of(text, place, end)}")


def _country_inside(text: Text, first: int, last: int) -> str:
    """The country that the name of a union says itself: "Đoàn TNCS Trung Quốc"."""
    marks = (text.mark(place, "country") for place in range(first, last))
    return next((str(mark.value) for mark in marks if mark), "")


def _country(text: Text, place: int, stop: int) -> tuple[int, str]:
    """As in "NDCM Lào", "Việt Nam", "Trung Quốc" behind the name of a union."""
    country = ""
    while place < stop:
        mark = text.mark(place, "country")
        if mark:
            country, place = mark.value, mark.last
        elif text.key(place) == "việt" and text.key(place + 1) == "nam":
            place += 2
        else:
            break
    return place, country


def _central(text: Text, first: int, last: int, stop: int, head: Head) -> Mention:
    """As in "Trung ương Đoàn" and what may follow: "TNCS Hồ Chí Minh", "TNCS Trung Quốc", "Lào"."""
    place, country = last, ""
    while place < stop:
        mark = text.mark(place, "central_goes_on") or text.mark(place, "country")
        if not mark:
            break
        if mark.sort == "country" or mark.value in {"CN", "LA", "KH"}:
            country = mark.value
        place = mark.last
    return Mention(first, place, first, head, level="central", country=country)
