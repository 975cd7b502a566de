"""One agreement laid out for its review: every promise, each side's part, what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity
from ketnghia.activities.spans import Span
from ketnghia.agreements.models import Agreement, Commitment, Duty, Evidence
from ketnghia.agreements.periods import ONE_DAY
from ketnghia.agreements.words import DutyView, view_of
from ketnghia.exchanges.models import Exchange
from ketnghia.reviews.models import AgreementReview
from ketnghia.units.models import Unit

DONE = {"met", "exceeded", "alive", "done"}


@dataclass(frozen=True)
class Side:
    """What one side (or both together) owed in one period, and what was credited."""

    duty: Duty
    who: str
    view: DutyView
    words: str

    @property
    def evidence(self) -> list[Evidence]:
        return list(self.duty.evidence.all())

    @property
    def is_kept(self) -> bool:
        return self.view.state in DONE

    @property
    def is_dropped(self) -> bool:
        return self.view.state == "dropped"


@dataclass(frozen=True)
class Promise:
    """One commitment of the paper and its duties in these days."""

    commitment: Commitment
    number: int
    sides: list[Side]


class PaperSheet:
    """What the page and the print of a review of one agreement tell."""

    def __init__(self, review: AgreementReview, *, today: date | None = None) -> None:
        self.review = review
        self.agreement = review.agreement
        self.today = today or localdate()

    @cached_property
    def promises(self) -> list[Promise]:
        found = self.agreement.commitments.all()
        of: dict[int, list[Side]] = {commitment.pk: [] for commitment in found}
        for duty in self._duties():
            of[duty.commitment_id].append(self._side(duty))
        return [
            Promise(commitment, number, of[commitment.pk])
            for number, commitment in enumerate(found, start=1)
        ]

    def _duties(self) -> list[Duty]:
        """Duties whose period meets these days."""
        review = self.review
        found = Duty.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=review.first),
            commitment__agreement=self.agreement,
            starts_on__lte=review.last,
        )
        return list(
            found.select_related("commitment", "party__unit")
            .prefetch_related(
                "commitment__branches", "party__unit__names", "evidence__source", "evidence__branch"
            )
            .order_by("party__order", "starts_on", "pk")
        )

    def _side(self, duty: Duty) -> Side:
        who = _("Các bên cùng làm")
        if duty.party:
            who = duty.party.unit.name_on(self.agreement.signed_on)
        return Side(duty, who, view_of(duty, today=self._day), duty.words)

    @property
    def _day(self) -> date:
        """Days that are over are judged by the day after them, whatever came later."""
        return max(min(self.today, self.review.last + ONE_DAY), self.review.first)

    @cached_property
    def sides(self) -> list[Side]:
        return [side for promise in self.promises for side in promise.sides]

    @property
    def lead(self) -> str:
        """How many of the promises were kept, in one sentence."""
        owed = [side for side in self.sides if not side.is_dropped]
        if not owed:
            return _("Văn bản chưa mở việc nào trong thời gian này.")
        kept = sum(side.is_kept for side in owed)
        words = {"kept": kept, "every": len(owed), "rest": len(owed) - kept}
        if kept == len(owed):
            return _("Cả %(every)s việc đã hứa đều làm được.") % words
        return _("%(kept)s trong %(every)s việc đã hứa làm được, còn %(rest)s.") % words

    @cached_property
    def parties(self) -> list[Unit]:
        parties = self.agreement.parties.select_related("unit").prefetch_related("unit__names")
        return [party.unit for party in parties]

    @cached_property
    def exchanges(self) -> list[Exchange]:
        """What was held under the paper in these days."""
        found = Exchange.objects.happened().filter(
            agreement=self.agreement,
            begins_on__lte=self.review.last,
            ends_on__gte=self.review.first,
        )
        return list(found.order_by("begins_on", "pk"))

    @cached_property
    def activities(self) -> list[Activity]:
        found = Activity.objects.filter(
            agreement=self.agreement,
            begins_on__lte=self.review.last,
            ends_on__gte=self.review.first,
        )
        return list(found.prefetch_related("figures").order_by("begins_on", "pk"))


def spans_of(agreement: Agreement, *, today: date) -> list[tuple[Span, bool]]:
    """What may be reviewed: each year begun so far, and the whole term; the last one first."""
    first = agreement.starts_on or agreement.signed_on
    if first is None:
        return []
    last = agreement.last_day
    until = min(last, today) if last else today
    years = [
        Span(max(first, date(year, 1, 1)), min(last or date(year, 12, 31), date(year, 12, 31)))
        for year in range(first.year, until.year + 1)
    ]
    whole = [(Span(first, last or until), True)]
    return [*whole, *((span, False) for span in reversed(years))]
