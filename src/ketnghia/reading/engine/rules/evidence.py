"""Evidence that a unit acts: the words before its name, the verb behind it, the line it is in."""

from __future__ import annotations

from collections.abc import Iterator

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.phrases import Mark
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.names import capitals
from ketnghia.reading.engine.text import GREAT, Text
from ketnghia.reading.engine.zones import Zone

# How much each place in a sentence says. Tuned on half of the corpora, checked on the other.
SUBJECT, PARTNER, DELEGATION, RECEIVES, OPENS, SPEAKS = 3.0, 3.0, 3.0, 2.5, 2.5, 1.5
TITLE, CAPTION, WEAK, ASIDE = 1.5, 1.0, 1.0, -1.0
LONGEST_BEFORE, LONGEST_BRACKETS, LONGEST_ROLE = 8, 30, 16
# "hội đàm trực tuyến với", "sự tiếp đón nồng hậu, chân tình của": the verb stands this far before.
AWARD_BEHIND, FURTHEST_AGENT, FURTHEST_AT = 4, 30, 5
FURTHEST_VERB_BEFORE, FURTHEST_VERB_BEHIND, FURTHEST_SIGNING = 9, 4, 26
NEAR_OCCASION, FURTHEST_CODE, FURTHEST_WELCOME, LONGEST_GUESTS, LONGEST_LEADER, LONGEST_LIST = (
    5,
    18,
    12,
    5,
    24,
    14,
)


def before(text: Text, mention: Mention) -> tuple[float, str]:
    if mention.wrap == "delegation":
        return DELEGATION, "delegation"
    told, aside = (_phrase_before(text, mention, sort) for sort in ("before", "aside"))
    if aside and _tells_when(text, mention.first):
        aside = None
    # "thỏa thuận giữa" says more than "giữa".
    is_aside = aside is not None and (told is None or aside.first < told.first)
    if told and told.value == "strong" and not is_aside:
        # "chào mừng thành công Đại hội Hội LHTN …": the congress is only honoured.
        is_other = _is_occasion(text, told) or _was_signed(text, mention, told)
        return (0.0, "") if is_other else (PARTNER, "partner")
    if _phrase_before(text, mention, "awarding"):
        return PARTNER, "awards"
    return _weakly_before(text, mention, is_aside=aside is not None, is_beside=told is not None)


def _tells_when(text: Text, place: int) -> bool:
    """As in "Vừa qua Tỉnh đoàn A đã": not through the union, some days ago."""
    is_past = place > 1 and text.key(place - 1) == "qua"
    return is_past and text.key(place - 2) in word_set("gone_by")


def _was_signed(text: Text, mention: Mention, told: Mark) -> bool:
    """As in "thỏa thuận ký năm 2016 giữa A với B": what they did then."""
    is_between = text.key(told.last - 1) == "giữa"
    return is_between and any(text.marks_of("signing_past", mention.sentence.first, told.first))


def _is_occasion(text: Text, told: Mark) -> bool:
    near = range(max(0, told.first - NEAR_OCCASION), told.first)
    is_congress = text.key(told.first) == "đại"
    return is_congress and any(text.mark(place, "occasion_of") for place in near)


def _weakly_before(
    text: Text, mention: Mention, *, is_aside: bool, is_beside: bool
) -> tuple[float, str]:
    if _is_welcomed(text, mention):
        return PARTNER, "partner"
    if is_aside or _is_venue(text, mention) or _is_of_a_document(text, mention):
        return ASIDE, "aside"
    if _verb_before(text, mention):
        return PARTNER, "partner"
    return (WEAK, "beside") if is_beside else (0.0, "")


def led(text: Text, mention: Mention) -> tuple[float, str] | None:
    """As in "30 tình nguyện viên Trường A do ông B làm trưởng đoàn": its people are the guests."""
    place = past_brackets(text, mention.last, mention.sentence.last)
    if text.key(place) != "do":
        return None
    near = range(place, min(mention.sentence.last, place + LONGEST_LEADER))
    is_led = any(text.mark(at, "leads") for at in near)
    return (DELEGATION, "delegation") if is_led else None


def by_its_people(text: Text, mention: Mention) -> bool:
    """As in "đoàn viên Đoàn xã A đã vẽ xong": what its people did it did."""
    if mention.head.sort == "body" and mention.head.kind != "society":
        return False
    is_people = text.mark(mention.first - 2, "guests") or text.mark(mention.first - 1, "guests")
    if is_people is None:
        return False
    for place in range(mention.last, min(mention.sentence.last, mention.last + LONGEST_LIST)):
        if text.key(place) in word_set("auxiliaries"):
            return True
        if text.words[place].form in {",", ";", "."}:
            break
    return False


