"""What reading an article gives: the text a person sees, and every finding in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ketnghia.reading.engine.door import Entered
from ketnghia.reading.engine.finding import Finding, Kind


@dataclass(frozen=True)
class Reading:
    """An article read."""

    entered: Entered
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        """The text a person sees; the places of the findings are places of it."""
        return self.entered.seen

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know: an old font, another language, a text cut short."""
        return self.entered.notices

    def source_place(self, place: int) -> int:
        """Where a place of the text stands in the plain text that was given."""
        for track in self.entered.to_source:
            place = track.back(place)
        return place

    def of(self, kind: Kind) -> list[Finding]:
        """The findings of a kind, in the order of the record."""
        return [finding for finding in self.findings if finding.kind is kind]

    def first(self, kind: Kind) -> Any:
        """The value of the first finding of a kind; None where there is none."""
        return next((finding.value for finding in self.findings if finding.kind is kind), None)

    def record(self) -> dict[str, Any]:
        """The record of the article, in the shape of the annotation guide."""
        event = self.first(Kind.EVENT)
        return {
            "kind": self.first(Kind.ARTICLE) or "other",
            "published_on": self.first(Kind.PUBLISHED),
            "event_start": event.start if event else None,
            "event_end": event.end if event else None,
            "place": self.first(Kind.PLACE),
            "units": [list(one.value.aliases) for one in self.of(Kind.UNIT)],
            "people": [
                {"name": one.value.name, "position": one.value.position or None}
                for one in self.of(Kind.PERSON)
            ],
            "agreement": self._agreement(),
            "commitments": [_commitment(one) for one in self.of(Kind.COMMITMENT)],
            "figures": [_figure(one) for one in self.of(Kind.FIGURE)],
            "money": [_money(one) for one in self.of(Kind.MONEY)],
        }

    def fields(self) -> dict[str, list[Finding]]:
        """Every field of the record with the findings it comes from."""
        parties = self.first(Kind.AGREEMENT)
        units = self.of(Kind.UNIT)
        told = {
            "agreement.parties": [units[index] for index in (parties.parties if parties else ())]
        }
        for field, kind in _FIELDS.items():
            told[field] = self.of(kind)
        return told

    def _agreement(self) -> dict[str, Any] | None:
        agreement, term = self.first(Kind.AGREEMENT), self.first(Kind.TERM)
        if agreement is None:
            return None
        return {
            "kind": agreement.kind,
            "parties": list(agreement.parties),
            "signed_on": self.first(Kind.SIGNED),
            "term_start": term.start if term else None,
            "term_end": term.end if term else None,
        }


# Where each field of the record comes from; "agreement.parties" are findings of units.
_FIELDS = {
    "kind": Kind.ARTICLE,
    "published_on": Kind.PUBLISHED,
    "event_start": Kind.EVENT,
    "event_end": Kind.EVENT,
    "place": Kind.PLACE,
    "units": Kind.UNIT,
    "people": Kind.PERSON,
    "agreement.kind": Kind.AGREEMENT,
    "agreement.signed_on": Kind.SIGNED,
    "agreement.term_start": Kind.TERM,
    "agreement.term_end": Kind.TERM,
    "commitments": Kind.COMMITMENT,
    "figures": Kind.FIGURE,
    "money": Kind.MONEY,
}


def _commitment(found: Finding) -> dict[str, Any]:
    fact = found.value
    return {"quantity": fact.quantity, "bound": fact.bound, "per": fact.per, "what": fact.what}


def _figure(found: Finding) -> dict[str, Any]:
    return {"value": found.value.value, "unit": found.value.unit, "bound": found.value.bound}


def _money(found: Finding) -> dict[str, Any]:
    fact = found.value
    told = {"bound": fact.bound, "purpose": fact.purpose}
    if fact.currency == "VND":
        return {"vnd": fact.amount, **told}
    return {"amount": fact.amount, "currency": fact.currency, **told}
