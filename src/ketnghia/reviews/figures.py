"""The numbers of one report: its own part, what comes from below, corrections, and what is asked.

While a report is open they are read from the ledger and from the frozen lines of the reports right
below; once handed in, from its own frozen lines alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Sum
from django.db.models.expressions import RawSQL

from ketnghia.activities.models import Contribution, Indicator
from ketnghia.activities.rollup import over_all
from ketnghia.activities.tallies import Tally, share_of
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.reviews.derived import Entry, entries, piece_of
from ketnghia.reviews.doubts import in_doubt, with_doubts
from ketnghia.reviews.models import Asked, Line, Report
from ketnghia.reviews.models.lines import PIECE_FIELDS, frozen_piece
from ketnghia.reviews.sums import Piece, together
from ketnghia.units.models import Unit, UnitQuerySet

# Downwards through the standings of the day, stopping at units that report themselves.
_OWN = """
WITH RECURSIVE own(unit_id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT standing.unit_id FROM units_standing standing
    JOIN own ON standing.parent_id = own.unit_id
    WHERE (standing.valid_from IS NULL OR standing.valid_from <= %s)
      AND (standing.valid_until IS NULL OR standing.valid_until >= %s)
      AND NOT EXISTS (
        SELECT 1 FROM reviews_report report
        WHERE report.round_id = %s AND report.unit_id = standing.unit_id
      )
)
SELECT unit_id FROM own
"""
# Kept together by hand: the four decimals of the ledger.
PLACES = Decimal("0.0001")


def own_units(report: Report) -> UnitQuerySet:
    """The unit, those below it that hand in no report of their own, and ended ones it took over."""
    on = report.round.tree_day.isoformat()
    held = RawSQL(_OWN, [report.unit_id, on, on, report.round_id])  # noqa: S611 - bound
    return Unit.objects.filter(Q(pk__in=held) | Q(pk__in=report.taken_over))


class Figures:
    """The numbers of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.round = report.round

    @cached_property
    def asked(self) -> list[Asked]:
        """What its level is asked, in the order of the report."""
        return [one for one in self.round.asked.in_order() if one.of(self.report.level)]

    @cached_property
    def indicators(self) -> dict[int, Indicator]:
        return {one.indicator_id: one.indicator for one in self.asked}

    @cached_property
    def lines(self) -> dict[int, Line]:
        found = self.report.lines.select_related("indicator", "corrected_by")
        return {line.indicator_id: line for line in found}

    @cached_property
    def own_keys(self) -> set[int]:
        return set(own_units(self.report).values_list("pk", flat=True))

    @cached_property
    def contributions(self) -> QuerySet[Contribution]:
        """What the unit's own part is made of, in the ledger."""
        found = Contribution.objects.filter(unit__in=self.own_keys)
        found = found.between(self.round.first, self.round.last)
        if self.round.campaign_id:
            found = found.filter(figure__activity__campaign=self.round.campaign_id)
        return found

    def entries(self, indicator: Indicator) -> list[Entry]:
        """Records behind a number the house keeps itself."""
        return entries(indicator.derived, self.own_keys, self.round.span)

    @cached_property
    def own(self) -> dict[int, Piece]:
        """The unit's own part, as the sources say it now."""
        found = {key: Piece(tally) for key, tally in over_all(self.contributions).items()}
        for indicator in self.indicators.values():
            if indicator.derived:
                found[indicator.pk] = piece_of(self.entries(indicator), adds=indicator.adds)
        return {key: piece for key, piece in found.items() if key in self.indicators}

    @cached_property
    def below(self) -> dict[int, Piece]:
        """What the reports right below that were handed in come to."""
        return from_below(Line.objects.of_children(self.report))

    @cached_property
    def computed(self) -> dict[int, Piece]:
        """Own part and reports below together, before any correction."""
        nothing = Piece()
        return {
            key: together(
                [self.own.get(key, nothing), self.below.get(key, nothing)], adds=indicator.adds
            )
            for key, indicator in self.indicators.items()
        }

    @cached_property
    def totals(self) -> dict[int, Piece]:
        """What the report says: frozen, or computed with corrections and doubts."""
        if self.report.is_frozen:
            return self._frozen
        doubted = with_doubts(
            self.report, {key: piece.tally for key, piece in self.computed.items()}
        )
        found = {key: replace(piece, tally=doubted[key]) for key, piece in self.computed.items()}
        for key, line in self.lines.items():
            if line.is_corrected and key in found:
                found[key] = Piece(line.said)
        return found

    @cached_property
    def _frozen(self) -> dict[int, Piece]:
        """Lines as they were handed in; a doubt is told while its question still waits.

        Answered “different things”, the frozen number stands; answered “one thing”, the sources
        moved and the line says so.
        """
        found = {line.indicator_id: line.piece for line in self.lines.values() if line.is_frozen}
        doubtful = {key for key, piece in found.items() if piece.tally.is_in_doubt}
        settled = doubtful - in_doubt(self.report) if doubtful else set()
        for key in settled:
            found[key] = replace(found[key], tally=replace(found[key].tally, least=None))
        return found

    @cached_property
    def own_told(self) -> dict[int, Tally]:
        """The unit's own part as the report tells it."""
        if self.report.is_frozen:
            return {line.indicator_id: line.own_tally for line in self.lines.values()}
        return {key: piece.tally for key, piece in self.own.items()}

    def tally(self, indicator: int) -> Tally:
        found = self.totals.get(indicator)
        return found.tally if found else Tally()


