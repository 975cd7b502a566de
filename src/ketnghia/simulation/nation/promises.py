"""What papers promise, the duties that follow, and the deeds that will be done for them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ketnghia.agreements.models import Branch, Commitment, Duty, Evidence
from ketnghia.agreements.periods import ONE_DAY, Period, periods
from ketnghia.agreements.states import Way, is_met
from ketnghia.agreements.terms import Rhythm, Where, Who
from ketnghia.simulation.nation.bulk import Table
from ketnghia.simulation.nation.chance import Chance, Weighted
from ketnghia.simulation.nation.land import Actor

DATA = Path(__file__).parent / "data" / "promises.toml"
# How far a side gets with what it promised.
EFFORT = Weighted([(0.0, 12), (0.5, 18), (1.0, 50), (1.6, 20)])
# Of what was owed before the years that are made, few deeds were ever written down.
KEPT_BEFORE = 0.2
FEWEST = 2  # promises of one paper


@dataclass(slots=True)
class Side:
    """A party of a paper: its row and the unit that signed."""

    party: int
    actor: Actor


@dataclass(slots=True)
class Paper:
    """What promises need to know of the paper they stand in."""

    pk: int
    starts_on: date
    ends_on: date | None
    last_day: date | None
    why_stopped: str
    sides: list[Side]


@dataclass(slots=True)
class Wish:
    """A deed that is to be done for a duty: made later, then credited."""

    on: date
    kind: str
    paper: int
    side: Actor
    friend: Actor
    is_at_friends: bool
    evidence: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Promise:
    """A commitment that was written, and its ways to be kept."""

    paper: Paper
    key: int
    ways: list[tuple[int, str, Way]]
    is_at_friends: bool


class Promises:
    """Writes commitments, branches, duties; keeps the deeds wished for."""

    def __init__(self, seed: int, *, first: date, today: date) -> None:
        self.chance = Chance(seed, "promises")
        self.first, self.today = first, today
        self.forms: list[dict[str, Any]] = tomllib.loads(DATA.read_text("utf-8"))["promise"]
        self.commitments, self.branches = Table(Commitment), Table(Branch)
        self.duties = Table(Duty)
        self.wishes: list[Wish] = []
        self.number = 0

    @property
    def tables(self) -> list[Table]:
        return [self.commitments, self.branches, self.duties]

    def write(self, paper: Paper, *, until: int) -> None:
        """Promises of one paper, a few more as long as the country owes fewer duties than asked."""
        forms = self.chance.sample(self.forms, len(self.forms))
        for order, form in enumerate(forms, start=1):
            if order > FEWEST and self.number >= until:
                break
            self._promise(paper, form, order)

    def _promise(self, paper: Paper, form: dict[str, Any], order: int) -> None:
        low = self.chance.choice(form["numbers"]) if form["numbers"] else 0
        numbers = {"n": low, "m": low + 1}
        side = self.chance.choice(paper.sides) if form["who"] == Who.ONE_SIDE else None
        due_on = _half_way(paper) if form["rhythm"] == Rhythm.ONCE_BY else None
        commitment = self.commitments.add(
            agreement_id=paper.pk,
            order=order,
            area=form["area"],
            wording=form["wording"].format(**numbers),
            rhythm=form["rhythm"],
            due_on=due_on,
            who=form["who"],
            side_id=side.party if side else None,
            where=form.get("where", Where.ANYWHERE),
        )
        ways = self._branches(commitment, form, numbers)
        is_counted = any(way.quantity is not None for _key, _counted, way in ways)
        spans = periods(
            form["rhythm"] if is_counted else Rhythm.OVER_TERM,
            starts_on=paper.starts_on,
            ends_on=paper.ends_on,
            today=self.today,
            due_on=due_on,
        )
        owing = paper.sides if form["who"] == Who.EACH_SIDE else [side]
        promise = Promise(paper, commitment, ways, form.get("where") == Where.FRIEND)
        for span in spans:
            for one in owing:
                self._duty(promise, span, one)

    def _branches(
        self, commitment: int, form: dict[str, Any], numbers: dict[str, int]
    ) -> list[tuple[int, str, Way]]:
        found = []
        for order, branch in enumerate(form["branches"], start=1):
            bound = branch.get("bound", "at_least")
            quantity = numbers[branch["number"]] if "number" in branch else None
            key = self.branches.add(
                commitment_id=commitment,
                order=order,
                counted=branch["counted"],
                bound=bound,
                quantity=quantity,
            )
            found.append((key, branch["counted"], Way(bound, quantity, 0)))
        return found

    def _duty(self, promise: Promise, span: Period, side: Side | None) -> None:
        paper, ways = promise.paper, promise.ways
        key = self.duties.next
        chosen = self.chance.randrange(len(ways))
        days = list(self._days(paper, span, ways[chosen][2]))
        done = [Way(w.bound, w.quantity, len(days) * (n == chosen)) for n, (_, _, w) in
                enumerate(ways)]  # fmt: skip
        is_over = span.ends_on is not None and span.ends_on < self.today
        met = is_met(done, is_over=is_over)
        dropped = self._dropped(paper, span) if not met else None
        self.duties.add(
            commitment_id=promise.key,
            party_id=side.party if side else None,
            starts_on=span.starts_on,
            ends_on=span.ends_on,
            is_met=met,
            is_exceeded=any(way.is_met and way.is_exceeded for way in done),
            dropped_on=dropped,
            dropped_why=paper.why_stopped if dropped else "",
        )
        self.number += 1
        branch, counted, _way = ways[chosen]
        for day in days:
            evidence = {"duty_id": key, "branch_id": branch, "on": day}
            self._wish(paper, counted, side, evidence, is_at_friends=promise.is_at_friends)

    def _days(self, paper: Paper, span: Period, way: Way) -> Iterator[date]:
        """The days on which something is done for a duty."""
        last = min(span.ends_on or self.today, paper.last_day or self.today, self.today)
        if last < span.starts_on:
            return
        wanted = way.quantity if way.quantity is not None else self.chance.randrange(3)
        number = round(wanted * EFFORT.draw(self.chance))
        if span.ends_on and span.ends_on > last:  # only a part of the time is over
            whole = (span.ends_on - span.starts_on).days + 1
            number = round(number * ((last - span.starts_on).days + 1) / whole)
        for _ in range(number):
            day = self.chance.day(span.starts_on, last)
            if day >= self.first or self.chance.happens(KEPT_BEFORE):
                yield day

    def _dropped(self, paper: Paper, span: Period) -> date | None:
        """A paper that stopped early owes nothing beyond its last day."""
        last = paper.last_day
        if last is None or last == paper.ends_on:
            return None
        return last + ONE_DAY if span.ends_on is None or span.ends_on > last else None

    def _wish(
        self,
        paper: Paper,
        counted: str,
        side: Side | None,
        evidence: dict[str, Any],
        *,
        is_at_friends: bool,
    ) -> None:
        doer = side or self.chance.choice(paper.sides)
        friend = self.chance.choice([other for other in paper.sides if other is not doer])
        wish = Wish(
            evidence["on"], counted, paper.pk, doer.actor, friend.actor, is_at_friends, evidence
        )
        self.wishes.append(wish)


def _half_way(paper: Paper) -> date:
    end = paper.ends_on or paper.starts_on + timedelta(days=730)
    return paper.starts_on + (end - paper.starts_on) / 2


def evidence_row(wish: Wish, *, source_type: int, source: int) -> dict[str, Any]:
    """A row of `Evidence` for a deed that was made."""
    return {
        **wish.evidence,
        "source_type_id": source_type,
        "source_id": source,
        "amount": 1,
        "answer": Evidence.Answer.CONFIRMED if source % 3 == 0 else Evidence.Answer.NONE,
    }
