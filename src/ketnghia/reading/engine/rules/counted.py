"""The words a number counts: "suất quà", "lượt đoàn viên, thanh niên", "ha đất trống, đồi trọc"."""

from __future__ import annotations

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.counting import Count
from ketnghia.reading.engine.rules.names import QUOTES
from ketnghia.reading.engine.text import Text

# A longer unit says more than what is counted; shorter ones for words complete by themselves.
LONGEST, SHORT, LONGEST_SHARE, LONGEST_QUOTED = 5, 3, 8, 10
# Two of a kind are the parties of a paper; ten are a result.
FEW = 9
# "cách trung tâm xã 12 km": how far away something is, said this many words before.
FAR = 6
NEAR_BACKGROUND = 4


def counted_end(text: Text, first: int, stop: int) -> int:
    """Where the counted words that begin at a word end; `first` where nothing is counted."""
    if first >= stop:
        return first
    if text.words[first].form in QUOTES:
        return _quoted_end(text, first)
    place = first
    most = first + (SHORT if text.key(first) in word_set("complete") else LONGEST)
    while place < stop:
        step = _step(text, place, first)
        # Beyond the usual length only what a comma or "và" joins still belongs.
        if not step or (
            place >= most and text.words[place].form != "," and text.key(place) != "và"
        ):
            break
        place += step
    return _with_quoted(text, first, place)


def share_end(text: Text, first: int, stop: int) -> int:
    """Where the words of a share end: "% thanh niên sử dụng dịch vụ công trực tuyến"."""
    place = first
    while place < min(stop, first + LONGEST_SHARE):
        if text.words[place].is_sign and text.words[place].form != ",":
            break
        place += 1
    while place > first and text.words[place - 1].is_sign:
        place -= 1
    return place


def _step(text: Text, place: int, first: int) -> int:
    """How many words of the counted stand here; 0 where it ends."""
    word = text.words[place]
    if word.form == "," or word.key in {"và", "hoặc"}:
        return _joining(text, place, first)
    noun = text.mark(place, "measure_nouns") or text.mark(place, "within")
    if noun:
        return noun.last - place
    is_end = (
        word.is_number
        or word.is_sign
        or (not word.is_capital and word.key in word_set("count_ends"))
    )
    if is_end or place == first or word.is_capital:
        return int(not is_end)
    return _word_further(text, place, first)


def _word_further(text: Text, place: int, first: int) -> int:
    """Behind "buổi", "đợt", "lớp" a verb is what the occasion is for; elsewhere it ends."""
    pair = text.mark(place, "stop_pair")
    is_verb = pair is not None or text.key(place) in word_set("count_verbs")
    if is_verb and not (place == first + 1 and text.key(first) in word_set("occasions")):
        return 0
    return pair.last - place if pair else 1


def _joining(text: Text, place: int, first: int) -> int:
    if place == first or text.mark(place + 1, "stop_pair"):
        return 0
    mark = text.mark(place + 1, "measure_joins")
    return mark.last - place if mark else 0


def _with_quoted(text: Text, first: int, place: int) -> int:
    """A name in quotes right behind a short noun: nhà "Nghĩa tình đồng đội"."""
    is_short = first < place <= first + 2 and text.key(first) not in word_set("lengths")
    if not is_short or place >= len(text.words) or text.words[place].form not in QUOTES:
        return place
    return _quoted_end(text, place)


def _quoted_end(text: Text, opening: int) -> int:
    """Where a short name in quotes ends: 01 "Vườn cây hữu nghị"."""
    for end in range(opening + 2, min(len(text.words), opening + LONGEST_QUOTED + 2)):
        if text.words[end].form in QUOTES:
            return end + 1
    return opening


def is_counted(text: Text, count: Count, end: int, *, is_pledged: bool = False) -> bool:
    """Does this number count a result? Not parties, time, or parts of a talk.

    `is_pledged`: a floor that is promised counts whatever it is of ("thêm ít nhất 5 trường học").
    """
    is_none = end == count.last or count.value == 0
    if is_none or _describes(text, count) or _is_background(text, count, end):
        return False
    first = text.words[count.last]
    if first.is_sign:
        return first.form in QUOTES
    if _is_named(text, count.last):
        return False
    is_small_word = count.is_word and not count.has_scale and count.value <= FEW
    is_bare_word = is_small_word and not _is_measured(text, count.last)
    if is_bare_word or (count.value <= FEW and _is_of_units(text, count.last)):
        return False
    return is_pledged or not _is_never(text, count, end)


def _is_named(text: Text, place: int) -> bool:
    """As in "hai em Sồng A Dỗng và Lò Xuân Bắc": named people are no count."""
    mark = text.mark(place, "people")
    return mark is not None and mark.last < len(text.words) and text.words[mark.last].is_name


def _is_never(text: Text, count: Count, end: int) -> bool:
    """As in "5 nội dung", "hai tỉnh"; but "28 tỉnh" are counted, and "3 đơn vị được khen"."""
    first = count.last
    never, measure = text.mark(first, "measure_never"), text.mark(first, "measure_measure")
    is_longer = never and measure and measure.last > never.last
    if not never or is_longer or text.words[first].is_capital:
        return False
    party = text.mark(first, "measure_parties")
    if not party or party.last < never.last:
        return True
    return count.value <= FEW and not _is_praised(text, count, end)


def _is_of_units(text: Text, first: int) -> bool:
    """As in "5 Tỉnh đoàn ký kết": the parties, by what they are."""
    head = text.mark(first, "head")
    return head is not None and head.value.sort == "levelled" and text.words[first].is_capital


def _is_measured(text: Text, first: int) -> bool:
    """Behind "hai", "ba": a measure word, but not one that tells the two sides."""
    measure = text.mark(first, "measure_measure")
    if measure is None:
        return False
    # "hai đoàn" are the parties, "hai đoàn viên" are counted.
    return measure.last - first > 1 or text.key(first) not in word_set("both")


def _describes(text: Text, count: Count) -> bool:
    """As in "dài 22m", "tải trọng 1,5 tấn", "cao hơn 2 mét": the size of one thing."""
    if text.key(count.last) not in word_set("lengths"):
        return False
    before = text.key(count.begin - 1) if count.begin else ""
    if "cách" in {text.key(place) for place in range(count.begin - FAR, count.begin)}:
        return True
    after = text.words[count.last + 1] if count.last + 1 < len(text.words) else None
    is_bare = after is None or after.is_sign or after.is_number
    return before in word_set("describes") or (
        is_bare and text.key(count.last) in word_set("bare_lengths")
    )


def _is_background(text: Text, count: Count, end: int) -> bool:
    """As in "dân số 5.300 người", "Xã có 1.250 hộ": what a place is, no result."""
    floor = max(count.sentence.first, count.begin - NEAR_BACKGROUND)
    if any(text.mark(place, "measure_background") for place in range(floor, count.begin)):
        return True
    if not text.mark(count.last, "measure_of_places"):
        return False
    # "Xã có 20 hộ được nhận quà" tells a result after all.
    behind = range(end, min(count.sentence.last, end + NEAR_BACKGROUND))
    is_done = any(text.key(place) in word_set("happens") for place in behind)
    return not is_done and any(text.marks_of("measure_places", count.sentence.first, count.begin))


def _is_praised(text: Text, count: Count, end: int) -> bool:
    sentence = count.sentence
    first = max(sentence.first, count.first - FEW)
    return any(
        text.mark(place, "measure_praise") for place in range(first, min(sentence.last, end + FEW))
    )
