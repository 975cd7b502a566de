"""How the year of a day is known when nobody says it, and the sentence that tells the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ketnghia.reading.engine.data import table, word_set
from ketnghia.reading.engine.datelines import DATE
from ketnghia.reading.engine.rules.dates import Days
from ketnghia.reading.engine.text import Sentence, Text
from ketnghia.reading.engine.zones import Zone

# An event of an anniversary is held within this time of the day itself.
NEAR = timedelta(days=100)
# Two full dates this many years apart are a birthday, not a stretch: "26/3/1931 - 26/3/2024".
GENERATION = 15
MONTHS = 12
_FILE_DATE = re.compile(
    r"(?<!\d)(20[012]\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d{1,3}(?!\d))"
)
# No page of the youth union is older; an earlier year tells when something was founded or born.
EARLIEST, LATE = 2000, 10
_YEAR_SAID = re.compile(r"(?:(\w+)\s+)?năm\s+((?:19|20)\d\d)")
_AGED = re.compile(
    r"kỷ niệm\s+(\d{1,3})\s+năm\b[^.;]{0,120}?\(\s*((?:19|20)\d\d)\s*[-–]\s*(20\d\d)\s*\)"
)
_CAMPAIGN_YEAR = re.compile(
    r"[\"”’»]?\s*(?:(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+\w+\s*)?[-–]?\s*"
    r"(?:công tác\s+)?(?:lần\s+(?:thứ\s+)?\w{1,4}\s*)?(?:,?\s*năm\s+)?"
    r"((?:19|20)\d\d)(?!\s*[-–]\s*\d|[\d/])"
)
_TERM = re.compile(r"nhiệm kỳ\s+((?:19|20)\d\d)\s*[-–]\s*(?:19|20)\d\d")
_SCHOOL_YEAR = re.compile(r"năm học\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")
_SCHOOL_ENDS, _SCHOOL_BEGINS = range(5, 11), range(8, 13)
_COPY_MONTH = re.compile(r"\s*date\s+((?:19|20)\d\d)-(\d\d)\s", re.IGNORECASE)
_PAPER_YEAR = re.compile(
    r"(?:phối hợp|ghi nhớ|hợp tác|thỏa thuận|thoả thuận)[^.;]{0,60}? (?!ký |từ )\w+"
    r" năm ((?:19|20)\d\d)(?!\s*[-–])"
)
LAST_SURE_MONTH = 8
_AGE = re.compile(r"kỷ niệm\s+(?:lần thứ\s+)?(\d{1,3})\s+năm\s+([^.;()]{5,80})")


def years_told(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """The years the text makes certain, the surest first, each with its reason."""
    for rule in _RULES:
        for year, reason in rule(text, event):
            if year >= EARLIEST:
                yield year, reason


def _own_lines(text: Text, zones: set[Zone]) -> Iterator[str]:
    for line in text.lines:
        if line.zone in zones:
            yield text.clean[line.start : line.end]


def _sentence(text: Text, sentence: Sentence) -> str:
    start, end = text.words[sentence.first].start, text.words[sentence.last - 1].end
    return text.clean[start:end].lower()


def _of_the_event(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """As in "Gặp gỡ hữu nghị … năm 2007 khai mạc sáng 17-10": the event is named by its year."""
    titles = [one for one in text.sentences if one.zone is Zone.TITLE]
    for sentence in [event.sentence, *titles]:
        clause = _sentence(text, sentence)
        told = _YEAR_SAID.findall(clause)
        years = {int(year) for before, year in told if before not in word_set("dates_else")}
        is_else = any(word in clause for word in word_set("year_of_else"))
        # "Ngày 25/12 … triển khai nhiệm vụ năm 2024": in the last months of the year before.
        is_ahead = event.first.month >= LATE and any(
            word in clause for word in word_set("year_ahead")
        )
        if len(years) == 1 and not is_else and not is_ahead:
            yield years.pop(), "Năm đứng cùng tên sự kiện."


def _in_full(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """The same day stands elsewhere with its year; of an anniversary's two the later one."""
    days = {(event.first.day, event.first.month), (event.last.day, event.last.month)}
    years = {
        int(match["year"])
        for words in _own_lines(text, {Zone.TITLE, Zone.HEADING, Zone.BODY, Zone.CAPTION})
        for match in DATE.finditer(words)
        if match["day"] and (int(match["day"]), int(match["month"])) in days
    }
    for year in sorted(years, reverse=True):
        yield year, "Năm lấy theo chỗ khác trong bài ghi đủ ngày này."


