"""A paper laid out as a page: its thread, its promises with the duties of each side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement, Commitment, Duty, Party
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.agreements.words import DutyView, paper_view, view_of
from ketnghia.ui.thread import Knot
from ketnghia.vietnamese.dates import day, span


@dataclass(frozen=True)
class Line:
    """One duty under its promise."""

    duty: Duty
    view: DutyView
    who: str
    period: str


@dataclass(frozen=True)
class Promise:
    """One commitment with the duties it opened."""

    commitment: Commitment
    number: int
    lines: list[Line]

    @property
    def is_counted(self) -> bool:
        return any(line.view.is_counted for line in self.lines)

    @property
    def has_fork(self) -> bool:
        return any(len(line.view.ways) > 1 for line in self.lines)


class Sheet:
    """What the page of a paper tells, from the facts of one day."""

    def __init__(self, agreement: Agreement, *, today: date | None = None) -> None:
        self.agreement = agreement
        self.today = today or localdate()

    @cached_property
    def view(self) -> object:
        return paper_view(self.agreement, today=self.today)

    @cached_property
    def promises(self) -> list[Promise]:
        found = self.agreement.commitments.prefetch_related(
            "branches",
            "delegates__names",
            "duties__evidence",
            "duties__commitment__branches",
            "duties__party__unit__names",
        )
        return [
            Promise(commitment, number, [self._line(d) for d in commitment.duties.all()])
            for number, commitment in enumerate(found, start=1)
        ]

    def _line(self, duty: Duty) -> Line:
        who = duty.party.unit.short_name if duty.party else _("Cả hai bên")
        period = span(duty.starts_on, duty.ends_on)
        return Line(duty, view_of(duty, today=self.today), who, period)

    @property
    def counted(self) -> list[Promise]:
        return [promise for promise in self.promises if promise.is_counted]

    @property
    def uncounted(self) -> list[Promise]:
        return [promise for promise in self.promises if not promise.is_counted]

    @cached_property
    def lead(self) -> str:
        """The sentences the page opens with."""
        paper, state = self.agreement, self.agreement.state_on(self.today)
        last = paper.last_day
        told = {
            AgreementState.DRAFT: _("Bản thảo, chưa ký."),
            AgreementState.ENDED: _("Đã hết hạn %(day)s."),
            AgreementState.ENDED_WITHOUT_REVIEW: _("Đã hết hạn %(day)s mà chưa tổng kết."),
            AgreementState.SIGNATORY_ENDED: _(
                "Còn hạn mà bên ký không còn, chưa chọn đơn vị nhận."
            ),
            AgreementState.SIGNED: _("Đã ký, chưa đến ngày hiệu lực."),
        }.get(state, _("Có hiệu lực đến %(day)s.") if last else _("Đang có hiệu lực."))
        return " ".join([told % {"day": day(last) if last else ""}, self._owed()]).strip()

    def _owed(self) -> str:
        states = [line.view.state for promise in self.promises for line in promise.lines]
        missed, open_ = states.count(DutyState.MISSED), states.count(DutyState.IN_PROGRESS)
        if missed:
            return _("Theo những gì đã ghi, %(number)s việc chưa đạt.") % {"number": missed}
        return _("%(number)s việc đang thực hiện.") % {"number": open_} if open_ else ""

    @cached_property
    def knots(self) -> list[Knot]:
        """The paper's own thread: signed, evidence, its end, its review."""
        paper = self.agreement
        knots = []
        if paper.signed_on:
            knots.append(Knot(day(paper.signed_on), _("Ký"), ("sign",), on=paper.signed_on))
        for promise in self.promises:
            for line in promise.lines:
                knots += [
                    Knot(day(e.on), str(e.source), ("gift",), on=e.on)
                    for e in line.duty.evidence.all()
                ]
        last = paper.last_day
        if last:
            is_past = last < self.today
            title = _("Hết hạn") if is_past else _("Đến hạn")
            shape = "other" if is_past else "next"
            knots.append(Knot(day(last), title, (shape,), on=last, state="" if is_past else "next"))
        if paper.reviewed_on:
            knots.append(
                Knot(day(paper.reviewed_on), _("Tổng kết"), ("review",), on=paper.reviewed_on)
            )
        return sorted(knots, key=lambda knot: knot.on or date.max)

    @property
    def term(self) -> str:
        paper = self.agreement
        if paper.starts_on is None:
            return ""
        if paper.ends_on is None:
            return _("từ %(day)s, không ghi ngày hết") % {"day": day(paper.starts_on)}
        return span(paper.starts_on, paper.ends_on)

    def name_then(self, party: Party) -> str:
        return party.unit.name_on(self.agreement.signed_on)
