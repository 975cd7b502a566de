"""When the page was published, when the event was, and how an unsaid year is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ketnghia.reading.engine.data import word_set
from ketnghia.reading.engine.rules.dates import Day, Days, is_fraction
from ketnghia.reading.engine.rules.publishing import Published, year_near
from ketnghia.reading.engine.rules.years import years_told
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

LEAD, CODE, LABEL, NEAR = 3, 10, 4, 8


@dataclass(frozen=True)
class Event:
    """The days of the main event; `reason` tells how an unsaid year is known."""

    days: Days
    reason: str = ""


def event_days(text: Text, days: Sequence[Days]) -> Days | None:
    """The first day in the opening of the article that is told as happening, not remembered."""
    told = [one for one in days if is_told(text, one)]
    order = (
        _is_labelled,
        _of_protocol,
        _of_ceremony,
        _of_meeting,
        _in_opening,
        _in_heading,
        _in_body,
    )
    for is_it in order:
        found = next((one for one in told if is_it(text, one)), None)
        if found:
            return _visit_around(_whole(found, told), told)
    return None


def _visit_around(found: Days, told: Sequence[Days]) -> Days:
    """As in "trong chuyến thăm từ 23 đến 26/4 … Lễ ký diễn ra tối 24/4": the whole visit."""
    if found.first != found.last or found.sentence.paragraph < 1:
        return found
    day = (found.first.month, found.first.day)
    for one in told:
        first, last = (one.first.month, one.first.day), (one.last.month, one.last.day)
        is_short = one.first != one.last and last[0] - first[0] <= 1
        if is_short and one.sentence.paragraph == 0 and first <= day <= last:
            year = found.first.year
            return one.in_year(year) if year and not one.first.year else one
    return found


def _is_labelled(text: Text, one: Days) -> bool:
    """As in "Thời gian: 02 ngày, từ 14/5 đến 15/5/2020"."""
    first = one.sentence.first
    return any(
        (mark := text.mark(place, "time_label")) is not None and text.key(mark.last) == ":"
        for place in range(first, min(first + LABEL, one.sentence.last))
    )


def _of_protocol(text: Text, one: Days) -> bool:
    """As in "Hôm nay, ngày 16 tháng 3 năm 2024, tại …, chúng tôi gồm:"."""
    first = one.sentence.first
    is_today = text.key(first) == "hôm" and text.key(first + 1) == "nay"
    return is_today and text.word_at(one.start) <= first + LABEL + 1


def _of_ceremony(text: Text, one: Days) -> bool:
    """As in "Lễ ký diễn ra sáng 15/11": told of the ceremony itself."""
    first = text.word_at(one.start)
    near = range(max(one.sentence.first, first - NEAR), first)
    opens = text.mark(one.sentence.first, "ceremony")
    return opens is not None and any(text.mark(place, "takes_place") for place in near)


def _of_meeting(text: Text, one: Days) -> bool:
    """As in "(Tại Hội nghị ngày 23/12/2025)" under the title of a report."""
    opens = text.mark(one.sentence.first, "meeting")
    if opens and text.word_at(one.start) <= opens.last + 1:
        # "Hội nghị tổng kết ngày 21/5/2023 thống nhất …"
        return True
    if one.sentence.zone not in {Zone.HEADING, Zone.TITLE}:
        return False
    return any(text.marks_of("meeting", one.sentence.first, text.word_at(one.start)))


def _in_opening(_text: Text, one: Days) -> bool:
    return one.sentence.zone is Zone.BODY and one.sentence.paragraph < LEAD


def _in_heading(text: Text, one: Days) -> bool:
    return one.sentence.zone in {Zone.TITLE, Zone.HEADING} and not _dates_a_paper(text, one)


def _dates_a_paper(text: Text, one: Days) -> bool:
    """As in "Hà Nội, ngày 16 tháng 5 năm 2024" at the head of a document."""
    first = text.word_at(one.start)
    is_long = "tháng" in {text.key(place) for place in range(first, first + 3)}
    return is_long and text.key(first - 1) == "ngày" and text.key(first - 2) == ","


def _in_body(_text: Text, one: Days) -> bool:
    """Further down only a full day or a stretch of days is sure to be the event's."""
    return one.sentence.zone is Zone.BODY and (bool(one.last.year) or one.first != one.last)


