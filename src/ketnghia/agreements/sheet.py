"""A paper laid out as a page: its thread, its promises with the duties of each side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement, Commitment, Duty, Evidence, Party
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.agreements.words import DutyView, paper_view, view_of
from ketnghia.ui.thread import Knot
from ketnghia.vietnamese.dates import day, length, months_between, span


@dataclass(frozen=True)
class Line:
    """One duty under its promise."""

    duty: Duty
    view: DutyView
    who: str
    period: str

    @property
    def evidence(self) -> list[Evidence]:
        return list(self.duty.evidence.all())


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

    @property
    def waiting(self) -> list[Party]:
        """Ended signatories of a paper still running: somebody has to decide."""
        if self.agreement.state_on(self.today) != AgreementState.SIGNATORY_ENDED:
            return []
        return self.agreement.ended_parties(self.today)

    @property
    def shape(self) -> str:
        """The shape of the tie between the names: alive, orphaned, or done with."""
        state = self.agreement.state_on(self.today)
        shapes = {
            AgreementState.SIGNATORY_ENDED: "cut",
            AgreementState.ENDED: "off",
            AgreementState.ENDED_WITHOUT_REVIEW: "slack",
        }
        return shapes.get(state, "taut")

    @cached_property
    def knots(self) -> list[Knot]:
        """The paper's own thread: signed, evidence, its end, its review, mergers of its parties."""
        paper = self.agreement
        knots = []
        if paper.signed_on:
            knots.append(Knot(day(paper.signed_on), _("Ký"), ("sign",), on=paper.signed_on))
        knots += [self._proof(e) for p in self.promises for ln in p.lines for e in ln.evidence]
        knots += self._end()
        if paper.reviewed_on:
            knots.append(
                Knot(day(paper.reviewed_on), _("Tổng kết"), ("review",), on=paper.reviewed_on)
            )
        knots += self._mergers()
        return with_lines(sorted(knots, key=lambda knot: knot.on or date.max))

    def _proof(self, evidence: Evidence) -> Knot:
        url = evidence.duty.get_absolute_url()
        return Knot(day(evidence.on), str(evidence.source), ("gift",), on=evidence.on, url=url)

    def _end(self) -> list[Knot]:
        last = self.agreement.last_day
        if last is None:
            return []
        if last >= self.today:
            return [Knot(day(last), _("Đến hạn"), ("next",), on=last, state="next")]
        states = [line.view.state for promise in self.promises for line in promise.lines]
        missed = states.count(DutyState.MISSED)
        if missed:
            title = _("Hết hạn, %(number)s việc chưa đạt") % {"number": missed}
            return [Knot(day(last), title, ("missed",), on=last, state="missed")]
        return [Knot(day(last), _("Hết hạn"), ("other",), on=last)]

    def _mergers(self) -> list[Knot]:
        """What became of a party since, one knot for a day."""
        told: dict[date, list[str]] = {}
        for party in self.agreement.parties.all():
            if party.unit.ended_on:
                heirs = ", ".join(heir.short_name for heir in party.unit.heirs())
                words = {"old": party.unit.short_name, "heirs": heirs}
                sentence = _("%(old)s nay thuộc %(heirs)s") if heirs else _("%(old)s kết thúc")
                told.setdefault(party.unit.ended_on, []).append(sentence % words)
        return [Knot(day(on), "; ".join(said), ("merger",), on=on) for on, said in told.items()]

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


# As on a relation's page: a year without a record is quiet, four are unknown.
QUIET_MONTHS, UNKNOWN_MONTHS = 12, 48


def with_lines(knots: list[Knot]) -> list[Knot]:
    """Say of each gap whether the line is taut, slack, or not known."""
    told = []
    for knot, following in pairwise(knots):
        if knot.on is None or following.on is None:
            told.append(knot)
            continue
        months, words = months_between(knot.on, following.on), length(knot.on, following.on)
        if months < QUIET_MONTHS:
            told.append(replace(knot, line="taut"))
        elif months < UNKNOWN_MONTHS:
            told.append(replace(knot, line="slack", gap=_("lặng %(length)s") % {"length": words}))
        else:
            gap = _("%(length)s chưa có ghi chép") % {"length": words}
            told.append(replace(knot, line="none", gap=gap))
    return [*told, *(replace(knot, line="") for knot in knots[-1:])]
