"""An exchange laid out as a page: its steps, its programme by day, its sides, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Duty
from ketnghia.agreements.words import DutyView, view_of
from ketnghia.exchanges.hours import Day, laid_out
from ketnghia.exchanges.models import (
    AgreedPoint,
    Exchange,
    FollowUp,
    Minutes,
    Participation,
    ProgrammeItem,
)
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, length

STEPS = (
    Exchange.State.PLANNED,
    Exchange.State.CONFIRMED,
    Exchange.State.HELD,
    Exchange.State.REPORTED,
)


@dataclass(frozen=True)
class Point:
    """One agreed point, with the duties it opened."""

    point: AgreedPoint
    duties: list[tuple[Duty, DutyView]]


class Sheet:
    """What the page of an exchange tells, from the facts of one day."""

    def __init__(self, exchange: Exchange, *, today: date | None = None) -> None:
        self.exchange = exchange
        self.today = today or localdate()

    @property
    def steps(self) -> list[tuple[str, str]]:
        return [(str(state.label), "") for state in STEPS]

    @property
    def step(self) -> int:
        """The place of the state among the steps, from one; none when it was called off."""
        state = Exchange.State(self.exchange.state)
        return STEPS.index(state) + 1 if state in STEPS else 0

    @property
    def is_over(self) -> bool:
        """Its days are past, and nobody said whether it was held."""
        return self.exchange.is_coming and self.exchange.ends_on < self.today

    @property
    def has_begun(self) -> bool:
        return self.exchange.begins_on <= self.today

    @property
    def lead(self) -> str:
        """The sentence that says where it stands."""
        exchange = self.exchange
        if exchange.is_coming:
            return self._before_it()
        if exchange.state == Exchange.State.CANCELLED:
            return _("Đã hủy: %(why)s.") % {"why": exchange.cancelled_why.rstrip(".")}
        if exchange.state == Exchange.State.REPORTED and exchange.reported_on:
            return _("Đã báo cáo kết quả ngày %(day)s.") % {"day": day(exchange.reported_on)}
        return self._after_it()

    def _before_it(self) -> str:
        if self.is_over:
            return _("Đã qua ngày mà chưa ghi có tổ chức hay không.")
        if self.has_begun:
            return _("Đang diễn ra.")
        words = {"left": length(self.today, self.exchange.begins_on)}
        if self.exchange.state == Exchange.State.CONFIRMED:
            return _("Đã chốt, còn %(left)s.") % words
        return _("Dự kiến, chưa chốt; còn %(left)s.") % words

    def _after_it(self) -> str:
        if self.minutes is None:
            return _("Đã tổ chức. Chưa ghi biên bản.")
        loose = sum(point.point.commitment_id is None for point in self.points)
        if loose:
            return _("Đã tổ chức. %(number)s điều thống nhất chưa vào văn bản nào.") % {
                "number": loose
            }
        return _("Đã tổ chức. Chưa ghi kết quả để báo cáo.")

    @cached_property
    def days(self) -> list[Day[ProgrammeItem]]:
        return laid_out(
            self.exchange.programme.select_related("site", "in_charge").prefetch_related(
                "chairs__person"
            )
        )

    @cached_property
    def sides(self) -> list[Participation]:
        found = self.exchange.participations.select_related("head").prefetch_related(
            "unit__names", "members__person", "groups"
        )
        return sorted(found, key=lambda side: (side.role != Participation.Role.HOST, side.pk))

    @property
    def units(self) -> list[Unit]:
        return [side.unit for side in self.sides]

    @cached_property
    def minutes(self) -> Minutes | None:
        return Minutes.objects.filter(exchange=self.exchange).first()

    @cached_property
    def points(self) -> list[Point]:
        if self.minutes is None:
            return []
        found = self.minutes.points.select_related("commitment__agreement").prefetch_related(
            "commitment__duties__commitment__branches",
            "commitment__duties__evidence",
            "commitment__duties__party__unit__names",
        )
        return [Point(point, self._duties(point)) for point in found]

    def _duties(self, point: AgreedPoint) -> list[tuple[Duty, DutyView]]:
        """The duties of today's period, one for each side; else the next ones."""
        if point.commitment is None:
            return []
        duties = list(point.commitment.duties.all())
        begun = [duty for duty in duties if duty.starts_on <= self.today]
        start = max((duty.starts_on for duty in begun), default=None)
        shown = [duty for duty in duties if duty.starts_on == start] or duties[:1]
        return [(duty, view_of(duty, today=self.today)) for duty in shown]

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        return sorted(
            self.exchange.follow_ups.select_related("person"),
            key=lambda task: (task.done_on is not None, task.due_on, task.pk),
        )
