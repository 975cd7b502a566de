"""What is to be done about papers: those that end, have ended, or lost a signatory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement, Party
from ketnghia.agreements.states import AgreementState
from ketnghia.overview.items import DUE_WITHIN, Act, Item, Line
from ketnghia.overview.ties import Tie
from ketnghia.overview.words import all_of, days_left
from ketnghia.vietnamese.dates import day


@dataclass(frozen=True)
class PaperItems:
    """Lines about signed papers; those the person may change offer the act."""

    papers: Sequence[Agreement]
    tie_of: Mapping[int, Tie]
    editable: Collection[int]
    today: date

    @property
    def ending(self) -> list[tuple[date, Line]]:
        """Whose last day comes soon, with the day."""
        return [
            (paper.last_day, partial(self._ending, paper, paper.last_day))
            for paper in self.papers
            if paper.last_day and 0 <= (paper.last_day - self.today).days <= DUE_WITHIN
        ]

    def _ending(self, paper: Agreement, last: date) -> Item:
        act = Act(_("Ký tiếp"), reverse("agreements:renew", args=[paper.pk]))
        return Item(
            url=paper.get_absolute_url(),
            tone="due",
            when=days_left(last, self.today),
            title=_("%(title)s sắp hết hạn") % {"title": paper.title},
            tie=self.tie_of.get(paper.pk),
            act=act if paper.pk in self.editable else None,
        )

    @property
    def orphans(self) -> list[Line]:
        """Living papers whose signatory ended: the successor desk."""
        return [
            partial(self._orphan, paper, party)
            for paper in self.papers
            if paper.state_on(self.today) == AgreementState.SIGNATORY_ENDED
            for party in paper.ended_parties(self.today)
        ]

    def _orphan(self, paper: Agreement, party: Party) -> Item:
        act = Act(_("Nhận, ký lại hay khép lại"), reverse("agreements:inherit", args=[party.pk]))
        ended = party.unit.ended_on
        assert ended  # noqa: S101 - only ended parties are asked for
        gone = _("%(unit)s kết thúc %(day)s.")
        words = {"unit": party.unit.name_on(paper.signed_on), "day": day(ended)}
        return Item(
            url=paper.get_absolute_url(),
            tone="ended",
            when=_("từ %(day)s") % {"day": day(ended)},
            title=paper.title,
            tie=self.tie_of.get(paper.pk),
            note=f"{gone % words} {self._runs_until(paper)}",
            act=act if paper.pk in self.editable else None,
        )

    def _runs_until(self, paper: Agreement) -> str:
        if paper.last_day is None:
            return _("Văn bản không ghi ngày hết hạn.")
        return _("Văn bản còn hạn đến %(day)s.") % {"day": day(paper.last_day)}

    @property
    def unreviewed(self) -> list[Line]:
        """Ended, and nobody has summed them up; newest first."""
        found = [
            paper
            for paper in self.papers
            if paper.state_on(self.today) == AgreementState.ENDED_WITHOUT_REVIEW and paper.last_day
        ]
        found.sort(key=lambda paper: paper.last_day or date.min, reverse=True)
        return [partial(self._unreviewed, paper) for paper in found]

    def _unreviewed(self, paper: Agreement) -> Item:
        act = Act(_("Tổng kết"), reverse("reviews:agreement_begin", args=[paper.pk]))
        return Item(
            url=paper.get_absolute_url(),
            tone="late",
            when=_("hết hạn %(day)s") % {"day": day(paper.last_day)} if paper.last_day else "",
            title=paper.title,
            tie=self.tie_of.get(paper.pk),
            note=self._signed(paper),
            act=act if paper.pk in self.editable else None,
        )

    def _signed(self, paper: Agreement) -> str:
        """Who signed, by the names of the day, where one of them is no more."""
        names = [party.unit.name_on(paper.signed_on) for party in paper.parties.all()]
        if paper.signed_on and any(party.unit.ended_on for party in paper.parties.all()):
            words = {"day": day(paper.signed_on), "names": all_of(names)}
            return _("%(names)s ký ngày %(day)s.") % words
        return _("Ký ngày %(day)s.") % {"day": day(paper.signed_on)} if paper.signed_on else ""
