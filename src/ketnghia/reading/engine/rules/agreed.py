"""The agreement of an article: its kind, its parties among the units, its day and its term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ketnghia.reading.engine.rules.dates import Days
from ketnghia.reading.engine.rules.papers import ORDER, Paper, earlier_papers
from ketnghia.reading.engine.rules.terms import Term, term
from ketnghia.reading.engine.rules.units import Cluster
from ketnghia.reading.engine.rules.when import Event, is_told
from ketnghia.reading.engine.text import Text
from ketnghia.reading.engine.zones import Zone

PAIR, MOST_PARTIES = 2, 6


@dataclass(frozen=True)
class Agreed:
    """A paper, the indexes of its parties among the units, its term and its day."""

    kind: str
    paper: Paper
    parties: tuple[int, ...]
    term: Term | None
    signed_on: Days | None = None


def agreed(
    text: Text,
    signed: Sequence[Paper],
    units: Sequence[Cluster],
    days: Sequence[Days],
    *,
    is_review: bool,
) -> Agreed | None:
    """The agreement signed here, or reviewed or carried out by the main event."""
    found = list(signed)
    if not found and len(units) >= PAIR:
        found = earlier_papers(text, is_review=is_review)
    if not found:
        return None
    best = _clearest(found)
    return Agreed(best.kind, best, _parties(signed, units), term(text, found, days))


def _clearest(found: Sequence[Paper]) -> Paper:
    """The clearest name of the paper; titles name papers loosely, the body names them."""
    clear = [paper for paper in found if paper.sort != "loose"]
    told = [paper for paper in clear if paper.sentence.zone is Zone.BODY]
    return min(told or clear or found, key=lambda paper: ORDER.index(paper.sort))


def _parties(signed: Sequence[Paper], units: Sequence[Cluster]) -> tuple[int, ...]:
    """The units named where the paper is signed; where only "hai bên" sign, all that act."""
    sentences = {paper.sentence.number for paper in signed}
    named = tuple(
        number
        for number, unit in enumerate(units)
        if any(one.mention.sentence.number in sentences and not one.in_post for one in unit.acts)
    )
    return named if len(named) >= PAIR else tuple(range(len(units)))[:MOST_PARTIES]


def signed_on(
    text: Text, signed: Sequence[Paper], days: Sequence[Days], event: Event | None
) -> Days | None:
    """The day said where the paper is signed; else the day of the talks, or of the event."""
    sentences = {paper.sentence.number for paper in signed}
    told = [one for one in days if is_told(text, one)]
    ceremony = next((one for one in told if _is_of_signing(text, one)), None)
    if ceremony:
        return ceremony
    here = [one for one in told if one.sentence.number in sentences]
    single = next((one for one in here if one.first == one.last), None)
    if single or event is None:
        return single
    if event.days.first == event.days.last:
        return None if here else event.days
    return _day_of_talks(text, told, event.days, max(sentences))


def _is_of_signing(text: Text, one: Days) -> bool:
    """As in "Lễ ký diễn ra sáng 15/11"."""
    mark = text.mark(one.sentence.first, "signing_verb")
    return mark is not None and text.key(mark.first) == "lễ" and one.first == one.last


def _day_of_talks(text: Text, told: Sequence[Days], span: Days, last_sentence: int) -> Days | None:
    """As in "Ngày 18/11 … hội đàm. Kết thúc hội đàm, hai bên ký": a day inside the visit."""
    found = None
    for one in told:
        is_single = one.first == one.last and one.sentence.number <= last_sentence
        day = (one.first.month, one.first.day)
        is_inside = (span.first.month, span.first.day) <= day <= (span.last.month, span.last.day)
        if (
            is_single
            and is_inside
            and any(text.marks_of("talks", one.sentence.first, one.sentence.last))
        ):
            found = one
    return found
