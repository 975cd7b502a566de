"""The fields of an article: findings tied to the registers, with what follows from several."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.names import is_child_word
from ketnghia.reading.engine import Finding, Kind, Reading
from ketnghia.reading.models import Article, Field
from ketnghia.reading.proposing import days, deeds, sides
from ketnghia.reading.proposing.headlines import headline_of
from ketnghia.reading.proposing.periods import period_of
from ketnghia.reading.proposing.promises import promises
from ketnghia.reading.tying.people import tie_person
from ketnghia.reading.tying.units import tie_unit
from ketnghia.units.models import Unit
from ketnghia.vietnamese.quantities import quantities
from ketnghia.vietnamese.text import fold

# A rule this unsure asks a person.
SURE = 0.75
CHILDREN = ("thieu nhi", "nhi dong", "hoc sinh", "tre em", "chau", " em ")


def fields_of(article: Article, found: Reading) -> list[Field]:
    """The fields of an article, unsaved, in the order of the record."""
    made = list(_Proposer(article, found).fields())
    for order, field in enumerate(made, start=1):
        field.order = order
        field.confidence = min(field.confidence, 1)
    return made


class _Proposer:
    """One article being proposed: what one field needs to know of the others is asked once."""

    def __init__(self, article: Article, found: Reading) -> None:
        self.article = article
        self.found = found
        self.text = found.text

    def fields(self) -> Iterator[Field]:
        if not self.found.findings:
            return
        yield from self._deed()
        yield from self._published()
        yield from self._event()
        yield from self._period()
        yield from self._plain(Kind.PLACE)
        yield from self.units
        yield from self._people()
        yield from self._agreement()
        yield from self._promises()
        yield from self._numbers()
        yield from self._plain(Kind.SITE)
        yield from self._photos()

    # ------------------------------------------------------------ what is known of the whole

    @cached_property
    def kind(self) -> str:
        return str(self.found.first(Kind.ARTICLE) or "other")

    @cached_property
    def record(self) -> str:
        """As which record the event is written."""
        return deeds.record_of(self.kind, len(self.found.of(Kind.UNIT)))

    @cached_property
    def term_start(self) -> Any:
        term = self.found.first(Kind.TERM)
        return term.start if term and self.kind == "signing" else None

    @cached_property
    def published(self) -> date | None:
        return days.whole(self.found.first(Kind.PUBLISHED))

    @cached_property
    def on(self) -> date | None:
        """The day of the event, a guessed year counted."""
        span = self.found.first(Kind.EVENT)
        return days.whole(self._with_year(span.start).iso) if span else self.published

    def _with_year(self, iso: str) -> days.Guess:
        return days.with_year(iso, self.term_start, published=self.published)

    # ------------------------------------------------------------ the fields, kind by kind

    def _deed(self) -> Iterator[Field]:
        finding = self.found.of(Kind.ARTICLE)
        kind = deeds.exchange_kind(self.kind, self.text) if self.record == "exchange" else ""
        value = {"record": self.record, "kind": str(kind)}
        for one in finding[:1]:
            field = self._field(one, value=value)
            is_alone = self.kind in {"signing", "exchange"} and self.record == "none"
            if is_alone:
                field.is_doubtful = True
                field.reason = _("Chưa thấy đủ hai đơn vị. Giao lưu cần hai bên.")
            yield field
        if self.record != "none":
            yield self._title(str(kind))

    def _title(self, kind: str) -> Field:
        """The name of the record: of an exchange by its kind and sides, else the headline."""
        headline = headline_of(self.text) or self.article.name
        start = max(self.text.find(headline), 0)
        title = headline[:300]
        if self.record == "exchange":
            names = [self._name(unit) for unit in self.units]
            title = deeds.short_title(str(Exchange.Kind(kind).label), names)
        return Field(
            article=self.article,
            kind=Field.Kind.TITLE,
            read=title,
            value=title,
            start=start,
            end=start + len(headline),
            words=headline,
            rule="desk.title",
            reason=_("Đặt theo việc và các bên.") if self.record == "exchange" else "",
        )

    def _name(self, unit: Field) -> str:
        """As people call it between themselves."""
        return unit.unit.short_name if unit.unit else str(unit.value["name"])

    def _published(self) -> Iterator[Field]:
        for one in self.found.of(Kind.PUBLISHED):
            yield self._field(one, value=one.value)

    def _event(self) -> Iterator[Field]:
        for one in self.found.of(Kind.EVENT):
            first, last = self._with_year(one.value.start), self._with_year(one.value.end)
            value = {"start": first.iso, "end": last.iso}
            yield self._day_field(one, value, first.reason, whole=days.is_whole(last.iso))

    def _day_field(self, one: Finding, value: Any, guessed: str, *, whole: bool) -> Field:
        """A day: what was guessed, by the engine or here, is looked at by a person."""
        field = self._field(one, value=value)
        if guessed:
            field.reason = guessed
        first = value["start"] if isinstance(value, dict) else value
        is_certain = not field.reason or days.is_fresh(first, self.published)
        field.is_doubtful = field.is_doubtful or not is_certain or not whole
        return field

    def _period(self) -> Iterator[Field]:
        """The months a review of one unit sums up."""
        told = period_of(self.text, self.on) if self._is_summing_up else None
        if told is not None:
            value = {"start": told.first.isoformat(), "end": told.last.isoformat(), "sums": True}
            yield Field(
                article=self.article,
                kind=Field.Kind.TERM,
                read=value,
                value=value,
                start=told.start,
                end=told.end,
                words=self.text[told.start : told.end],
                rule="desk.period",
                reason=_("Số liệu tính cho kỳ này, không phải cho ngày họp."),
            )

    @property
    def _is_summing_up(self) -> bool:
        return self.kind == "review" and self.record == "activity"

    def _plain(self, kind: Kind) -> Iterator[Field]:
        for one in self.found.of(kind):
            yield self._field(one, value=one.plain)

    @cached_property
    def units(self) -> list[Field]:
        made: list[Field] = []
        tied: list[Unit] = []
        for one in self.found.of(Kind.UNIT):
            aliases = one.value.aliases
            tie = tie_unit(aliases, on=self.on, owner=self.article.unit, beside=tied)
            field = self._field(one, value={"name": aliases[0]})
            field.unit, field.note = tie.unit, tie.note[:300]
            field.is_doubtful = field.is_doubtful or not tie.is_sure
            made.append(field)
            tied += [tie.unit] if tie.unit else []
        sides.give_roles(made, self.found.first(Kind.PLACE) or "", self.record)
        return made

    def _people(self) -> Iterator[Field]:
        beside = [field.unit for field in self.units if field.unit]
        headed: set[int | None] = set()
        for one in self.found.of(Kind.PERSON):
            fact = one.value
            if is_child_word(fact.position) or _is_called_child(self.text, one.start):
                continue
            side = sides.side_of(fact.position, self.units)
            tie = tie_person(fact.name, owner=self.article.unit, beside=beside)
            field = self._field(
                one, value={"name": fact.name, "position": fact.position, "side": side}
            )
            field.person, field.note = tie.person, tie.note
            field.role = _part(side, headed)
            headed.add(side)
            if not fact.position:
                field.reason = _("Bài không ghi chức vụ. Trẻ em thì bỏ: chỉ giữ con số.")
            field.is_doubtful = field.is_doubtful or not tie.is_sure or not fact.position
            yield field

    def _agreement(self) -> Iterator[Field]:
        for one in self.found.of(Kind.AGREEMENT):
            field = self._field(one, value={"kind": one.value.kind})
            if len(one.value.parties) < deeds.PARTNERS:
                field.is_doubtful = True
                field.reason = _("Chưa rõ đủ hai bên ký.")
            yield field
        for one in self.found.of(Kind.SIGNED):
            guess = self._with_year(one.value)
            yield self._day_field(one, guess.iso, guess.reason, whole=days.is_whole(guess.iso))
        if not self._is_summing_up:
            yield from self._plain(Kind.TERM)

    def _promises(self) -> Iterator[Field]:
        for promise in promises(self.found.of(Kind.COMMITMENT), self.text):
            first, last = promise.findings[0], promise.findings[-1]
            field = self._field(first, value=promise.value)
            field.end, field.words = last.end, self.text[first.start : last.end]
            yield field

    def _numbers(self) -> Iterator[Field]:
        """Figures, money and gifts; a gift between units is not told a second time as money."""
        gifts = self.found.of(Kind.GIFT) if self.record == "exchange" else []
        given = {(gift.start, gift.end) for gift in gifts}
        for one in [*self.found.of(Kind.FIGURE), *self.found.of(Kind.MONEY)]:
            if (one.start, one.end) not in given:
                yield self._number(one)
        for one in gifts:
            yield self._gift(one)

    def _number(self, one: Finding) -> Field:
        field = self._field(one, value={**one.plain, "bound": spoken_bound(one)})
        if self.record == "exchange" and any(word in f"{fold(one.words)} " for word in CHILDREN):
            field.is_doubtful = True
            field.reason = _("Trẻ em: chỉ giữ con số, không giữ tên. Có phải của cuộc này không?")
        return field

    def _gift(self, one: Finding) -> Field:
        """Whoever the recipient's name tells receives it; else the guests gave it to the host."""
        units = self.units
        named = sides.side_of(one.value.recipient, units)
        host = next((n for n, unit in enumerate(units) if unit.role == Field.Role.HOST), 0)
        receiver = host if named is None else named
        giver = next((n for n in range(len(units)) if n != receiver), None)
        field = self._field(one, value={**one.plain, "giver": giver, "receiver": receiver})
        if named is None:
            field.is_doubtful = True
            field.reason = _("Bài không nói rõ ai tặng ai.")
        return field

    def _photos(self) -> Iterator[Field]:
        """All photos are one line: they are looked at in the article, not one by one."""
        photos = self.found.of(Kind.PHOTO)
        if photos:
            captions = [one.value.caption for one in photos if one.value.caption]
            yield self._field(photos[0], value={"number": len(photos), "captions": captions})

    def _field(self, one: Finding, *, value: Any) -> Field:
        return Field(
            article=self.article,
            kind=str(one.kind),
            read=one.plain,
            value=value,
            start=one.start,
            end=one.end,
            words=one.words,
            also=list(one.also),
            rule=one.rule,
            confidence=one.confidence,
            reason=one.reason[:300],
            is_doubtful=one.confidence < SURE,
        )


def _is_called_child(text: str, start: int) -> bool:
    """Whether the word before a name makes it a child's: names of children are not kept."""
    before = text[:start].split()[-1:]
    return bool(before) and before[0].casefold().strip('(“"') in {"em", "cháu", "bé"}


def spoken_bound(one: Finding) -> str:
    """How a number is bound as it is spoken: the house tells "gần" from "khoảng"."""
    heard = quantities(one.words)
    return heard[0].bound if len(heard) == 1 else str(one.value.bound)


def _part(side: int | None, headed: set[int | None]) -> str:
    """The first named of a side stands for it, the others are with it; else only present."""
    if side is None:
        return Field.Role.NONE
    return Field.Role.MEMBER if side in headed else Field.Role.HEAD