def _is_welcomed(text: Text, mention: Mention) -> bool:
    """As in "đón tiếp đoàn cán bộ, giáo viên và 28 học sinh Trường …": by its people."""
    is_people = any(
        (mark := text.mark(mention.first - back, "guests")) is not None
        and mark.last == mention.first
        for back in range(1, LONGEST_GUESTS)
    )
    return is_people and any(
        text.mark(place, "welcomes") for place in _back(text, mention, FURTHEST_WELCOME)
    )


def _is_venue(text: Text, mention: Mention) -> bool:
    """As in "tại điểm thi Trường THPT Chuyên Lê Quý Đôn": it is where, not who."""
    for back in range(2, FURTHEST_AT + 1):
        place = mention.first - back
        if place < mention.sentence.first or not text.words[place + 1].form[0].islower():
            return False
        if text.key(place) in word_set("at"):
            opens = f"{text.key(place + 1)} {text.key(place + 2)}"
            return not (text.key(place + 1) in word_set("no_place") or opens in word_set("events"))
    return False


def _is_of_a_document(text: Text, mention: Mention) -> bool:
    """As in "Kế hoạch số 44-KH/ĐTN, ngày 29/11/2023 của Huyện Đoàn": who issued a paper."""
    if text.key(mention.first - 1) not in {"của", "do"}:
        return False
    numbers = (place for place in _back(text, mention, FURTHEST_CODE) if text.key(place) == "số")
    return any(text.words[place + 1].is_number for place in numbers)


def _phrase_before(text: Text, mention: Mention, sort: str) -> Mark | None:
    """The longest phrase of a sort that ends right where the mention begins."""
    for back in range(LONGEST_BEFORE, 0, -1):
        start = mention.first - back
        mark = text.mark(start, sort) if start >= mention.sentence.first else None
        if mark and mark.last == mention.first:
            return mark
    return None


_SORTS = {"với": "interact", "cùng": "interact", "là": "interact", "của": "helps", "từ": "helps"}


def _verb_before(text: Text, mention: Mention) -> bool:
    """As in "hội đàm trực tuyến với", "sự tiếp đón nồng hậu, chân tình của", "do … tổ chức"."""
    word = text.key(mention.first - 1)
    if word in {"do", "được"}:
        stop = min(mention.sentence.last, mention.last + FURTHEST_AGENT)
        return any(text.mark(place, "agents") for place in range(mention.last, stop))
    sort = _SORTS.get(word)
    if not sort or mention.first - 1 <= mention.sentence.first:
        return False
    may_review = word == "của" and mention.is_in_opening and not mention.is_bare
    near = any(
        text.mark(place, sort) or (may_review and text.mark(place, "reviews"))
        for place in _back(text, mention, FURTHEST_VERB_BEFORE)
    )
    return near or (word == "với" and _signs_before(text, mention))


def _signs_before(text: Text, mention: Mention) -> bool:
    """As in "ký kết triển khai học bổng “…” giai đoạn 2023 - 2027 với Ngân hàng …"."""
    return any(text.mark(place, "signing_verb") for place in _back(text, mention, FURTHEST_SIGNING))


def _back(text: Text, mention: Mention, furthest: int) -> Iterator[int]:
    floor = max(mention.sentence.first, mention.first - furthest)
    for place in range(mention.first - 2, floor - 1, -1):
        if text.words[place].form in {";", ":", "."}:
            return
        yield place


def behind(text: Text, mention: Mention) -> tuple[float, str]:
    """A verb of doing behind the name, with small words between, makes it the subject."""
    stop = mention.sentence.last
    start = _past_day(text, _past_apposition(text, mention.last, stop), stop)
    place, is_told = start, False
    for _ in range(FURTHEST_VERB_BEHIND):
        if place >= stop:
            break
        if text.mark(place, "act"):
            if text.mark(place, "pays") and text.key(mention.first - 1) == "do":
                # "kinh phí do Công ty A tài trợ": who only pays does not act.
                return 0.0, ""
            return SUBJECT, "awards" if _awards(text, place, stop) else "subject"
        if text.mark(place, "speaks"):
            return SPEAKS, "speaks"
        is_told = is_told or text.key(place) in word_set("auxiliaries")
        between = text.mark(place, "between")
        if not between:
            break
        place = between.last
    if is_told or (_opens_clause(text, mention) and _goes_on(text, start, stop)):
        return OPENS, "subject"
    return 0.0, ""


