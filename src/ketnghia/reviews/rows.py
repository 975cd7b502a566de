"""The table of a report: every indicator asked, in the groups of a printed report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Report
from ketnghia.reviews.sums import percent

NAMED = 2


@dataclass(frozen=True)
class Row:
    """One indicator of a report."""

    indicator: Indicator
    total: Tally
    own: Tally
    below: Tally
    line: Line | None
    computed: Tally
    missing: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing said, planned or corrected: shown only when everything is asked for."""
        is_touched = self.is_moved or self.is_corrected
        return self.total.is_blank and self.plan is None and not is_touched

    @property
    def plan(self) -> Amount | None:
        return Amount(self.line.plan) if self.line and self.line.plan is not None else None

    @property
    def percent(self) -> Amount | None:
        return percent(self.total, self.line.plan if self.line else None)

    @property
    def is_corrected(self) -> bool:
        return bool(self.line and self.line.is_corrected)

    @property
    def is_moved(self) -> bool:
        return bool(self.line and self.line.is_moved)


@dataclass(frozen=True)
class Group:
    """The rows of one group of indicators."""

    name: str
    rows: list[Row]


class Table:
    """What a report says under every indicator it was asked."""

    def __init__(self, figures: Figures, *, everything: bool = False) -> None:
        self.figures = figures
        self.report = figures.report
        self.everything = everything

    @cached_property
    def is_upper(self) -> bool:
        """Whether reports below add to it."""
        return bool(self.children)

    @cached_property
    def children(self) -> list[Report]:
        found = self.report.children.with_units().order_by("unit__sort_key", "pk")
        return list(found)

    @cached_property
    def rows(self) -> list[Row]:
        below = self.figures.below if self.is_upper else {}
        missing = self._missing() if self.is_upper else {}
        return [
            Row(
                indicator=indicator,
                total=self.figures.tally(key),
                own=self.figures.own_told.get(key, Tally()),
                below=below[key].tally if key in below else Tally(),
                line=self.figures.lines.get(key),
                computed=self._computed(key),
                missing=missing.get(key, ""),
            )
            for key, indicator in self.figures.indicators.items()
        ]

    def _computed(self, key: int) -> Tally:
        """What it would be without the correction; read only where there is one."""
        line = self.figures.lines.get(key)
        if line is None or not line.is_corrected:
            return Tally()
        return self.figures.computed[key].tally

    @property
    def groups(self) -> list[Group]:
        shown: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if self.everything or not row.is_empty:
                shown[row.indicator.group].append(row)
        return [Group(str(Indicator.Group(key).label), rows) for key, rows in shown.items()]

    @property
    def printed(self) -> list[Row]:
        """What the appendix of a printed report lists."""
        return [row for row in self.rows if not row.is_empty]

    @cached_property
    def has_plans(self) -> bool:
        return any(row.plan is not None for row in self.rows)

    @property
    def columns(self) -> int:
        """How many columns the table of the page has."""
        return 3 + 3 * self.is_upper + 2 * self.has_plans

    @property
    def said(self) -> int:
        return sum(not row.total.is_blank for row in self.rows)

    @property
    def blank(self) -> int:
        return len(self.rows) - self.said

    @property
    def doubts(self) -> int:
        return sum(row.total.is_in_doubt for row in self.rows)

    @property
    def moved(self) -> int:
        return sum(row.is_moved for row in self.rows)

    def _missing(self) -> dict[int, str]:
        """By indicator: how many have not handed in, and who handed in without saying."""
        absent = sum(not child.is_frozen for child in self.children)
        counted = [child for child in self.children if child.is_frozen]
        said = self._said(counted)
        return {
            key: _told(
                absent, [c for c in counted if (key, c.pk) not in said and asked.of(c.level)]
            )
            for key, asked in ((one.indicator_id, one) for one in self.figures.asked)
        }

    def _said(self, counted: list[Report]) -> set[tuple[int, int]]:
        lines = Line.objects.frozen().filter(report__in=[child.pk for child in counted])
        told = lines.exclude(value=None, unknown=0, low=None)
        return set(told.values_list("indicator_id", "report_id"))


def _told(absent: int, blank: list[Report]) -> str:
    """What a total still lacks: “2 đơn vị; Duy Tiên chưa ghi”."""
    parts = []
    if absent:
        parts.append(
            ngettext("%(number)s đơn vị", "%(number)s đơn vị", absent) % {"number": absent}
        )
    if blank:
        parts.append(_blank(blank))
    return "; ".join(parts)


def _blank(blank: Iterable[Report]) -> str:
    names = [child.unit.short_name for child in blank]
    if len(names) <= NAMED:
        return _("%(names)s chưa ghi") % {"names": ", ".join(names)}
    words = {"number": len(names)}
    return ngettext("%(number)s đơn vị chưa ghi", "%(number)s đơn vị chưa ghi", len(names)) % words
