"""Where the name of something ends: runs of capitals, and the small words allowed among them."""

from __future__ import annotations

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.text import GREAT, Text

DASHES = {"-", "–", "—"}
QUOTES = {'"', "“", "”", "'", "‘", "’", "«", "»"}
# "Hội đồng hương huyện Mai Sơn tại Hà Nội": no name of an organisation was longer.
LONGEST_NAME = 16
# Small words in a row: "thanh niên công nhân và lao động trẻ tỉnh".
LONGEST_SMALL_RUN = 9
FULL_NAME, SHORTEST_PERSON, LONGEST_FACULTY, LONGEST_COMPANY = 3, 2, 7, 8
LONGEST_PERSON, LONGEST_TERRITORY, LONGEST_COUNTRY = 5, 4, 3
# Given-name marks of the Central Highlands: "A Byot", "Y Thanh Hà".
_ETHNIC = {"a", "y"}
_TOP_LEVELS = {"tỉnh", "phố", "huyện", "xã", "phường", "quận", "trấn"}
_JOINS = {"và", "các", "-", "–", "của", "&", ",", "."}


_OFFICES = {"post_posts", "post_before", "post_occupations"}


def capitals(text: Text, first: int, last: int | None = None, most: int = LONGEST_NAME) -> int:
    """Where a run of capitalised words that begins at a word ends."""
    words, place = text.words, first
    stop = min(len(words) if last is None else last, first + most)
    while place < stop and words[place].is_name:
        place += 1
        # "Cay-xỏn", "Bà Rịa-Vũng Tàu": a hyphen without spaces holds a name together.
        while (
            place + 1 < stop
            and words[place].form in DASHES
            and words[place].start == words[place - 1].end
            and words[place + 1].start == words[place].end
            and words[place + 1].form.isalpha()
            and not _OFFICES & text.marks[place + 1].keys()
        ):
            place += 2
    return place


def stops_at(text: Text, place: int) -> bool:
    """Does a name end before this word? A capitalised word is part of the name."""
    word = text.words[place]
    if word.is_capital:
        return False
    if text.mark(place, "within"):
        return False
    before = text.mark(place - 1, "within") if place else None
    if before and before.last > place:
        return False
    if text.mark(place, "stop_pair"):
        return True
    return word.key in word_set("stops")


def name_end(text: Text, first: int, last: int, *, small: bool = True) -> int:
    """Where the name of an organisation that goes on at a word ends.

    `small`: may small words stand in it ("Trung tâm Hỗ trợ thanh niên công nhân")?
    """
    place, run, begun = first, 0, False
    stop = min(last, first + LONGEST_NAME)
    while place < stop:
        is_capital = text.words[place].is_capital
        begun = begun or is_capital
        step = _step(text, place, stop, small=small, is_loose=not begun or run == 0)
        if not step:
            break
        # "Đồn Biên phòng cắt": behind the small half of a name only words that names are made of.
        run = step - 1 if is_capital else run + step
        begun = begun or text.mark(place, "level") is not None
        if run > LONGEST_SMALL_RUN:
            break
        place += step
    while place > first and text.words[place - 1].key in _JOINS:
        place -= 1
    return place


def _step(text: Text, place: int, stop: int, *, small: bool, is_loose: bool) -> int:
    """How many words of the name stand here; 0 where it ends."""
    word = text.words[place]
    if word.is_sign:
        return _joining_sign(text, place, stop)
    if word.is_number:
        return _number_in_name(text, place, stop)
    if word.is_capital:
        return _capital(text, place, stop, small=small)
    if not small:
        return _level(text, place, stop)
    return _small_word(text, place, stop, is_loose=is_loose)


def _capital(text: Text, place: int, stop: int, *, small: bool) -> int:
    """A capital goes on with the name, or begins one: "Ban Đoàn kết tập hợp thanh niên"."""
    known = text.mark(place, "small_name") if small else None
    if known and known.last <= stop:
        return known.last - place
    level = text.mark(place, "level")
    if level and text.words[level.last - 1].is_sign:
        # "Đại học Quốc gia TP. Hồ Chí Minh"
        return _level(text, place, stop)
    return 0 if _person_begins(text, place, stop) else 1


