"""Totals of a unit, alone or with all below it, over some days: the table and the way down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ketnghia.activities.models import Contribution, Figure, Indicator
from ketnghia.activities.rollup import doubted, over_all
from ketnghia.activities.spans import Span
from ketnghia.activities.tallies import Tally
from ketnghia.units.models import Unit


@dataclass(frozen=True)
class Row:
    """One indicator and what it comes to."""

    indicator: Indicator
    tally: Tally


@dataclass(frozen=True)
class Group:
    """The indicators of one part of the report."""

    name: str
    rows: list[Row]


class Totals:
    """What a unit has to report from one day to another, by the tree as it was on the last."""

    def __init__(
        self, unit: Unit, span: Span, *, with_below: bool, all_shown: bool = False
    ) -> None:
        self.unit = unit
        self.span = span
        self.with_below = with_below
        self.all_shown = all_shown

    @cached_property
    def contributions(self) -> QuerySet[Contribution]:
        whose = Q(unit=self.unit)
        if self.with_below:
            whose |= Q(unit__in=Unit.objects.below(self.unit, on=self.span.last))
        return Contribution.objects.filter(whose).between(self.span.first, self.span.last)

    @cached_property
    def tallies(self) -> dict[int, Tally]:
        found = over_all(self.contributions)
        return doubted(found, self.contributions, first=self.span.first, last=self.span.last)

    @cached_property
    def groups(self) -> list[Group]:
        """In the order of the report; what nobody wrote is shown only when asked for."""
        usable = Indicator.objects.usable_by(self.unit).in_year(self.span.last.year)
        shown = usable.filter(under__isnull=True) | Indicator.objects.filter(pk__in=self.tallies)
        rows: dict[str, list[Row]] = {}
        for indicator in shown.distinct().order_by("group", "order", "pk"):
            tally = self.tallies.get(indicator.pk, Tally())
            if self.all_shown or not tally.is_blank:
                rows.setdefault(indicator.group, []).append(Row(indicator, tally))
        return [Group(str(Indicator.Group(key).label), found) for key, found in rows.items()]

    @property
    def number(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def doubts(self) -> int:
        return sum(tally.is_in_doubt for tally in self.tallies.values())

    def figures(self, indicator: Indicator) -> QuerySet[Figure]:
        """What a total is made of: every figure that adds to it, newest first."""
        lines = self.contributions.filter(indicator=indicator)
        found = Figure.objects.filter(pk__in=lines.values("figure"))
        return (
            found.select_related("activity", "indicator", "document")
            .prefetch_related("activity__organisers__unit__names")
            .order_by("-activity__ends_on", "-pk")
        )

    @property
    def lead(self) -> str:
        words = {"number": self.number, "days": self.span.words}
        if not self.number:
            return _("Chưa có số liệu nào trong %(days)s.") % words
        return _("%(number)s chỉ tiêu có số liệu trong %(days)s.") % words
