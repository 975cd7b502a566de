"""What a review tells of commendations: those of its days, and those handed over with it.

A review conference hands over honours after the last day of its period; they are told apart, so
that no number of the period is more than it was.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.commendations.honoured import counted
from ketnghia.commendations.models import Award, AwardQuerySet
from ketnghia.commendations.year import told
from ketnghia.reviews.models import Report
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day

# Named one by one; the rest is one tap away in the register.
SHOWN = 20


class InReport:
    """The register over the days of one report, as one person may read it."""

    def __init__(self, report: Report, user: User, *, today: date | None = None) -> None:
        self.report = report
        self.user = user
        self.today = today or localdate()

    @property
    def until(self) -> date:
        """The day it was handed in; of one still being written, today."""
        return self.report.submitted_on or self.today

    @cached_property
    def _awards(self) -> AwardQuerySet:
        """To the unit, all below it and what it took over, or kept by them without a unit."""
        report = self.report
        scope = Q(pk=report.unit_id) | Q(pk__in=report.taken_over)
        scope |= Q(pk__in=Unit.objects.below(report.unit, on=report.round.tree_day))
        units = Unit.objects.filter(scope)
        ours = Q(unit__in=units) | Q(of_unit__in=units)
        kept = Q(unit=None, of_unit=None, keeper__in=units)
        return Award.objects.visible_to(self.user).standing().filter(ours | kept)

    @cached_property
    def within(self) -> AwardQuerySet:
        return self._awards.between(self.report.round.first, self.report.round.last)

    @cached_property
    def after(self) -> AwardQuerySet:
        last = self.report.round.last
        return self._awards.between(last + timedelta(days=1), max(self.until, last))

    @property
    def lead(self) -> str:
        """Trong kỳ: 3 tập thể, trên 20 cá nhân."""
        words = numbers(self.within)
        if not words:
            return _("Trong kỳ sổ khen thưởng chưa ghi lượt khen nào.")
        return _("Trong kỳ sổ khen thưởng ghi %(numbers)s.") % {"numbers": words}

    @property
    def later(self) -> str:
        """Sau kỳ, đến ngày nộp 15/7/2021: 12 tập thể."""
        words = numbers(self.after)
        if not words:
            return ""
        told_on = _("Sau kỳ, đến ngày nộp %(day)s, ghi thêm %(numbers)s.")
        if self.report.submitted_on is None:
            told_on = _("Sau kỳ, đến nay, ghi thêm %(numbers)s.")
        return told_on % {"day": day(self.until), "numbers": words}

    @cached_property
    def shown(self) -> list[Award]:
        """Every line of both, the highest honours first; one more than is shown tells of a rest."""
        both = self.within | self.after
        by_rank = F("honour__rank").asc(nulls_last=True)
        found = both.filter(part_of=None).with_parts().order_by(by_rank, "-on", "pk")
        return list(found[: SHOWN + 1])

    @property
    def first(self) -> list[Award]:
        return self.shown[:SHOWN]

    @property
    def has_rest(self) -> bool:
        return len(self.shown) > SHOWN


def numbers(awards: AwardQuerySet) -> str:
    """How many collectives and people lines come to, with their bound; empty for none."""
    found = counted(awards)
    parts = (
        (_("%(number)s tập thể"), found.collectives),
        (_("%(number)s cá nhân"), found.people),
    )
    return ", ".join(words % {"number": told(tally)} for words, tally in parts if tally.amount)
