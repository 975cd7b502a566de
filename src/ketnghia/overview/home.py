"""What an officer has to do today: each line with the one act that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Duty, Party
from ketnghia.agreements.states import AgreementState
from ketnghia.exchanges.models import Exchange
from ketnghia.overview.ties import Tie, ties_of

DUE_WITHIN = 45
LATE_SHOWN = 366
AT_MOST = 8


@dataclass(frozen=True)
class Orphan:
    """A living paper whose signatory ended: one line of the successor desk."""

    agreement: Agreement
    party: Party
    others: list[Party]


class Home:
    """The lists of the first page, for one person on one day."""

    def __init__(self, user: User, *, today: date | None = None) -> None:
        self.user = user
        self.today = today or localdate()

    @cached_property
    def ties(self) -> list[Tie]:
        return ties_of(self.user, today=self.today)

    @cached_property
    def papers(self) -> list[Agreement]:
        """Every signed paper of the ties, once."""
        return list({a.pk: a for tie in self.ties for a in tie.agreements}.values())

    def _duties(self) -> list[Duty]:
        found = Duty.objects.visible_to(self.user).select_related(
            "commitment__agreement", "party__unit"
        )
        return list(
            (found.late_on(self.today) | found.due_within(self.today, DUE_WITHIN))
            .prefetch_related(
                "commitment__branches",
                "evidence",
                "party__unit__names",
                "commitment__agreement__parties__unit__names",
            )
            .order_by("ends_on", "pk")
        )

    @cached_property
    def open_duties(self) -> list[Duty]:
        return self._duties()

    @cached_property
    def late(self) -> list[Duty]:
        """Past their day within the last year; older ones are told by their paper's review."""
        return [
            duty
            for duty in self.open_duties
            if duty.ends_on
            and duty.ends_on < self.today
            and (self.today - duty.ends_on).days <= LATE_SHOWN
        ]

    @cached_property
    def due(self) -> list[Duty]:
        return [duty for duty in self.open_duties if duty.ends_on and duty.ends_on >= self.today]

    @cached_property
    def ending(self) -> list[Agreement]:
        """Papers in force that end soon."""
        return [
            paper
            for paper in self.papers
            if paper.last_day and 0 <= (paper.last_day - self.today).days <= DUE_WITHIN
        ]

    @cached_property
    def orphans(self) -> list[Orphan]:
        found = []
        for paper in self.papers:
            if paper.state_on(self.today) == AgreementState.SIGNATORY_ENDED:
                for party in paper.ended_parties(self.today):
                    others = [p for p in paper.parties.all() if p.pk != party.pk]
                    found.append(Orphan(paper, party, others))
        return found

    @cached_property
    def unreviewed(self) -> list[Agreement]:
        """Ended, and nobody has summed them up; newest first."""
        found = [
            paper
            for paper in self.papers
            if paper.state_on(self.today) == AgreementState.ENDED_WITHOUT_REVIEW
        ]
        return sorted(found, key=lambda paper: paper.last_day or date.min, reverse=True)

    @cached_property
    def quiet(self) -> list[Tie]:
        """Ties with a living paper or a shared past, and nothing recorded for a year."""
        return [tie for tie in self.ties if tie.is_quiet]

    @cached_property
    def coming(self) -> list[Exchange]:
        """Exchanges planned from today on."""
        found = Exchange.objects.visible_to(self.user).filter(
            begins_on__gte=self.today, state=Exchange.State.PLANNED
        )
        return list(found.order_by("begins_on", "pk")[:AT_MOST])

    @property
    def due_count(self) -> int:
        return len(self.due) + len(self.ending)

    @property
    def is_empty(self) -> bool:
        return not self.ties
