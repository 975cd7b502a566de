"""The reader: its rules in their order. Each looks at the text and at what is known so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ketnghia.reading.engine.rules.acting import Acting, acting
from ketnghia.reading.engine.rules.agreed import Agreed, agreed, signed_on
from ketnghia.reading.engine.rules.amounts import Amount, amounts
from ketnghia.reading.engine.rules.article import (
    ArticleKind,
    document_kind,
    document_papers,
    kind_of,
)
from ketnghia.reading.engine.rules.counting import Count, counts
from ketnghia.reading.engine.rules.dates import Days, days_of
from ketnghia.reading.engine.rules.figures import Counted, counted
from ketnghia.reading.engine.rules.gifts import Gift, gifts
from ketnghia.reading.engine.rules.mention import Mention
from ketnghia.reading.engine.rules.mentions import mentions
from ketnghia.reading.engine.rules.papers import Paper, content_of, signings
from ketnghia.reading.engine.rules.people import Named, named_people
from ketnghia.reading.engine.rules.photos import Photo, photos
from ketnghia.reading.engine.rules.publishing import Published, published
from ketnghia.reading.engine.rules.signers import signers
from ketnghia.reading.engine.rules.sites import Site, sites
from ketnghia.reading.engine.rules.units import Cluster, units_of
from ketnghia.reading.engine.rules.when import (
    Event,
    event_days,
    same_year,
    today,
    with_year,
)
from ketnghia.reading.engine.rules.where import Place, place_of
from ketnghia.reading.engine.text import Text


@dataclass(frozen=True)
class Notes:
    """What the rules know so far."""

    days: tuple[Days, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Named, ...] = ()
    acting: tuple[Acting, ...] = ()
    units: tuple[Cluster, ...] = ()
    published: Published | None = None
    event: Event | None = None
    place: Place | None = None
    signed: tuple[Paper, ...] = ()
    kind: ArticleKind | None = None
    content: frozenset[int] = frozenset()
    agreement: Agreed | None = None
    counts: tuple[Count, ...] = ()
    money: tuple[Amount, ...] = ()
    counted: tuple[Counted, ...] = ()
    gifts: tuple[Gift, ...] = ()
    sites: tuple[Site, ...] = ()
    photos: tuple[Photo, ...] = ()


def _days(text: Text, notes: Notes) -> Notes:
    return replace(notes, days=tuple(days_of(text)))


def _mentions(text: Text, notes: Notes) -> Notes:
    return replace(notes, mentions=tuple(mentions(text)))


def _people(text: Text, notes: Notes) -> Notes:
    found = [*named_people(text), *signers(text)]
    return replace(notes, people=tuple(sorted(found, key=lambda one: one.first)))


def _units(text: Text, notes: Notes) -> Notes:
    weighed = tuple(acting(text, notes.mentions, notes.people))
    return replace(notes, acting=weighed, units=tuple(units_of(weighed)))


def _event(text: Text, notes: Notes) -> Notes:
    days = event_days(text, notes.days)
    out = published(text, days)
    days = days or today(text, out)
    return replace(notes, published=out, event=with_year(text, days, out))


def _place(text: Text, notes: Notes) -> Notes:
    posts = {word for one in notes.people for word in range(one.post_first, one.post_last)}
    event = notes.event.days if notes.event else None
    return replace(notes, place=place_of(text, event, posts))


def _kind(text: Text, notes: Notes) -> Notes:
    is_document = document_kind(text) in {"review", "other"}
    signed = [] if is_document else document_papers(text) or signings(text)
    kind = kind_of(text, signed, partners=len(notes.units))
    content = _content(text, kind)
    planned = content if kind.kind == "signing" else frozenset()
    units = tuple(units_of(notes.acting, kind=kind.kind, content=planned))
    return replace(notes, signed=tuple(signed), kind=kind, content=content, units=units)


def _content(text: Text, kind: ArticleKind) -> frozenset[int]:
    """Sentences that tell what a paper holds, or what a plan plans."""
    if kind.kind == "signing":
        return frozenset(content_of(text))
    if document_kind(text) == "other":
        return frozenset(one.number for one in text.sentences)
    return frozenset()


def _agreement(text: Text, notes: Notes) -> Notes:
    is_review = notes.kind is not None and notes.kind.kind == "review"
    if notes.kind is not None and notes.kind.kind == "other":
        return notes
    found = agreed(text, notes.signed, notes.units, notes.days, is_review=is_review)
    if found and notes.signed:
        days = signed_on(text, notes.signed, notes.days, notes.event)
        found = replace(found, signed_on=same_year(days, notes.event))
    return replace(notes, agreement=found)


def _counts(text: Text, notes: Notes) -> Notes:
    names = {word for one in notes.mentions for word in range(one.core, one.last)}
    found = counts(text, notes.days, names)
    money = amounts(text, found)
    taken = {amount.count.first for amount in money}
    told = counted(text, found, taken, notes.content)
    return replace(notes, counts=tuple(found), money=tuple(money), counted=tuple(told))


def _gifts(text: Text, notes: Notes) -> Notes:
    return replace(notes, gifts=tuple(gifts(text, notes.counted, notes.money)))


def _sites(text: Text, notes: Notes) -> Notes:
    return replace(notes, sites=tuple(sites(text)))


def _photos(text: Text, notes: Notes) -> Notes:
    return replace(notes, photos=tuple(photos(text)))


RULES: tuple[Callable[[Text, Notes], Notes], ...] = (
    _days,
    _mentions,
    _people,
    _units,
    _event,
    _place,
    _kind,
    _agreement,
    _counts,
    _gifts,
    _sites,
    _photos,
)


def take_notes(text: Text) -> Notes:
    """Everything the rules know of an article."""
    notes = Notes()
    for rule in RULES:
        notes = rule(text, notes)
    return notes
