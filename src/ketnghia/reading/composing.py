"""What the standing fields of an article come to: the facts its records would be written with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement
from ketnghia.reading.models import Article, Field
from ketnghia.reading.proposing.days import term_days, whole, year_of
from ketnghia.units.models import Unit

Kind, Role = Field.Kind, Field.Role


@dataclass(frozen=True)
class Term:
    """From when to when a paper holds, and the day it was signed where that is known."""

    signed: date | None
    starts_on: date | None
    ends_on: date | None


def units_told(article: Article) -> list[Unit]:
    """The units an article tells of, by their place in the register, whoever hosts first."""
    return Composition(article, article.fields.select_related("unit")).tied


class Composition:
    """The facts of one article, without whatever a person refused."""

    def __init__(self, article: Article, fields: Iterable[Field]) -> None:
        self.article = article
        self.fields = [field for field in fields if not field.is_refused]

    def of(self, kind: str) -> list[Field]:
        return [field for field in self.fields if field.kind == kind]

    def first(self, kind: str) -> Field | None:
        return next(iter(self.of(kind)), None)

    def value(self, kind: str) -> Any:
        field = self.first(kind)
        return field.value if field else None

    # ------------------------------------------------------------ the event

    @property
    def record(self) -> str:
        """As which record the event is written: exchange, activity, or none."""
        deed = self.value(Kind.DEED)
        return str(deed["record"]) if deed else "none"

    @property
    def deed(self) -> str:
        """The kind of the exchange."""
        deed = self.value(Kind.DEED)
        return str(deed.get("kind") or "other") if deed else "other"

    @property
    def title(self) -> str:
        return str(self.value(Kind.TITLE) or self.article.title)[:300]

    @property
    def place(self) -> str:
        return str(self.value(Kind.PLACE) or "")[:200]

    @property
    def days(self) -> tuple[date | None, date | None]:
        told = self.value(Kind.EVENT)
        if not told:
            return None, None
        first = whole(told["start"])
        return first, whole(told["end"]) or first

    @property
    def period(self) -> tuple[date | None, date | None]:
        """The days the figures are for: the period of a review, else the days of the event."""
        told = self.value(Kind.TERM) or {}
        if told.get("sums"):
            return whole(told["start"]), whole(told["end"])
        return self.days

    @cached_property
    def units(self) -> list[Field]:
        """Units with their place in the register, whoever hosts or leads first."""
        order = (Role.HOST, Role.LEAD)
        return sorted(self.of(Kind.UNIT), key=lambda field: field.role not in order)

    @property
    def tied(self) -> list[Unit]:
        return [field.unit for field in self.units if field.unit]

    @property
    def unknown(self) -> list[Field]:
        """Units that nobody has found in the register, nor left out."""
        return [field for field in self.units if field.unit is None]

    def unit_at(self, place: int | None) -> Unit | None:
        """The unit a person or a gift points to, by its place among the units as read."""
        read = [field for field in self.article.fields.all() if field.kind == Kind.UNIT]
        if place is None or not 0 <= place < len(read) or read[place].is_refused:
            return None
        return read[place].unit

    def people_of(self, unit: Unit) -> list[Field]:
        """Who stands for a unit or is with it, its head first."""
        here = [
            field
            for field in self.of(Kind.PERSON)
            if self.unit_at(field.value.get("side")) == unit and field.role != Role.NONE
        ]
        return sorted(here, key=lambda field: field.role != Role.HEAD)

    # ------------------------------------------------------------ the paper

    @property
    def paper(self) -> str:
        """The kind of the paper; empty where there is none to write."""
        told = self.value(Kind.AGREEMENT)
        return str(told["kind"]) if told else ""

    @property
    def parties(self) -> list[Unit]:
        """Whoever signed, in the order of the article."""
        return [field.unit for field in self.of(Kind.UNIT) if field.unit]

    @property
    def term(self) -> Term:
        told = self.value(Kind.TERM) or {}
        signed = whole(self.value(Kind.SIGNED))
        return Term(signed, *term_days(told.get("start"), told.get("end"), signed))

    @property
    def paper_title(self) -> str:
        """Biên bản ghi nhớ Quảng Trị – Savannakhet, 2023–2027."""
        label = str(Agreement.Kind(self.paper).label)
        names = " – ".join(unit.short_name for unit in self.parties)
        told = self.value(Kind.TERM) or {}
        years = [str(y) for y in (year_of(told.get("start")), year_of(told.get("end"))) if y]
        when = "–".join(dict.fromkeys(years))
        words = {"what": f"{label} {names}".strip(), "when": when}
        return (_("%(what)s, %(when)s") % words if when else words["what"])[:300]
