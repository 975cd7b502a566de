"""From the notes of the rules to findings with their places and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ketnghia.reading.engine import finding as facts
from ketnghia.reading.engine.door import Entered
from ketnghia.reading.engine.finding import Finding, Kind
from ketnghia.reading.engine.reader import Notes
from ketnghia.reading.engine.rules.people import Named
from ketnghia.reading.engine.rules.repeats import told_once
from ketnghia.reading.engine.rules.units import aliases
from ketnghia.reading.engine.text import Text

# How sure a rule is by itself, measured on the corpora: the share of its findings that are right.
SURE, LIKELY, FAIR = 0.95, 0.9, 0.8
LEAST_SURE, MOST_SURE = 0.5, 0.97


@dataclass(frozen=True)
class Pen:
    """Writes findings of one article: places go back to the text a person sees."""

    text: Text
    entered: Entered

    def at(self, kind: Kind, value: object, span: tuple[int, int], told: Told) -> Finding:
        """A finding at signs of the mended text."""
        first, last = self._seen(span)
        words = self.entered.seen[first:last]
        also = tuple(self._seen(self._signs(*place)) for place in told.also)
        return Finding(
            kind, value, first, last, words, told.rule, round(told.confidence, 2), told.reason, also
        )

    def at_words(self, kind: Kind, value: object, words: tuple[int, int], told: Told) -> Finding:
        """A finding at words `first` up to, not including, `last`."""
        return self.at(kind, value, self._signs(*words), told)

    def _signs(self, first: int, last: int) -> tuple[int, int]:
        words = self.text.words
        if not words:
            return 0, 0
        last = min(max(last, first + 1), len(words))
        return words[first].start, words[last - 1].end

    def _seen(self, span: tuple[int, int]) -> tuple[int, int]:
        back = self.entered.to_seen.back
        return back(span[0]), back(span[1])


@dataclass(frozen=True)
class Told:
    """Who found it, how sure, and why."""

    rule: str
    confidence: float
    reason: str = ""
    also: tuple[tuple[int, int], ...] = ()


def report(text: Text, entered: Entered, notes: Notes) -> tuple[Finding, ...]:
    """Every finding of an article, kind by kind, in the order of the record."""
    pen = Pen(text, entered)
    return tuple(finding for chapter in CHAPTERS for finding in chapter(pen, notes))


def _article(pen: Pen, notes: Notes) -> Iterator[Finding]:
    if notes.kind:
        kind = notes.kind
        words = (kind.first, kind.last)
        yield pen.at_words(Kind.ARTICLE, kind.kind, words, Told("article.kind", kind.confidence))


def _days(pen: Pen, notes: Notes) -> Iterator[Finding]:
    if notes.published:
        out = notes.published
        span = (out.start, out.end)
        yield pen.at(Kind.PUBLISHED, out.day.isoformat(), span, Told("when.published", SURE))
    if notes.event:
        days = notes.event.days
        value = facts.Span(days.first.iso, days.last.iso)
        told = Told("when.event", LIKELY, notes.event.reason)
        yield pen.at(Kind.EVENT, value, (days.start, days.end), told)


def _place(pen: Pen, notes: Notes) -> Iterator[Finding]:
    if notes.place:
        words = (notes.place.first, notes.place.last)
        yield pen.at_words(Kind.PLACE, pen.text.words_of(*words), words, Told("where.place", FAIR))


def _units(pen: Pen, notes: Notes) -> Iterator[Finding]:
    for unit in notes.units:
        fact = facts.UnitFact(aliases(pen.text, unit), unit.level)
        best = max(unit.acts, key=lambda one: one.strength)
        also = tuple((one.mention.core, one.mention.last) for one in unit.acts if one is not best)
        sure = min(MOST_SURE, LEAST_SURE + unit.strength / 8)
        told = Told("units.acting", sure, _why_acting(best.reason), also)
        yield pen.at_words(Kind.UNIT, fact, (best.mention.core, best.mention.last), told)


_WHY = {
    "subject": "Là chủ ngữ của việc làm trong câu.",
    "partner": "Đứng sau lời nói về phối hợp, ký kết, giao lưu.",
    "delegation": "Có đoàn công tác, đoàn đại biểu.",
    "title": "Có tên ở đầu đề.",
}


def _why_acting(reason: str) -> str:
    return _WHY.get(reason.removeprefix("joined: "), "")


def _people(pen: Pen, notes: Notes) -> Iterator[Finding]:
    text = pen.text
    for ones in _by_name(text, notes.people):
        best = next((one for one in ones if one.post_last > one.post_first), ones[0])
        name = text.words_of(ones[0].first, ones[0].last)
        fact = facts.PersonFact(name, text.words_of(best.post_first, best.post_last))
        also = tuple((one.first, one.last) for one in ones if one is not best)
        told = Told(f"people.{best.rule}", LIKELY, also=also)
        yield pen.at_words(Kind.PERSON, fact, (best.first, best.last), told)


def _by_name(text: Text, people: Iterable[Named]) -> list[list[Named]]:
    """One person under one name: "Duy Trang" is "Nguyễn Phạm Duy Trang"."""
    named: dict[str, list[Named]] = {}
    for one in people:
        named.setdefault(text.words_of(one.first, one.last).casefold(), []).append(one)
    kept: dict[str, list[Named]] = {}
    fuller: dict[str, str] = {}
    for name in sorted(named, key=len, reverse=True):
        home = fuller.get(name, name)
        kept.setdefault(home, []).extend(named[name])
        if home == name:
            for part in _parts_of(name):
                fuller.setdefault(part, name)
    return sorted(kept.values(), key=lambda ones: ones[0].first)


def _parts_of(name: str) -> Iterator[str]:
    """The beginnings and ends of a name, word by word."""
    words = name.split()
    for place in range(1, len(words)):
        yield " ".join(words[:place])
        yield " ".join(words[place:])


def _agreement(pen: Pen, notes: Notes) -> Iterator[Finding]:
    agreement = notes.agreement
    if not agreement:
        return
    words = (agreement.paper.first, agreement.paper.last)
    fact = facts.AgreementFact(agreement.kind, agreement.parties)
    yield pen.at_words(Kind.AGREEMENT, fact, words, Told("papers.agreed", LIKELY))
    if agreement.signed_on:
        days, reason = agreement.signed_on, notes.event.reason if notes.event else ""
        span = (days.start, days.end)
        yield pen.at(Kind.SIGNED, days.first.iso, span, Told("papers.signed_on", FAIR, reason))
    if agreement.term:
        term = agreement.term
        value = facts.TermFact(term.start, term.end)
        told = Told("papers.term", LIKELY, term.reason)
        yield pen.at_words(Kind.TERM, value, (term.first, term.last), told)


def _numbers(pen: Pen, notes: Notes) -> Iterator[Finding]:
    for one in told_once(pen.text, notes.counted):
        what, count = pen.text.words_of(one.first, one.last), one.count
        words = (count.begin, one.last)
        value: object
        if one.outlook.is_promise:
            per = one.outlook.per
            friends = one.outlook.is_at_friends
            value = facts.CommitmentFact(count.value, count.bound, per, what, one.choice, friends)
            yield pen.at_words(Kind.COMMITMENT, value, words, Told("figures.promised", FAIR))
        else:
            value = facts.FigureFact(count.value, what, count.bound)
            yield pen.at_words(Kind.FIGURE, value, words, Told("figures.counted", FAIR))


def _money(pen: Pen, notes: Notes) -> Iterator[Finding]:
    for amount in told_once(pen.text, notes.money):
        count = amount.count
        purpose = pen.text.words_of(*amount.purpose) if amount.purpose else None
        value = facts.MoneyFact(count.value, count.bound, purpose, amount.currency)
        yield pen.at_words(
            Kind.MONEY, value, (count.begin, amount.last), Told("amounts.money", SURE)
        )


def _gifts(pen: Pen, notes: Notes) -> Iterator[Finding]:
    text = pen.text
    for gift in notes.gifts:
        what = text.words_of(*gift.what) if gift.what else "tiền"
        recipient = text.words_of(*gift.recipient) if gift.recipient else ""
        worth = gift.worth.count.value if gift.worth and gift.worth.currency == "VND" else None
        quantity = gift.count.value if gift.what else None
        if quantity is None and worth is None:
            continue
        value = facts.GiftFact(what, quantity, worth, gift.is_each, recipient)
        words = (gift.count.begin, gift.last)
        yield pen.at_words(Kind.GIFT, value, words, Told("gifts.given", FAIR))


def _sites(pen: Pen, notes: Notes) -> Iterator[Finding]:
    for site in notes.sites:
        words = (site.first, site.last)
        value = facts.SiteFact(pen.text.words_of(*words), site.sort)
        yield pen.at_words(Kind.SITE, value, words, Told(f"sites.{site.sort}", FAIR))


def _photos(pen: Pen, notes: Notes) -> Iterator[Finding]:
    for photo in notes.photos:
        value = facts.PhotoFact(photo.file, photo.caption)
        told = Told("photos.shown", LIKELY)
        yield pen.at(Kind.PHOTO, value, (photo.start, photo.end), told)


CHAPTERS: tuple[Callable[[Pen, Notes], Iterator[Finding]], ...] = (
    _article,
    _days,
    _place,
    _units,
    _people,
    _agreement,
    _numbers,
    _money,
    _gifts,
    _sites,
    _photos,
)
