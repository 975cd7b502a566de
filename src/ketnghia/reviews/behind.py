"""What is behind one number of a report: figures with their words, records, reports below."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from ketnghia.accounts.models import User
from ketnghia.activities.models import Figure, Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.reviews.derived import Entry
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Report
from ketnghia.reviews.rows import Row, Table

AT_MOST = 200


@dataclass(frozen=True)
class FromBelow:
    """What one report right below said."""

    report: Report
    tally: Tally
    line: Line | None


class Behind:
    """The way down from one number: to the units, the figures, their sentences and photos."""

    def __init__(self, report: Report, indicator: Indicator, user: User) -> None:
        self.report = report
        self.indicator = indicator
        self.user = user
        self.table = Table(Figures(report))

    @cached_property
    def row(self) -> Row | None:
        """Nothing where the unit's level is not asked."""
        rows = self.table.rows
        return next((row for row in rows if row.indicator.pk == self.indicator.pk), None)

    @cached_property
    def figures(self) -> QuerySet[Figure]:
        """Figures of the unit's own part, as they are now; the newest first."""
        if self.indicator.derived:
            return Figure.objects.none()
        lines = self.table.figures.contributions.filter(indicator=self.indicator)
        found = Figure.objects.filter(pk__in=lines.values("figure"))
        return (
            found.select_related("activity", "indicator", "document")
            .prefetch_related("activity__organisers__unit__names")
            .order_by("-activity__ends_on", "-pk")
        )

    @cached_property
    def entries(self) -> list[Entry]:
        """Records behind a number the house keeps itself, each once."""
        if not self.indicator.derived:
            return []
        once = {entry.key: entry for entry in self.table.figures.entries(self.indicator)}
        return sorted(once.values(), key=lambda entry: entry.on, reverse=True)[:AT_MOST]

    @cached_property
    def below(self) -> list[FromBelow]:
        """Reports right below that were handed in, with what each said."""
        children = [child for child in self.table.children if child.is_frozen]
        lines = {
            line.report_id: line
            for line in Line.objects.frozen()
            .filter(report__in=[child.pk for child in children], indicator=self.indicator)
            .select_related("indicator")
        }
        return [
            FromBelow(child, lines[child.pk].piece.tally, lines[child.pk])
            if child.pk in lines
            else FromBelow(child, Tally(), None)
            for child in children
        ]

    @property
    def computed(self) -> Tally:
        """What the sources and the reports below come to, without a correction."""
        found = self.table.figures.computed.get(self.indicator.pk)
        return found.tally if found else Tally()

    @cached_property
    def may_write(self) -> bool:
        mine = Report.objects.editable_by(self.user)
        return self.row is not None and mine.filter(pk=self.report.pk).exists()

    @property
    def is_empty(self) -> bool:
        return not (self.below or self.entries or self.figures.exists())
