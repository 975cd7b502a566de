"""How duties and papers are told on a page: words, tone and shape, from facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.states import AgreementState, DutyState
from ketnghia.vietnamese.dates import day as said_day

TONES = {
    DutyState.NOT_DUE: "none",
    DutyState.IN_PROGRESS: "due",
    DutyState.MET: "met",
    DutyState.EXCEEDED: "met",
    DutyState.MISSED: "late",
    DutyState.DROPPED: "none",
    DutyState.ALIVE: "met",
    DutyState.QUIET: "quiet",
    DutyState.DONE: "met",
}
STRANDS = {DutyState.ALIVE: "taut", DutyState.DONE: "off"}
PAPER_TONES = {
    AgreementState.IN_FORCE: "met",
    AgreementState.ENDED_WITHOUT_REVIEW: "late",
    AgreementState.SIGNATORY_ENDED: "ended",
}


@dataclass(frozen=True)
class WayView:
    """One way to keep a promise, as drawn."""

    name: str
    bound: str
    quantity: int | None
    done: int
    is_met: bool
    words: str


@dataclass(frozen=True)
class DutyView:
    """A duty as every page tells it."""

    state: DutyState
    label: str
    tone: str
    when: str
    ways: list[WayView]
    note: str

    @property
    def is_counted(self) -> bool:
        return bool(self.ways)

    @property
    def is_late(self) -> bool:
        return self.tone == "late"

    @property
    def strand(self) -> str:
        return STRANDS.get(self.state, "slack")


def view_of(duty: Duty, *, today: date | None = None) -> DutyView:
    day = today or localdate()
    state = duty.state_on(day)
    ways = _ways(duty) if duty.is_counted else []
    return DutyView(
        state=state,
        label=str(state.label).capitalize(),
        tone=TONES[state],
        when=_when(duty, state, day),
        ways=ways,
        note=_evidence_note(duty),
    )


def _ways(duty: Duty) -> list[WayView]:
    branches = list(duty.commitment.branches.all())
    is_single = len(branches) == 1
    return [
        WayView(
            str(branch.get_counted_display()),
            branch.bound,
            branch.quantity,
            way.done,
            way.is_met,
            branch.progress(way.done)
            if is_single
            else f"{branch.get_counted_display()}: {branch.progress(way.done)}",
        )
        for branch, way in zip(branches, duty.ways, strict=True)
    ]


def _when(duty: Duty, state: DutyState, day: date) -> str:
    """What stands beside the bar: how long is left, how long it is past, or what came of it."""
    if state == DutyState.DROPPED:
        return duty.dropped_why or str(state.label)
    if state in {DutyState.IN_PROGRESS, DutyState.NOT_DUE} and duty.ends_on:
        left = (duty.ends_on - day).days
        return _("còn %(days)s ngày") % {"days": left} if left else _("hạn hôm nay")
    if state == DutyState.MISSED and duty.ends_on:
        return _missed(duty)
    if state == DutyState.EXCEEDED:
        return _exceeded(duty)
    return str(state.label)


def _missed(duty: Duty) -> str:
    assert duty.ends_on  # noqa: S101 - only a period with an end can be missed
    ways = duty.ways
    lacking = min((way.quantity or 0) - way.done for way in ways)
    if not any(way.done for way in ways):
        return _("chưa có bằng chứng, đã hết hạn %(day)s") % {"day": said_day(duty.ends_on)}
    return _("thiếu %(number)s, đã hết hạn %(day)s") % {
        "number": lacking,
        "day": said_day(duty.ends_on),
    }


def _exceeded(duty: Duty) -> str:
    over = max(way.done - (way.quantity or 0) for way in duty.ways if way.is_met)
    return _("vượt %(number)s") % {"number": over}


def _evidence_note(duty: Duty) -> str:
    evidence = sorted(duty.evidence.all(), key=lambda item: item.on)
    if not evidence:
        return ""
    words = {"number": len(evidence), "day": said_day(evidence[-1].on)}
    return _("%(number)s bằng chứng, gần nhất %(day)s") % words


@dataclass(frozen=True)
class PaperView:
    """The state of a paper as every list tells it."""

    state: AgreementState
    tone: str
    words: str


def paper_view(agreement: Agreement, *, today: date | None = None) -> PaperView:
    state = agreement.state_on(today)
    words = str(state.label)
    renewal = next((r for r in agreement.renewals.all() if r.signed_on), None)
    if state == AgreementState.ENDED and renewal:
        words = _("đã thay bằng bản mới")
    return PaperView(state, PAPER_TONES.get(state, "none"), words)
