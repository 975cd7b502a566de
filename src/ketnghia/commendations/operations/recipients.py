"""Who a list means: units by the name of their day, people by their name, the rest as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ketnghia.commendations.names import Line, collectives, endings, people
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.units.models import Unit, UnitName
from ketnghia.vietnamese.text import fold


@dataclass(frozen=True)
class Recipient:
    """One that is honoured, as told; `person` empty: whoever is known by the name, or new."""

    kind: str
    name: str
    title: str = ""
    unit: Unit | None = None
    person: Person | None = None
    of_unit: Unit | None = None
    certificate: str = ""
    money: Decimal | None = None


def read_recipients(*, units: str, persons: str, issuer: Unit | None, on: date) -> list[Recipient]:
    """What two typed lists mean on a day; units are looked for under the issuer first."""
    listed, told = collectives(units), people(persons)
    finder = UnitFinder(issuer, on)
    finder.learn([line.name for line in listed])
    finder.learn([words for line in told for words in endings(line.title)])
    return [_collective(line, finder) for line in listed] + [_person(line, finder) for line in told]


def _collective(line: Line, finder: UnitFinder) -> Recipient:
    unit = finder.called(line.name) or finder.sounding(line.name)
    return Recipient(Kind.COLLECTIVE, line.name, unit=unit)


def _person(line: Line, finder: UnitFinder) -> Recipient:
    found = (finder.called(words) for words in endings(line.title))
    of_unit = next((unit for unit in found if unit), None)
    return Recipient(Kind.PERSON, line.name, title=line.title, of_unit=of_unit)


class UnitFinder:
    """Units by the names they had on a day; those under the issuer win over others."""

    def __init__(self, issuer: Unit | None, on: date) -> None:
        self.on = on
        self.near: set[int] = set()
        if issuer:
            below = Unit.objects.below(issuer, on=on).values_list("pk", flat=True)
            self.near = {issuer.pk, *below}
        self.known: dict[str, list[Unit]] = {}

    def learn(self, names: Sequence[str]) -> None:
        """Look many names up at once."""
        wanted = set(names)
        found = UnitName.objects.filter(name__in=wanted).select_related("unit")
        for name in found:
            is_then = name.covers(self.on) or name.form != UnitName.Form.OFFICIAL
            if is_then and self._lived(name.unit):
                self.known.setdefault(name.name, []).append(name.unit)

    def called(self, name: str) -> Unit | None:
        return self._one(self.known.get(name, []))

    def sounding(self, name: str) -> Unit | None:
        """The one unit of this name but for marks; none where two could be meant."""
        wanted = fold(name)
        found = Unit.objects.filter(search_text__contains=wanted).living_on(self.on)
        exact = [unit for unit in found[:50] if wanted in unit.search_text.split(" | ")]
        return self._one(exact)

    def _one(self, units: Sequence[Unit]) -> Unit | None:
        distinct = {unit.pk: unit for unit in units}
        near = [unit for pk, unit in distinct.items() if pk in self.near]
        left = near or list(distinct.values())
        return left[0] if len(left) == 1 else None

    def _lived(self, unit: Unit) -> bool:
        begun = unit.began_on is None or unit.began_on <= self.on
        return begun and (unit.ended_on is None or unit.ended_on > self.on)