def _past_apposition(text: Text, place: int, stop: int) -> int:
    """As in "Hội LHTN tỉnh Svay Riêng, Vương quốc Campuchia gửi tặng", "… (Lào) đã …"."""
    place = _past_seat(text, _past_role(text, past_brackets(text, place, stop), stop), stop)
    if place + 1 < stop and text.words[place].form in {"-", "–"}:
        # "Đoàn trường THPT Quế Phong – Nghệ An"
        known = text.place(place + 1, GREAT)
        return known.last if known and known.last < stop else place
    if place + 1 < stop and text.words[place].form == ",":
        at = place + 1
        while at < stop and text.key(at) in {"vương", "quốc", "nước", "tỉnh"}:
            at += 1
        country = text.mark(at, "country")
        if country and country.last <= stop:
            return country.last + (text.key(country.last) == ",")
        level = text.mark(place + 1, "level")
        if level and level.last < stop and text.words[level.last].is_name:
            return capitals(text, level.last, stop, most=4)
    return place


def _past_seat(text: Text, place: int, stop: int) -> int:
    """As in "Liên chi lưu học sinh Lào tại Huế tổ chức": where it has its seat."""
    if place + 1 >= stop or text.key(place) != "tại":
        return place
    level = text.mark(place + 1, "level")
    start = level.last if level else place + 1
    known = text.place(start) if start < stop else None
    return known.last if known and known.last < stop else place


def _past_role(text: Text, place: int, stop: int) -> int:
    """As in "Tỉnh đoàn Điện Biên - Cụm trưởng cụm thi đua số 1 tổ chức …": on to the verb."""
    if place + 1 >= stop or text.words[place].form not in {",", "-", "–", "("}:
        return place
    if not text.mark(place + 1, "roles"):
        return place
    closed = _closed(text, place, stop)
    if closed > place:
        return closed
    for at in range(place + 2, min(stop, place + LONGEST_ROLE)):
        if text.mark(at, "act") and text.key(at) != "thi":
            return at
    return place


def _closed(text: Text, place: int, stop: int) -> int:
    """As in "…, đơn vị nhận đỡ đầu, đã": past the sign that closes an aside; `place` if none."""
    sign = ")" if text.words[place].form == "(" else text.words[place].form
    for at in range(place + 2, min(stop - 1, place + LONGEST_ROLE)):
        if text.words[at].form == sign:
            return place if text.mark(at + 1, "head") else at + 1
    return place


def past_aside(text: Text, place: int, stop: int) -> int:
    """Past brackets and past what a dash sets aside: "Đoàn xã A – đơn vị chủ nhà – cùng"."""
    place = past_brackets(text, place, stop)
    if place < stop and text.words[place].form in {"-", "–"} and text.mark(place + 1, "roles"):
        return _closed(text, place, stop)
    return place


def _past_day(text: Text, place: int, stop: int) -> int:
    """As in "Tỉnh đoàn ngày 23/7/2021 đã nhận", "… sáng 5/3 tổ chức"."""
    if place >= stop or text.key(place) not in word_set("day_words"):
        return place
    at = place
    while at < stop and (
        text.key(at) in word_set("day_words")
        or text.words[at].is_number
        or text.words[at].form in _IN_DAY
    ):
        at += 1
    return at


_IN_DAY = {"/", "-", ".", ",", "–", "và"}


def _awards(text: Text, place: int, stop: int) -> bool:
    """As in "Trung ương Đoàn tặng Bằng khen cho 14 tập thể", "… khen thưởng"."""
    return any(text.mark(at, "awards") for at in range(place, min(stop, place + AWARD_BEHIND)))


def _opens_clause(text: Text, mention: Mention) -> bool:
    """The name opens its sentence, or stands behind the comma of a day or a place."""
    if mention.first == mention.sentence.first:
        return True
    if text.key(mention.first - 1) in {"và", "cùng", "với"}:
        # "Tỉnh đoàn A cùng Hội B và Đoàn xã C chia nhau ba việc": the whole list opens it.
        return any(text.mark(mention.sentence.first, sort) for sort in ("head", "committee"))
    return text.words[mention.first - 1].form in {",", ":", ";", ".", "-", "+", "•"}


def _goes_on(text: Text, place: int, stop: int) -> bool:
    """With a small word that could be any verb."""
    if place >= stop or not text.words[place].form[0].islower():
        return False
    return not any(text.mark(place, sort) for sort in ("no_verb", "people", "post_posts"))


def past_brackets(text: Text, place: int, stop: int) -> int:
    """As in "Tỉnh đoàn Savannakhet (Lào) đã …"."""
    if place < stop and text.words[place].form == "(":
        for end in range(place, min(stop, place + LONGEST_BRACKETS)):
            if text.words[end].form == ")":
                return end + 1
    return place


def in_zone(mention: Mention) -> tuple[float, str]:
    if mention.sentence.zone is Zone.TITLE:
        return TITLE, "title"
    return (CAPTION, "caption") if mention.sentence.zone is Zone.CAPTION else (0.0, "")
