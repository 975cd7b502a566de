"""The facts of made-up papers, drawn before they are written; no database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ketnghia.agreements.models import Agreement, Inheritance
from ketnghia.agreements.periods import ONE_DAY
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.land import BASE, CENTRE, COMMUNE, DISTRICT, PROVINCE, Actor, Land
from ketnghia.units.country import REFORM

BEFORE = timedelta(days=6 * 365)  # the oldest paper was signed so long before today
SHORTEST = timedelta(days=120)
THIRD_SIDE, CLOSED_EARLY, REVIEWED, DECIDED, RENEWED, STILL_A_DRAFT = (
    0.06,
    0.03,
    0.65,
    0.5,
    0.1,
    0.4,
)
KINDS = Weighted(
    [
        (Agreement.Kind.PROGRAMME, 45),
        (Agreement.Kind.TWINNING, 25),
        (Agreement.Kind.PLAN, 20),
        (Agreement.Kind.OTHER, 10),
    ]
)
# Who signs with whom: the levels of both sides; "abroad" and "beside" are partners of their own.
PAIRS = Weighted(
    [
        ((COMMUNE, COMMUNE), 28),
        ((COMMUNE, "beside"), 16),
        ((BASE, BASE), 12),
        ((BASE, "beside"), 8),
        ((DISTRICT, DISTRICT), 12),
        ((PROVINCE, PROVINCE), 12),
        ((PROVINCE, "abroad"), 10),
        ((PROVINCE, "beside"), 4),
        ((CENTRE, "abroad"), 2),
    ]
)
YEARS = Weighted([(1, 30), (2, 20), (3, 20), (5, 22), (0, 8)])
DECISIONS = Weighted(
    [
        (Inheritance.Decision.INHERIT, 60),
        (Inheritance.Decision.CLOSE, 20),
        (Inheritance.Decision.FOLD, 10),
        (Inheritance.Decision.RESIGN, 10),
    ]
)
NAMES = {
    Agreement.Kind.PROGRAMME: "Chương trình phối hợp",
    Agreement.Kind.TWINNING: "Giao ước kết nghĩa về",
    Agreement.Kind.PLAN: "Kế hoạch phối hợp",
    Agreement.Kind.OTHER: "Thỏa thuận về",
    Agreement.Kind.MEMORANDUM: "Bản ghi nhớ về",
}
TOPICS = ("hoạt động Đoàn", "công tác thanh niên", "giúp nhau làm kinh tế", "chăm lo thiếu nhi",
          "tình hữu nghị", "giữ gìn biên giới", "chuyển đổi số")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a side that ended, by its place on the paper."""

    place: int
    decision: Inheritance.Decision
    on: date


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that is said of a paper."""

    sides: tuple[Actor, ...]
    kind: Agreement.Kind
    topic: str
    planned: date
    starts_on: date
    ends_on: date | None
    is_signed: bool = True
    closed_on: date | None = None
    reviewed_on: date | None = None
    decided: Decided | None = None
    renewal: Draft | None = None
    handed_over_on: date | None = None

    @property
    def title(self) -> str:
        first, last = self.starts_on.year, self.ends_on and self.ends_on.year
        years = f" năm {first}" if last == first else f" {first}–{last}" if last else ""
        return f"{NAMES[self.kind]} {self.topic}{years}"

    @property
    def stopped_on(self) -> date | None:
        """The day it was closed, by itself or by what was decided about a side."""
        decided = self.decided
        is_over = decided and decided.decision != Inheritance.Decision.INHERIT
        return decided.on if decided and is_over else self.closed_on

    @property
    def closing_note(self) -> str:
        if self.stopped_on is None:
            return ""
        if self.decided and self.stopped_on == self.decided.on:
            return str(self.decided.decision.label)
        return "Hai bên thống nhất thôi thực hiện."

    @property
    def last_day(self) -> date | None:
        """The last day in force: its end, its closing, a hand-over, whatever comes first."""
        taken_over = self.renewal.handed_over_on if self.renewal else None
        days = [self.ends_on, *(day - ONE_DAY for day in (self.stopped_on, taken_over) if day)]
        return min((day for day in days if day), default=None)


class Drawer:
    """Draws papers that could have been signed, each on a day when its sides existed."""

    def __init__(self, land: Land, chance: Chance, today: date) -> None:
        self.land, self.chance, self.today = land, chance, today

    def draw(self) -> Draft:
        day = self.chance.day(self.today - BEFORE, self.today)
        draft = self._term(day, self._sides(day))
        if not draft.is_signed:
            return draft
        draft = self._decide(self._stop(draft))
        return self._renew(draft) if self.chance.happens(RENEWED) else draft

    def _sides(self, day: date) -> tuple[Actor, ...]:
        """Two units, sometimes three, that could sign with each other on that day."""
        levels = self.land.on(day)
        one, other = PAIRS.draw(self.chance)
        if DISTRICT in {one, other} and not levels[DISTRICT]:
            one = other = COMMUNE
        among = {**levels, "abroad": self.land.abroad, "beside": self.land.beside}
        sides = [self.chance.choice(among[one]), self.chance.choice(among[other])]
        if self.chance.happens(THIRD_SIDE):
            sides.append(self.chance.choice(levels[COMMUNE]))
        found = {actor.pk: actor for actor in sides}
        return tuple(found.values()) if len(found) > 1 else self._sides(day)

    def _term(self, day: date, sides: tuple[Actor, ...]) -> Draft:
        chance = self.chance
        is_foreign = any(actor.country != "VN" for actor in sides)
        starts_on = day + timedelta(days=chance.choice((0, 0, 1, 15, 32)))
        is_recent = day > self.today - SHORTEST
        return Draft(
            sides=sides,
            kind=Agreement.Kind.MEMORANDUM if is_foreign else KINDS.draw(chance),
            topic=chance.choice(TOPICS),
            planned=day,
            starts_on=starts_on,
            ends_on=_end(starts_on, YEARS.draw(chance)),
            is_signed=not (is_recent and chance.happens(STILL_A_DRAFT)),
        )

    def _stop(self, draft: Draft) -> Draft:
        """Some are closed before their time, most of those that are over were summed up."""
        early = draft.starts_on + SHORTEST
        if early < self.today and self.chance.happens(CLOSED_EARLY):
            last = min(draft.ends_on or self.today, self.today)
            return replace(draft, closed_on=self.chance.day(min(early, last), last))
        if draft.ends_on and draft.ends_on < self.today and self.chance.happens(REVIEWED):
            return replace(draft, reviewed_on=self.chance.day(draft.ends_on, self.today))
        return draft

    def _decide(self, draft: Draft) -> Draft:
        """Where a side ended while the paper ran, half were decided about."""
        ended = [place for place, actor in enumerate(draft.sides) if actor.is_old]
        is_running = draft.last_day is None or draft.last_day >= REFORM
        if not ended or not is_running or self.today <= REFORM or not self.chance.happens(DECIDED):
            return draft
        on = self.chance.day(REFORM, self.today)
        return replace(draft, decided=Decided(ended[0], DECISIONS.draw(self.chance), on))

    def _renew(self, draft: Draft) -> Draft:
        """A second paper that follows the first, sometimes before it ends."""
        if draft.ends_on is None or draft.stopped_on or draft.decided:
            return draft
        is_early = self.chance.happens(0.3)
        starts_on = draft.ends_on + (timedelta(days=-60) if is_early else ONE_DAY)
        latest = min(self.today, REFORM if any(a.is_old for a in draft.sides) else self.today)
        if starts_on >= latest or starts_on <= draft.starts_on:
            return draft
        renewal = Draft(
            sides=draft.sides,
            kind=draft.kind,
            topic=draft.topic,
            planned=starts_on,
            starts_on=starts_on,
            ends_on=_end(starts_on, 2),
            handed_over_on=starts_on if is_early else None,
        )
        return replace(draft, renewal=renewal, reviewed_on=None)


def _end(starts_on: date, years: int) -> date | None:
    """The end of a calendar year; a paper of the last months of a year runs through the next."""
    if not years:
        return None
    end = date(starts_on.year + years - 1, 12, 31)
    return end if end - starts_on >= SHORTEST else date(end.year + 1, 12, 31)