def _small_word(text: Text, place: int, stop: int, *, is_loose: bool) -> int:
    """A small word inside a name.

    The second half of a capitalised word ("Doanh nghiệp", "Công an") may be any; what stands
    further behind a capital only one of the words that names are made of.
    """
    if text.mark(place, "people"):
        return 0
    if text.key(place) == "và":
        return _joining_and(text, place, stop)
    known = text.mark(place, "small_name")
    step = known.last - place if known else _level(text, place, stop)
    if step:
        return step
    before = text.words[place - 1].form if place else ""
    is_behind_short = len(before) > 1 and before.isupper()
    return 0 if not is_loose or is_behind_short or stops_at(text, place) else 1


def _level(text: Text, place: int, stop: int) -> int:
    """A level with its territory, or a union, inside the name: "… cơ quan tỉnh Đoàn Hưng Yên"."""
    inner = text.mark(place, "head")
    if inner and inner.value.sort == "levelled":
        return inner.last - place
    level = text.mark(place, "level")
    if not level:
        return 0
    known = text.place(level.last)
    return (known.last if known and known.last <= stop else level.last) - place


def _person_begins(text: Text, place: int, stop: int) -> bool:
    """As in "… tỉnh An Giang Lê Thanh Tùng": behind a territory stands who holds the post."""
    if place == 0:
        return False
    if not is_person_name(text, place, stop):
        return _is_short_person(text, place, stop)
    is_ethnic = len(text.words[place].form) == 1
    return is_ethnic or text.key(place - 1) in _TOP_LEVELS or _ends_territory(text, place)


def _is_short_person(text: Text, place: int, stop: int) -> bool:
    """As in "Hội Hữu nghị Việt Nam - Campuchia Vũ Mão": two words behind a country."""
    is_two = capitals(text, place, stop) - place == SHORTEST_PERSON
    is_known = text.key(place) in text.lexicon.surnames and text.place(place, GREAT) is None
    before = range(max(0, place - LONGEST_COUNTRY), place)
    marks = (text.mark(start, "country") for start in before)
    return is_two and is_known and any(mark is not None and mark.last == place for mark in marks)


def _ends_territory(text: Text, place: int) -> bool:
    """Whether a known territory ends right before a word."""
    return any(
        (mark := text.place(start)) is not None and mark.last == place
        for start in range(max(0, place - LONGEST_TERRITORY), place)
    )


def is_person_name(text: Text, place: int, stop: int) -> bool:
    """Could a person's name of three words or more begin here? No territory has this name."""
    if place >= stop:
        return False
    if len(text.words[place].form) == 1 and text.key(place) in _ETHNIC:
        # "thanh niên A Lưới" are those of a district.
        # … and "Trường Đại học Y Dược" is a school.
        is_subject = place > 0 and text.key(place - 1) in word_set("taught_at")
        is_named = not is_subject and place + 1 < stop and text.words[place + 1].is_name
        return is_named and text.place(place, GREAT) is None
    if text.key(place) not in text.lexicon.surnames:
        return False
    end = capitals(text, place, stop, most=LONGEST_PERSON + 1)
    if not FULL_NAME <= end - place <= LONGEST_PERSON:
        return False
    known = text.place(place)
    great = text.place(place, GREAT)
    # "tỉnh An Giang Lê Thanh Tùng" is a territory with the name of somebody behind it.
    is_with_somebody = great is not None and end - great.last >= SHORTEST_PERSON
    return (known is None or known.last < end) and not is_with_somebody


def _joining_sign(text: Text, place: int, stop: int) -> int:
    word = text.words[place]
    if place + 1 >= stop or not place:
        return 0
    if word.form == "(":
        return _short_form(text, place, stop)
    after = text.words[place + 1]
    is_tight = word.form == "." and after.is_name and after.start == word.end
    listed = word.form == "," and after.is_capital and _goes_on_listed(text, place + 1)
    if _is_hyphen(text, place):
        return 2
    joins = word.form == "&" or is_tight or listed or (word.form in DASHES and _holds(text, place))
    return 1 if joins else 0


def _is_hyphen(text: Text, place: int) -> bool:
    """As in "bản Đen Sạ-vẳn": a hyphen inside a foreign word."""
    before, sign, after = text.words[place - 1 : place + 2]
    is_tight = before.end == sign.start and sign.end == after.start
    is_small = after.form.isalpha() and not after.is_name
    return sign.form == "-" and is_tight and is_small and before.is_name