def _on_a_photo(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """The file name of a photo carries the day: "IMG_20240322_163318.jpg"."""
    for words in _own_lines(text, {Zone.FILE, Zone.CAPTION}):
        for match in _FILE_DATE.finditer(words):
            year, month, day = (int(part) for part in match.groups())
            if (day, month) == (event.last.day, event.last.month):
                yield year, f"Năm lấy theo tên tệp ảnh ({match[0]})."


def _of_an_anniversary(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """As in "(26/3/1931 - 26/3/2024)" or "kỷ niệm 92 năm Ngày thành lập Đoàn"."""
    for words in _own_lines(text, {Zone.TITLE, Zone.BODY}):
        for day in [*_birthdays(words), *_ages(words.lower())]:
            year = _nearest(event, day)
            if year:
                yield year, f"Năm lấy theo dịp kỷ niệm {day.day}/{day.month}/{day.year}."


def _birthdays(words: str) -> Iterator[date]:
    dates = [match for match in DATE.finditer(words) if match["day"]]
    for first, second in pairwise(dates):
        is_pair = (first["day"], first["month"]) == (second["day"], second["month"])
        if is_pair and int(second["year"]) - int(first["year"]) >= GENERATION:
            yield from _real(int(second["day"]), int(second["month"]), int(second["year"]))


def _ages(words: str) -> Iterator[date]:
    for match in _AGE.finditer(words):
        for anniversary in table("calendar")["anniversary"]:
            if any(name in match[2] for name in anniversary["names"]):
                day, month, year = anniversary["day"]
                yield from _real(day, month, year + int(match[1]))
                break


def _real(day: int, month: int, year: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _nearest(event: Days, day: date) -> int | None:
    for year in (day.year, day.year - 1, day.year + 1):
        held = event.first.on(year)
        if held and abs(held - day) <= NEAR:
            return year
    return None


def _of_an_age(text: Text, _event: Days) -> Iterator[tuple[int, str]]:
    """As in "kỷ niệm 45 năm thành lập trường (1978 - 2023)": the years agree with the age."""
    for words in _own_lines(text, {Zone.TITLE, Zone.BODY}):
        for age, first, last in _AGED.findall(words.lower()):
            if int(last) - int(first) == int(age):
                yield int(last), f"Năm lấy theo dịp kỷ niệm {age} năm ({first} - {last})."


def _of_a_campaign(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """As in "Tháng Thanh niên năm 2024", "6 tháng đầu năm 2021"."""
    for words in _own_lines(text, {Zone.TITLE, Zone.HEADING, Zone.BODY}):
        lower = words.lower()
        for campaign in table("calendar")["campaign"]:
            for name in campaign["names"]:
                yield from _campaign(lower, name, campaign["months"], event)


# "Trước đó, Tháng Thanh niên năm 2021 …", "so với hè năm 2022": another time than this.
_THEN = ("trước đó,", "trước đó", "so với", "từ", "kể từ", "như")


def _campaign(lower: str, name: str, months: list[int], event: Days) -> Iterator[tuple[int, str]]:
    start = lower.find(name)
    if start < 0 or lower[:start].rstrip().endswith(_THEN):
        return
    match = _CAMPAIGN_YEAR.match(lower, start + len(name))
    if not match:
        return
    year, month = int(match[1]), event.first.month
    if months[0] <= month <= months[1]:
        yield year, f"Năm lấy theo «{name} {year}»."
    elif months[0] <= month + MONTHS <= months[1]:
        yield year + 1, f"Năm lấy theo «{name} {year}»."


def _of_a_congress(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """A congress opens the term it is named by: "Đại hội … nhiệm kỳ 2012-2017"."""
    titles = [one for one in text.sentences if one.zone is Zone.TITLE]
    for sentence in [event.sentence, *titles]:
        lower = _sentence(text, sentence)
        match = _TERM.search(lower)
        is_held = "đại hội" in lower and not any(word in lower for word in _OF_A_CONGRESS)
        if match and is_held:
            yield int(match[1]), f"Năm lấy theo nhiệm kỳ {match[1]} của đại hội."
            return


# A congress that was, or that is still to come.
_OF_A_CONGRESS = ("nghị quyết", "chào mừng", "hướng tới", "tiến tới", "toàn quốc")


def _of_a_paper(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """A programme "năm 2023" signed in spring is signed in that year; in autumn nobody knows."""
    if event.first.month > LAST_SURE_MONTH:
        return
    for words in _own_lines(text, {Zone.TITLE, Zone.BODY}):
        match = _PAPER_YEAR.search(words.lower())
        if match and "ký" in words[: match.end()].lower():
            yield int(match[1]), f"Văn bản của năm {match[1]} được ký từ đầu năm."
            return


def _of_a_school_year(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """The review of a school year is held as it ends, or as the next begins."""
    for words in _own_lines(text, {Zone.TITLE, Zone.HEADING, Zone.BODY}):
        lower = words.lower()
        match = _SCHOOL_YEAR.search(lower)
        if match and "tổng kết" in lower and event.first.month in _SCHOOL_ENDS:
            yield int(match[2]), f"Năm lấy theo tổng kết năm học {match[1]}–{match[2]}."
            return
        if match and "khai giảng" in lower and event.first.month in _SCHOOL_BEGINS:
            yield int(match[1]), f"Năm lấy theo khai giảng năm học {match[1]}–{match[2]}."
            return


def _of_the_copy(text: Text, event: Days) -> Iterator[tuple[int, str]]:
    """A saved copy that tells only the month of the page."""
    match = _COPY_MONTH.match(text.clean)
    if match and int(match[2]) >= event.first.month:
        yield int(match[1]), f"Năm lấy theo tháng của bản lưu ({match[2]}/{match[1]})."


_RULES = (
    _of_the_event,
    _in_full,
    _on_a_photo,
    _of_an_anniversary,
    _of_an_age,
    _of_a_campaign,
    _of_a_congress,
    _of_a_paper,
    _of_a_school_year,
    _of_the_copy,
)
