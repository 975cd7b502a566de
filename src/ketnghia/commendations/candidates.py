"""Who could be put forward in a round, with what the records tell of each: in the order of names.

Nobody is ranked and nothing is picked: a person looks and chooses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Indicator, Organiser
from ketnghia.activities.rollup import sums_by
from ketnghia.commendations.evidence import (
    activities,
    contributions,
    duties,
    exchanges,
    reports,
)
from ketnghia.commendations.models import AwardRound, Nomination
from ketnghia.exchanges.models import Participation
from ketnghia.people.models import Person
from ketnghia.reviews.wording import phrase
from ketnghia.units.models import Unit

# Totals named beside a candidate; all of them stand on the page of its evidence.
FEW = 3
HOLDER = "unit__reached_by__holder"


@dataclass
class Candidate:
    """A unit or a person and, in a few words each, what the records tell."""

    unit: Unit | None = None
    person: Person | None = None
    name: str = ""
    told: list[str] = field(default_factory=list)
    nominated: list[Nomination] = field(default_factory=list)


class Candidates:
    """Those whom one unit may put forward: itself, the units right below it, people who led."""

    def __init__(self, round: AwardRound, nominator: Unit, user: User) -> None:  # noqa: A002
        self.round = round
        self.nominator = nominator
        self.user = user

    @cached_property
    def units(self) -> list[Unit]:
        below = Unit.objects.children_of(self.nominator, on=self.round.last)
        found = Unit.objects.filter(pk=self.nominator.pk) | Unit.objects.filter(
            pk__in=below.values("pk")
        )
        return list(found.order_by("sort_key", "pk").prefetch_related("names"))

    @cached_property
    def keys(self) -> list[int]:
        return [unit.pk for unit in self.units]

    @property
    def collectives(self) -> list[Candidate]:
        """Units of which something is told; the others are named in `silent`."""
        return [one for one in self._collectives if one.told]

    @property
    def silent(self) -> list[Candidate]:
        return [one for one in self._collectives if not one.told]

    @cached_property
    def _collectives(self) -> list[Candidate]:
        parts = (self._totals(), self._activities(), self._duties(), self._reports())
        return [
            Candidate(
                unit=unit,
                name=unit.name_on(self.round.last),
                told=[words for part in parts for words in part.get(unit.pk, [])],
                nominated=self._nominated.get(("unit", unit.pk), []),
            )
            for unit in self.units
        ]

    @cached_property
    def people(self) -> list[Candidate]:
        """Heads of delegations of the unit and all below it; who else led is typed by hand."""
        sides = Participation.objects.filter(
            head__isnull=False,
            exchange__in=exchanges(self.round).visible_to(self.user),
            **{HOLDER: self.nominator.pk},
        )
        rows = sides.values("head").annotate(number=Count("exchange", distinct=True))
        numbers = {row["head"]: row["number"] for row in rows.order_by()}
        found = Person.objects.filter(pk__in=numbers).order_by("sort_key", "pk")
        return [
            Candidate(
                person=person,
                name=person.name,
                told=[
                    _("dẫn đầu, chủ trì %(number)s cuộc giao lưu") % {"number": numbers[person.pk]}
                ],
                nominated=self._nominated.get(("person", person.pk), []),
            )
            for person in found
        ]

    @cached_property
    def _nominated(self) -> dict[tuple[str, int], list[Nomination]]:
        found: dict[tuple[str, int], list[Nomination]] = defaultdict(list)
        mine = self.round.nominations.filter(nominator=self.nominator).select_related("honour")
        for nomination in mine:
            if nomination.unit_id:
                found["unit", nomination.unit_id].append(nomination)
            if nomination.person_id:
                found["person", nomination.person_id].append(nomination)
        return found

    def _totals(self) -> dict[int, list[str]]:
        summed = sums_by(contributions(self.round).filter(**{f"{HOLDER}__in": self.keys}), HOLDER)
        wanted = {indicator for _unit, indicator in summed}
        indicators = Indicator.objects.filter(pk__in=wanted).order_by("group", "order", "pk")
        told: dict[int, list[str]] = defaultdict(list)
        for indicator in indicators:
            for unit in self.keys:
                tally = summed.get((unit, indicator.pk))
                if tally and len(told[unit]) < FEW:
                    told[unit].append(phrase(tally, indicator))
        return told

    def _activities(self) -> dict[int, list[str]]:
        seen = activities(self.round).visible_to(self.user)
        ran = Organiser.objects.filter(activity__in=seen, **{f"{HOLDER}__in": self.keys})
        ran = ran.exclude(answer=Organiser.Answer.DISPUTED)
        rows = ran.values_list(HOLDER).annotate(number=Count("activity", distinct=True)).order_by()
        return _words(rows, _("%(number)s hoạt động"))

    def _duties(self) -> dict[int, list[str]]:
        at = f"party__{HOLDER}"
        kept = duties(self.round).filter(is_met=True, **{f"{at}__in": self.keys})
        rows = kept.values_list(at).annotate(number=Count("pk", distinct=True)).order_by()
        return _words(rows, _("giữ %(number)s cam kết đến hạn"))

    def _reports(self) -> dict[int, list[str]]:
        found = reports(self.round).filter(unit__in=self.keys)
        rows = found.values_list("unit").annotate(number=Count("pk")).order_by()
        return _words(rows, _("%(number)s báo cáo đã duyệt"))


def _words(rows: Iterable[tuple[int, int]], told: str) -> dict[int, list[str]]:
    return {unit: [told % {"number": number}] for unit, number in rows}