def _goes_on_listed(text: Text, place: int) -> bool:
    """As in "Sở Văn hóa, Thể thao và Du lịch", "Đoàn Trường Đại học Nông Lâm, Đại học Huế"."""
    if text.has(place, {"goes_on", "university"}):
        return True
    # "Đội hình tình nguyện Khoa Công nghệ thông tin, Trường Đại học Kinh Bắc"
    before = {text.key(back) for back in range(max(0, place - LONGEST_FACULTY), place)}
    return "khoa" in before and text.key(place) == "trường"


def _short_form(text: Text, place: int, stop: int) -> int:
    """A short form inside a name is part of it: "Bộ đội Biên phòng (BĐBP) tỉnh"."""
    if place + 3 >= stop or text.words[place + 2].form != ")":
        return 0
    behind, short = text.words[place + 3], text.words[place + 1]
    if text.mark(place + 3, "parent"):
        return 3 if short.is_name else 0
    goes_on = behind.is_name or behind.is_number or text.mark(place + 3, "level") is not None
    return 3 if short.form.isupper() and goes_on else 0


_BEGINS_ANEW = {"head", "post_posts", "people", "committee", "delegation", "place_name"}


def _holds(text: Text, place: int) -> bool:
    """A dash may join two halves of one name ("Văn hóa – Thông tin")."""
    after = text.words[place + 1]
    tight = after.start == text.words[place].end
    if not after.is_name:
        return False
    before = text.key(place - 1) if place else ""
    is_short = after.form.isupper() and len(after.form) > 1
    is_friendship = before in {"nam", "vn", "lào"} and (
        text.mark(place + 1, "country") is not None or text.key(place - 3) == "nghị"
    )
    # "Trường Đại học Công nghiệp Việt - Hung", "Bệnh viện Việt - Tiệp".
    is_pair = tight or is_friendship or before == "việt"
    is_part = text.mark(place + 1, "parent") is not None or _goes_on_listed(text, place + 1)
    if is_short or is_pair or is_part:
        return True
    if text.place(place + 1) is not None:
        return _is_of_a_company(text, place)
    is_free = not text.has(place + 1, _BEGINS_ANEW)
    return is_free and text.mark(place + 1, "goes_on") is not None


def _is_of_a_company(text: Text, place: int) -> bool:
    """As in "Công ty TNHH Cao su Krông Buk - Ratanakiri", "Phòng thủ khu vực 2 - Lệ Thủy"."""
    before = [text.key(back) for back in range(max(0, place - LONGEST_COMPANY), place)]
    is_one = any(name in " ".join(before) for name in ("công ty", "ngân hàng", "khu vực"))
    return is_one and text.mark(place + 1, "head") is None


def _number_in_name(text: Text, place: int, stop: int) -> int:
    """A short number closes a name ("Quận đoàn 5", "Vùng 4 Hải quân"), a count does not."""
    word = text.words[place]
    before = text.key(place - 1)
    is_stone = before == "mốc"
    if (len(word.form) > 3 and not is_stone) or place == 0:  # noqa: PLR2004
        return 0
    after = text.words[place + 1] if place + 1 < stop else None
    if text.key(place + 1) == "tháng" and place + 2 < stop and text.words[place + 2].is_number:
        return 3 if text.words[place - 1].form[0].isalpha() else 0
    if after is not None and after.form in {"/", "-"} and after.start == word.end:
        is_day = place + 2 < stop and text.words[place + 2].is_number
        return 3 if is_day and not text.words[place - 1].is_sign else 0
    if after is None or after.is_sign or after.is_capital or before in word_set("villages"):
        return 1
    is_ordinal = len(word.form) == 1 and text.words[place - 1].is_capital
    return int(stops_at(text, place + 1) or (is_ordinal and not _is_measured(text, place + 1)))


def _is_measured(text: Text, place: int) -> bool:
    return text.mark(place, "measure_measure") is not None


_NOT_JOINED = {"head", "people", "ranks", "committee", "delegation", "post_posts", "level"}


def _joining_and(text: Text, place: int, stop: int) -> int:
    """As in "… công nhân và lao động trẻ": the name goes on; "A và tỉnh B" does not."""
    if place + 1 >= stop:
        return 0
    if text.has(place + 1, _NOT_JOINED):
        return 0
    after = text.words[place + 1]
    return 1 if after.is_capital or text.mark(place + 1, "small_name") else 0