def from_below(lines: QuerySet[Line]) -> dict[int, Piece]:
    """Frozen lines of several reports, added by the database; records met twice once."""
    rows = (
        lines.filter(indicator__derived="")
        .order_by()
        .values("indicator_id", "indicator__adds", "bound")
        .annotate(
            total=Sum("value"),
            figures=Sum("number"),
            untold=Sum("unknown"),
            lowest=Min("low"),
            highest=Max("high"),
            parts=Sum("part"),
            wholes=Sum("whole"),
            known=Count("value"),
            ranged=Count("low"),
            rated=Count("whole"),
        )
    )
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row["indicator_id"]].append(row)
    found = {key: Piece(_tally(group)) for key, group in groups.items()}
    shared: dict[tuple[int, str], list[Piece]] = defaultdict(list)
    derived = lines.exclude(indicator__derived="").order_by()
    for row in derived.values("indicator_id", "indicator__adds", *PIECE_FIELDS):
        shared[(row["indicator_id"], row["indicator__adds"])].append(frozen_piece(row))
    for (key, adds), some in shared.items():
        found[key] = together(some, adds=adds)
    return found


def _tally(rows: list[Any]) -> Tally:
    number = sum(row["figures"] for row in rows)
    unknown = sum(row["untold"] for row in rows)
    if rows[0]["indicator__adds"] == Indicator.Adds.SHARE:
        return replace(_share(rows), number=number, unknown=unknown)
    known = [Amount(_plain(row["total"]), Bound(row["bound"])) for row in rows if row["known"]]
    whole = together((Piece(Tally(amount)) for amount in known), adds=rows[0]["indicator__adds"])
    return replace(whole.tally, number=number, unknown=unknown)


def _share(rows: list[Any]) -> Tally:
    ranged = sum(row["ranged"] for row in rows)
    if ranged and sum(row["rated"] for row in rows) == ranged:
        parts = sum((_plain(row["parts"]) for row in rows), Decimal(0))
        wholes = sum((_plain(row["wholes"]) for row in rows), Decimal(0))
        return share_of([(parts, wholes)])
    lows = [_plain(row["lowest"]) for row in rows if row["lowest"] is not None]
    highs = [_plain(row["highest"]) for row in rows if row["highest"] is not None]
    if not lows:
        return Tally()
    if ranged == 1 and lows == highs:
        return Tally(Amount(lows[0]))
    return Tally(range=(min(lows), max(highs)))


def _plain(value: Decimal) -> Decimal:
    """SQLite sums in binary; no more than four decimals is true."""
    return Decimal(value).quantize(PLACES).normalize() + 0
