"""Units beside each other under one indicator: a table that sorts, with the chart of that table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.activities.models import Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Line, Report
from ketnghia.reviews.roll import by_today
from ketnghia.reviews.sums import Piece, percent, together

HUNDRED = Decimal(100)
SORTS = ("name", "value", "percent")


@dataclass(frozen=True)
class Bar:
    """One unit under the indicator. `length` is its part of the longest, in percent."""

    name: str
    order: str
    url: str
    piece: Piece
    plan: Amount | None
    report: Report | None = None
    note: str = ""
    is_in: bool = True
    length: int = 0

    @property
    def tally(self) -> Tally:
        return self.piece.tally

    @property
    def percent(self) -> Amount | None:
        return percent(self.tally, self.plan.value if self.plan else None)


class Comparison:
    """The units right below a report under one indicator, of that time or of today.

    By the units of today the parts are put together; the whole stays what it is.
    """

    def __init__(
        self,
        report: Report,
        *,
        indicator: str = "",
        sort: str = "",
        is_today: bool = False,
        today: date | None = None,
    ) -> None:
        self.report = report
        self.figures = Figures(report)
        self.is_today = is_today
        self.today = today or localdate()
        self._asked = indicator
        self.sort = sort.removeprefix("-") if sort.removeprefix("-") in SORTS else "value"
        self.is_turned = sort.startswith("-")

    @cached_property
    def indicators(self) -> list[Indicator]:
        """Those some unit below said something under; else every one asked."""
        said = set(self.figures.below)
        asked = list(self.figures.indicators.values())
        return [one for one in asked if one.pk in said] or asked

    @cached_property
    def indicator(self) -> Indicator | None:
        known = {str(one.pk): one for one in self.indicators}
        return known.get(self._asked) or next(iter(self.indicators), None)

    @cached_property
    def bars(self) -> list[Bar]:
        found = list(self._of_today() if self.is_today else self._of_then())
        longest = max((_length(bar.tally) for bar in found), default=Decimal(0))
        if longest:
            found = [
                replace(bar, length=int(_length(bar.tally) * HUNDRED / longest)) for bar in found
            ]
        return sorted(found, key=self._order, reverse=self.is_turned)

    @cached_property
    def _children(self) -> list[Report]:
        return list(self.report.children.with_units())

    @cached_property
    def _lines(self) -> dict[int, Line]:
        found = Line.objects.filter(
            report__in=[child.pk for child in self._children], indicator=self.indicator
        )
        return {line.report_id: line for line in found.select_related("indicator")}

    def _piece(self, child: Report) -> Piece:
        """What a report handed in said; nothing of one still being written."""
        line = self._lines.get(child.pk)
        return line.piece if line and line.is_frozen and child.is_frozen else Piece()

    def _plan(self, *children: Report) -> Amount | None:
        lines = [self._lines[child.pk] for child in children if child.pk in self._lines]
        plans = [line.plan for line in lines if line.plan is not None]
        return Amount(sum(plans, Decimal(0))) if plans else None

    def _of_then(self) -> Iterator[Bar]:
        for child in self._children:
            yield Bar(
                name=child.name,
                order=child.unit.sort_key,
                url=child.get_absolute_url(),
                piece=self._piece(child),
                plan=self._plan(child),
                report=child,
                is_in=child.is_frozen,
            )

    def _of_today(self) -> Iterator[Bar]:
        """What went over whole under the heir's name; what was split stands as it was."""
        assert self.indicator  # noqa: S101 - asked where there is one
        regrouped = by_today(self._children, today=self.today)
        for heir in regrouped.units:
            pieces = [self._piece(child) for child in heir.reports]
            handed = sum(child.is_frozen for child in heir.reports)
            words = {"handed": handed, "every": len(heir.reports)}
            yield Bar(
                name=heir.unit.name,
                order=heir.unit.sort_key,
                url=heir.unit.get_absolute_url(),
                piece=together(pieces, adds=self.indicator.adds),
                plan=self._plan(*heir.reports),
                note=_("%(handed)s trong %(every)s đơn vị lúc đó đã nộp") % words,
                is_in=bool(handed),
            )
        for child, heirs in regrouped.split:
            names = ", ".join(unit.name for unit in heirs)
            yield Bar(
                name=child.name,
                order=child.unit.sort_key,
                url=child.get_absolute_url(),
                piece=self._piece(child),
                plan=self._plan(child),
                note=_("chia cho %(names)s, số để nguyên") % {"names": names} if names else "",
                is_in=child.is_frozen,
            )

    def _order(self, bar: Bar) -> tuple[Decimal, str]:
        """Greatest first where numbers are compared; equals by name."""
        if self.sort == "name":
            return Decimal(0), bar.order
        amount = bar.percent if self.sort == "percent" else bar.tally.amount
        return (-amount.value if amount else Decimal(1)), bar.order

    @property
    def whole(self) -> Tally:
        """What they come to together."""
        if self.indicator is None or self.indicator.pk not in self.figures.below:
            return Tally()
        return self.figures.below[self.indicator.pk].tally

    @property
    def has_plans(self) -> bool:
        return any(bar.plan for bar in self.bars)


def _length(tally: Tally) -> Decimal:
    return tally.amount.value if tally.amount else Decimal(0)