def _whole(found: Days, told: Sequence[Days]) -> Days:
    """As in "sáng 4-12 … giao lưu, từ ngày 4 đến 7-12": the stretch that begins on the day."""
    if found.first != found.last:
        return found
    for one in told:
        begins = (one.first.day, one.first.month) == (found.first.day, found.first.month)
        if begins and one.first != one.last and one.sentence == found.sentence:
            year = found.first.year
            return one.in_year(year) if year and not one.first.year else one
    return found


def is_told(text: Text, one: Days) -> bool:
    """Whether something happens here on this day; else it is remembered, or dates a paper."""
    first = text.word_at(one.start)
    before = [text.key(place) for place in range(max(one.sentence.first, first - 3), first)]
    behind = text.word_at(one.end - 1) + 1
    if _is_said(text, one, behind) or is_fraction(text, one):
        return False
    is_since = one.first == one.last and _is_since(before)
    own = before[before.index(",") + 1 :] if "," in before else before
    if is_since or _is_of_a_document(text, one, first) or word_set("remembers") & set(own):
        return False
    if not before:
        return True
    if (before[-1] == "(" and one.first != one.last) or _is_deadline(text, one, first):
        return False
    return before[-1] in word_set("opens_day") | {"(", ","} or bool(one.last.year)


def _is_deadline(text: Text, one: Days, first: int) -> bool:
    """As in "gửi về Huyện đoàn trước 16 giờ 00 ngày 15/11/2022"."""
    for place in range(first - 1, max(one.sentence.first, first - NEAR) - 1, -1):
        if text.key(place) == "trước":
            return True
        if not (text.words[place].is_number or text.key(place) in {"ngày", "giờ", "h", "h00", ":"}):
            return False
    return False


def _is_said(text: Text, one: Days, behind: int) -> bool:
    """As in "Ngày 5/4, Tỉnh đoàn Quảng Bình cho biết …": the day of telling, not of the event."""
    is_opening = text.word_at(one.start) <= one.sentence.first + 1
    stop = min(one.sentence.last, behind + (NEAR if is_opening else 1))
    says = (text.mark(place, "telling") for place in range(behind, stop))
    return any(mark is not None for mark in says)


def _is_since(before: list[str]) -> bool:
    """As in "từ 01/7/2025", "sau ngày 01/01/2022", "tính đến ngày 10/6": a bound, no event."""
    words = [key for key in before if key != "ngày"]
    return bool(words) and (words[-1] in {"từ", "sau", "kể"} or words[-2:] == ["tính", "đến"])


def _is_of_a_document(text: Text, one: Days, first: int) -> bool:
    """As in "Kế hoạch số 12-KH/TĐTN ngày 05/01/2024 của …": the day of a paper."""
    behind = text.key(text.word_at(one.end - 1) + 1)
    floor = max(one.sentence.first, first - CODE)
    before = {text.key(place) for place in range(floor, first)}
    return behind in {"của", "về"} and bool(before & {"số", "quyết", "nghị", "kế", "văn", "chỉ"})


def today(text: Text, out: Published | None) -> Days | None:
    """As in "Sáng nay, tại …" under a day of publication: the event was that day."""
    if out is None:
        return None
    for sentence in text.sentences:
        if sentence.zone is not Zone.BODY or sentence.paragraph > 0:
            continue
        for mark in text.marks_of("today", sentence.first, sentence.last):
            told = out.day - timedelta(days=int(mark.value))
            day = Day(told.day, told.month, told.year)
            start, end = text.words[mark.first].start, text.words[mark.last - 1].end
            return Days(day, day, start, end, sentence)
    return None


def with_year(text: Text, event: Days | None, out: Published | None) -> Event | None:
    """The event with its year where the text makes it certain."""
    if event is None or event.last.year:
        return Event(event) if event else None
    for year, reason in _years(text, event, out):
        if event.first.on(year):
            return Event(event.in_year(year), reason)
    return Event(event)


def _years(text: Text, event: Days, out: Published | None) -> Iterator[tuple[int, str]]:
    year = year_near(event, out.day) if out else None
    if out and year:
        yield year, f"Năm lấy theo ngày đăng {out.day.day}/{out.day.month}/{out.day.year}."
    yield from years_told(text, event)


def same_year(days: Days | None, event: Event | None) -> Days | None:
    """Another day of the event, in its year."""
    year = event.days.first.year if event else 0
    return days.in_year(year) if days and year and not days.last.year else days
