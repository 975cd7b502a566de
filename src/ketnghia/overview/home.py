"""What an officer has to do today: each line with the one act that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.states import AgreementState
from ketnghia.agreements.terms import Counted
from ketnghia.overview.acts import plan_url
from ketnghia.overview.ties import Tie, ties_of
from ketnghia.overview.words import all_of, days_left, days_past
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day

DUE_WITHIN = 45
LATE_SHOWN = 366
AT_MOST = 8


@dataclass(frozen=True)
class Act:
    """What mends it, and where that is done."""

    label: str
    url: str


@dataclass(frozen=True)
class Item:
    """One line of work. Without a title the tie itself is the title."""

    url: str
    tone: str
    when: str
    title: str = ""
    tie: Tie | None = None
    note: str = ""
    act: Act | None = None


@dataclass(frozen=True)
class Section:
    """Lines of one kind; `words` are its part of the opening sentence."""

    id: str
    title: str
    note: str
    words: str
    items: list[Item]
    is_open: bool = False

    @property
    def shown(self) -> list[Item]:
        return self.items if self.is_open else self.items[:AT_MOST]

    @property
    def hidden(self) -> int:
        return len(self.items) - len(self.shown)

    @property
    def is_late(self) -> bool:
        return self.id == "qua-han"


class Home:
    """The lists of the first page, for one person on one day."""

    def __init__(self, user: User, *, today: date | None = None, opened: str = "") -> None:
        self.user = user
        self.today = today or localdate()
        self.opened = opened

    @cached_property
    def ties(self) -> list[Tie]:
        return ties_of(self.user, today=self.today)

    @cached_property
    def papers(self) -> list[Agreement]:
        """Every signed paper of the ties, once."""
        return list({a.pk: a for tie in self.ties for a in tie.agreements}.values())

    @cached_property
    def tie_of(self) -> dict[int, Tie]:
        """The tie a paper belongs to, by the paper's key."""
        return {paper.pk: tie for tie in reversed(self.ties) for paper in tie.agreements}

    @cached_property
    def editable(self) -> set[int]:
        """Papers the person may change: only those offer an act."""
        return set(Agreement.objects.editable_by(self.user).values_list("pk", flat=True))

    @cached_property
    def runs_something(self) -> bool:
        return Unit.objects.run_by(self.user).exists()

    @property
    def is_empty(self) -> bool:
        return not self.ties

    @cached_property
    def sections(self) -> list[Section]:
        """Those that have anything, the most pressing first."""
        lists = [
            ("qua-han", _("Quá hẹn"), "", _("%(number)s việc quá hẹn"), self.late),
            ("den-han", _("Đến hạn"), "", _("%(number)s việc đến hạn"), self.due),
            (
                "ben-ky",
                _("Bên ký không còn"),
                _("Bàn kế thừa"),
                _("%(number)s văn bản có bên ký không còn"),
                self.orphans,
            ),
            (
                "chua-tong-ket",
                _("Hết hạn, chưa tổng kết"),
                "",
                _("%(number)s văn bản hết hạn chưa tổng kết"),
                self.unreviewed,
            ),
            ("lang", _("Mối lặng"), _("Một năm chưa ghi gì"), _("%(number)s mối lặng"), self.quiet),
        ]
        return [
            Section(key, title, note, words % {"number": len(items)}, items, self.opened == key)
            for key, title, note, words, items in lists
            if items
        ]

    @cached_property
    def open_duties(self) -> list[Duty]:
        """Counted, not met, past their day or soon to be; of papers nobody has summed up."""
        found = Duty.objects.visible_to(self.user)
        return list(
            (found.late_on(self.today) | found.due_within(self.today, DUE_WITHIN))
            .filter(
                commitment__agreement__reviewed_on__isnull=True,
                commitment__agreement__renewals__isnull=True,
            )
            .select_related("commitment__agreement", "party__unit")
            .prefetch_related("commitment__branches", "evidence", "party__unit__names")
            .order_by("ends_on", "pk")
        )

    @property
    def late(self) -> list[Item]:
        """Past their day within the last year; older ones are told by their paper's review."""
        return [
            self._duty(duty, "late", days_past(duty.ends_on, self.today))
            for duty in self.open_duties
            if duty.ends_on
            and duty.ends_on < self.today
            and (self.today - duty.ends_on).days <= LATE_SHOWN
        ]

    @property
    def due(self) -> list[Item]:
        """Duties and papers whose day comes soon, the nearest first."""
        duties = [
            (duty.ends_on, self._duty(duty, "due", days_left(duty.ends_on, self.today)))
            for duty in self.open_duties
            if duty.ends_on and duty.ends_on >= self.today
        ]
        papers = [
            (paper.last_day, self._ending(paper, paper.last_day))
            for paper in self.papers
            if paper.last_day and 0 <= (paper.last_day - self.today).days <= DUE_WITHIN
        ]
        return [item for _on, item in sorted(duties + papers, key=lambda pair: pair[0])]

    def _duty(self, duty: Duty, tone: str, when: str) -> Item:
        paper = duty.commitment.agreement
        tie = self.tie_of.get(paper.pk)
        if duty.party:
            whose = _("Phần của %(unit)s.") % {"unit": duty.party.unit.short_name}
        else:
            whose = _("Cả hai bên.")
        return Item(
            url=duty.get_absolute_url(),
            tone=tone,
            when=when,
            title=duty.commitment.wording,
            tie=tie,
            note=f"{whose} {duty.words[:1].upper()}{duty.words[1:]}. {paper.title}.",
            act=self._act_for(duty, tie, tone) if paper.pk in self.editable else None,
        )

    def _act_for(self, duty: Duty, tie: Tie | None, tone: str) -> Act:
        """A meeting still to come is planned; anything else is credited."""
        counted = {branch.counted for branch in duty.commitment.branches.all()}
        is_meeting = bool(counted & {Counted.MEETING, Counted.EXCHANGE, Counted.DELEGATION})
        if tone == "due" and is_meeting and duty.party is None and tie:
            return Act(_("Lên lịch cuộc gặp"), plan_url(tie.left, tie.right))
        return Act(_("Đã làm, ghi vào"), duty.get_absolute_url())

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
    def orphans(self) -> list[Item]:
        """Living papers whose signatory ended: the successor desk."""
        found = []
        for paper in self.papers:
            if paper.state_on(self.today) != AgreementState.SIGNATORY_ENDED:
                continue
            for party in paper.ended_parties(self.today):
                url = reverse("agreements:inherit", args=[party.pk])
                act = Act(_("Nhận, ký lại hay khép lại"), url)
                ended = party.unit.ended_on
                assert ended  # noqa: S101 - only ended parties are asked for
                gone = _("%(unit)s kết thúc %(day)s.")
                words = {"unit": party.unit.name_on(paper.signed_on), "day": day(ended)}
                found.append(
                    Item(
                        url=paper.get_absolute_url(),
                        tone="ended",
                        when=_("từ %(day)s") % {"day": day(ended)},
                        title=paper.title,
                        tie=self.tie_of.get(paper.pk),
                        note=f"{gone % words} {self._runs_until(paper)}",
                        act=act if paper.pk in self.editable else None,
                    )
                )
        return found

    def _runs_until(self, paper: Agreement) -> str:
        if paper.last_day is None:
            return _("Văn bản không ghi ngày hết hạn.")
        return _("Văn bản còn hạn đến %(day)s.") % {"day": day(paper.last_day)}

    @property
    def unreviewed(self) -> list[Item]:
        """Ended, and nobody has summed them up; newest first."""
        found = [
            paper
            for paper in self.papers
            if paper.state_on(self.today) == AgreementState.ENDED_WITHOUT_REVIEW and paper.last_day
        ]
        return [
            Item(
                url=paper.get_absolute_url(),
                tone="late",
                when=_("hết hạn %(day)s") % {"day": day(paper.last_day)} if paper.last_day else "",
                title=paper.title,
                tie=self.tie_of.get(paper.pk),
                note=self._signed(paper),
                act=Act(_("Ghi ngày tổng kết"), reverse("agreements:review", args=[paper.pk]))
                if paper.pk in self.editable
                else None,
            )
            for paper in sorted(found, key=lambda paper: paper.last_day or date.min, reverse=True)
        ]

    def _signed(self, paper: Agreement) -> str:
        """Who signed, by the names of the day, where one of them is no more."""
        names = [party.unit.name_on(paper.signed_on) for party in paper.parties.all()]
        if paper.signed_on and any(party.unit.ended_on for party in paper.parties.all()):
            words = {"day": day(paper.signed_on), "names": all_of(names)}
            return _("%(names)s ký ngày %(day)s.") % words
        return _("Ký ngày %(day)s.") % {"day": day(paper.signed_on)} if paper.signed_on else ""

    @property
    def quiet(self) -> list[Item]:
        """Ties nobody has recorded anything of for a year, the longest silence first."""
        quiet = [tie for tie in self.ties if tie.is_quiet]
        return [
            Item(
                url=tie.url,
                tone="quiet",
                when=tie.quiet_for,
                tie=tie,
                note=_("Lần cuối có ghi: %(day)s.") % {"day": day(tie.last_on)}
                if tie.last_on
                else "",
                act=Act(_("Lên lịch cuộc gặp"), plan_url(tie.left, tie.right))
                if self.runs_something
                else None,
            )
            for tie in sorted(quiet, key=lambda tie: tie.last_on or date.min)
        ]
