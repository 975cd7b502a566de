"""Reviews of half-years over three levels: closed ones, and the one that is being handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from ketnghia.reviews.models import Aim, Line, Move, Report, Round
from ketnghia.reviews.operations import draft, hand_in_all, open_round
from ketnghia.reviews.operations.submitting import take_snapshot
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance
from ketnghia.simulation.nation.land import Land
from ketnghia.simulation.nation.moments import moment
from ketnghia.units.country import REFORM
from ketnghia.units.models import Level, Unit
from ketnghia.vietnamese.numbers import grouped

CLOSED = 2
# In which part of reports a closed half-year never got, and came late.
FORGOTTEN, LATE = 0.015, 0.08
# While a half-year is being handed in: who still writes, and whom the unit above sent back.
WAITING = {Level.BASE: 0.3, Level.UPPER_BASE: 0.65}
SENT_BACK = 0.04
AIMS, MORE = 2, Decimal("1.1")
SLOWLY = 2_000
REMARK = "Số liệu tháng cuối chưa khớp với các hoạt động đã ghi. Đề nghị xem lại."


@dataclass(frozen=True, slots=True)
class Half:
    """Half a year, as officers name it."""

    year: int
    is_first: bool

    @property
    def days(self) -> tuple[date, date]:
        if self.is_first:
            return date(self.year, 1, 1), date(self.year, 6, 30)
        return date(self.year, 7, 1), date(self.year, 12, 31)

    @property
    def before(self) -> Half:
        return Half(self.year - (1 if self.is_first else 0), not self.is_first)

    @property
    def title(self) -> str:
        part = "đầu" if self.is_first else "cuối"
        return f"Sơ kết công tác Đoàn và phong trào thanh thiếu nhi 6 tháng {part} năm {self.year}"


def half_on(day: date) -> Half:
    return Half(day.year, day.month <= 6)  # noqa: PLR2004 - the sixth month ends the first half


class Rounds:
    """Opens the reviews of a unit's whole tree and hands them in, by the room's own operations."""

    def __init__(
        self, top: str, land: Land, users: dict[int, int], *, seed: int, today: date
    ) -> None:
        self.land, self.users, self.today = land, users, today
        self.chance = Chance(seed, "rounds")
        self.top = Unit.objects.get(code=top)

    def write(self) -> int:
        """The half-years closed last, of today's tree, then the one that runs; how many reports."""
        halves = [half_on(self.today)]
        while len(halves) <= CLOSED and halves[0].before.days[0] >= REFORM:
            halves.insert(0, halves[0].before)
        earlier, number = None, 0
        for half in halves:
            earlier = self._write(half, earlier, is_open=half == halves[-1])
            number += earlier.reports.count()
        return number

    @transaction.atomic
    def _write(self, half: Half, earlier: Round | None, *, is_open: bool) -> Round:
        first, last = half.days
        due_on = last + timedelta(days=10)
        made = open_round(
            self.top,
            title=half.title,
            first=first,
            last=last,
            due_on=due_on,
            earlier=3,
            previous=earlier,
        )
        listed = list(made.reports.order_by("pk").values_list("unit_id", "level"))
        waiting = self._waiting(listed, is_open=is_open)
        if is_open:
            hand_in_all(made, on=self.today, missing=waiting)
            self._send_back(made, waiting)
        else:
            hand_in_all(made, on=due_on, missing=waiting, state=Report.State.ACCEPTED)
            self._come_late(made, due_on + timedelta(days=4))
            self._aim(made)
        self._note(made)
        self._word(made, is_open=is_open)
        if earlier is not None:
            earlier.reports.filter(state=Report.State.ACCEPTED).update(state=Report.State.LOCKED)
        return made

    def _waiting(self, listed: list[tuple[int, str]], *, is_open: bool) -> set[int]:
        """Units that have not handed in; the upper levels of a running half-year all wait."""
        kept = {actor.pk for actor in (*self.land.looked_at, self.land.centre)}
        found = set()
        for unit, level in listed:
            share = WAITING.get(Level(level), 1.0) if is_open else FORGOTTEN
            is_kept = not is_open and (unit in kept or level not in WAITING)
            if self.chance.happens(share) and not is_kept:
                found.add(unit)
        return found

    def _send_back(self, made: Round, waiting: set[int]) -> None:
        """Some were handed in before, and are asked for again."""
        chosen = [unit for unit in sorted(waiting) if self.chance.happens(SENT_BACK)]
        for start in range(0, len(chosen), SLOWLY):
            some = made.reports.filter(
                unit__in=chosen[start : start + SLOWLY], parent__isnull=False
            )
            some.update(state=Report.State.SENT_BACK, remark=REMARK)

    def _come_late(self, made: Round, on: date) -> None:
        units = made.reports.counted().order_by("pk").values_list("unit_id", flat=True)
        chosen = [unit for unit in units if self.chance.happens(LATE)]
        for start in range(0, len(chosen), SLOWLY):
            made.reports.filter(unit__in=chosen[start : start + SLOWLY]).update(submitted_on=on)

    def _note(self, made: Round) -> None:
        """Every step in the report's own book, on its day."""
        steps = {
            Report.State.SUBMITTED: (Move.Kind.SUBMITTED,),
            Report.State.ACCEPTED: (Move.Kind.SUBMITTED, Move.Kind.ACCEPTED),
            Report.State.SENT_BACK: (Move.Kind.SENT_BACK,),
        }
        rows = made.reports.order_by("pk").values_list(
            "pk", "unit_id", "parent__unit_id", "state", "submitted_on"
        )
        with Table(Move) as moves:
            for pk, unit, above, state, on in rows:
                for kind in steps.get(Report.State(state), ()):
                    by = unit if kind == Move.Kind.SUBMITTED else above
                    later = 0 if kind == Move.Kind.SUBMITTED else 2
                    moves.add(
                        report_id=pk,
                        kind=kind,
                        by_id=self.users.get(by),
                        at=moment((on or self.today) + timedelta(days=later)),
                        remark=REMARK if kind == Move.Kind.SENT_BACK else "",
                    )

    def _aim(self, made: Round) -> None:
        """What provinces and communes mean to do next: a tenth more of what they did."""
        lines = Line.objects.frozen().filter(
            report__round=made,
            report__level__in=[Level.PROVINCIAL, Level.UPPER_BASE],
            value__isnull=False,
            indicator__adds="sum",
        )
        rows = lines.order_by("report_id", "-number", "indicator__code").values_list(
            "report_id", "indicator_id", "indicator__name", "value"
        )
        taken: dict[int, int] = {}
        with Table(Aim) as aims:
            for report, indicator, name, value in rows:
                order = taken[report] = taken.get(report, 0) + 1
                if order <= AIMS:
                    wanted = Decimal(max(1, round((value or 0) * MORE)))
                    aims.add(
                        report_id=report,
                        order=order,
                        text=f"{name}: {grouped(int(wanted))}",
                        indicator_id=indicator,
                        quantity=wanted,
                    )

    def _word(self, made: Round, *, is_open: bool) -> None:
        """Words and papers of the reports that are looked at; others have their numbers."""
        units = [actor.pk for actor in (self.land.centre, *self.land.looked_at)]
        for report in made.reports.with_units().filter(unit__in=units).order_by("pk"):
            if is_open and report.is_writable:
                draft(report)
            elif not is_open:
                take_snapshot(report, by=None)
