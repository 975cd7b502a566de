"""What an officer has to do today: each line with the one act that mends it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property, partial

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.terms import Counted
from ketnghia.overview.acts import plan_url
from ketnghia.overview.answering import answers_waited_for
from ketnghia.overview.guarding import guarded
from ketnghia.overview.items import DUE_WITHIN, LATE_SHOWN, Act, Item, Line, Section, at_once
from ketnghia.overview.paper_items import PaperItems
from ketnghia.overview.preparing import preparing_of
from ketnghia.overview.reporting import reporting_of
from ketnghia.overview.scopes import Scope
from ketnghia.overview.ties import Tie, ties_of
from ketnghia.overview.turn_items import Turns
from ketnghia.overview.unread import articles_waiting
from ketnghia.overview.words import days_left, days_past
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.planning import plan_turn_url
from ketnghia.rotations.proposing import alternates
from ketnghia.rotations.turn_words import lead as turn_lead
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day

PREPARING_PART = "panel-checklists-for_exchange"


class Home:
    """The lists of the first page, for one person on one day."""

    def __init__(self, user: User, *, today: date | None = None, opened: str = "") -> None:
        self.user = user
        self.today = today or localdate()
        self.opened = opened

    @cached_property
    def scope(self) -> Scope:
        """How much of what the person may see is told here."""
        return Scope(self.user)

    @cached_property
    def ties(self) -> list[Tie]:
        return ties_of(self.user, today=self.today, scope=self.scope)

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
        """Papers told of here that the person may change: only those offer an act."""
        found = Agreement.objects.editable_by(self.user).filter(pk__in=self.tie_of)
        return set(found.values_list("pk", flat=True))

    @cached_property
    def turns(self) -> Turns:
        """Whose turn it is to host, in every ledger the person may read."""
        return Turns(self.scope, self.today, self.ties)

    @cached_property
    def about_papers(self) -> PaperItems:
        """What is to be done about papers themselves."""
        return PaperItems(self.papers, self.tie_of, self.editable, self.today)

    @cached_property
    def runs_something(self) -> bool:
        return Unit.objects.run_by(self.user).exists()

    @property
    def is_empty(self) -> bool:
        """No tie and nothing to do: the first steps are shown instead."""
        return not self.ties and not self.sections

    @cached_property
    def sections(self) -> list[Section]:
        """Those that have anything, the most pressing first."""
        lists = [
            ("qua-han", _("Quá hẹn"), "", _("%(number)s việc quá hẹn"), self.late),
            ("den-han", _("Đến hạn"), "", _("%(number)s việc đến hạn"), self.due),
            (
                "chuan-bi",
                _("Chuẩn bị giao lưu"),
                _("Quá hẹn hoặc trong hai tuần"),
                _("%(number)s cuộc giao lưu có việc chuẩn bị đến hạn"),
                at_once(self.preparing),
            ),
            ("so-ket", _("Sơ kết"), "", _("%(number)s việc sơ kết"), at_once(self.reports)),
            (
                "tra-loi",
                _("Chờ ta trả lời"),
                "",
                _("%(number)s việc chờ ta trả lời"),
                at_once(answers_waited_for(self.user, today=self.today)),
            ),
            (
                "doc-tin",
                _("Đọc tin"),
                "",
                _("%(number)s việc đọc tin"),
                at_once(articles_waiting(self.user)),
            ),
            (
                "thieu-nhi",
                _("Dữ liệu thiếu nhi"),
                "",
                _("%(number)s việc về dữ liệu thiếu nhi"),
                at_once(guarded(self.user, today=self.today)),
            ),
            (
                "ben-ky",
                _("Bên ký không còn"),
                _("Bàn kế thừa"),
                _("%(number)s văn bản có bên ký không còn"),
                self.about_papers.orphans,
            ),
            (
                "chua-tong-ket",
                _("Hết hạn, chưa tổng kết"),
                "",
                _("%(number)s văn bản hết hạn chưa tổng kết"),
                self.about_papers.unreviewed,
            ),
            ("lang", _("Mối lặng"), _("Một năm chưa ghi gì"), _("%(number)s mối lặng"), self.quiet),
        ]
        return [
            Section(key, title, note, words % {"number": len(lines)}, lines, self.opened == key)
            for key, title, note, words, lines in lists
            if lines
        ]

    @cached_property
    def open_duties(self) -> list[Duty]:
        """Counted, not met, past their day or soon to be; of papers nobody has summed up.

        Those past their day for more than a year are told by their paper's review.
        """
        oldest = self.today - timedelta(days=LATE_SHOWN)
        newest = self.today + timedelta(days=DUE_WITHIN)
        return list(
            self.scope.duties.counted()
            .open_on(self.today)
            .filter(
                ends_on__gte=oldest,
                ends_on__lte=newest,
                commitment__agreement__reviewed_on__isnull=True,
                commitment__agreement__renewals__isnull=True,
            )
            .select_related("commitment__agreement", "party__unit")
            .prefetch_related("commitment__branches", "evidence", "party__unit__names")
            .order_by("ends_on", "pk")
        )

    @property
    def late(self) -> list[Line]:
        """Past their day within the last year."""
        duties = [
            partial(self._duty, duty, "late")
            for duty in self.open_duties
            if duty.ends_on and duty.ends_on < self.today
        ]
        return [*duties, *at_once(self.turns.late(told=self.told_turns))]

    @cached_property
    def told_turns(self) -> set[int]:
        """Ledgers told with a duty to meet by turns: its line says whose turn it is."""
        found = [
            self.turns.of_paper(duty.commitment.agreement_id)
            for duty in self.open_duties
            if alternates(duty.commitment)
        ]
        return {ledger.rotation.pk for ledger in found if ledger}

    @property
    def due(self) -> list[Line]:
        """Duties and papers whose day comes soon, the nearest first."""
        duties: list[tuple[date, Line]] = [
            (duty.ends_on, partial(self._duty, duty, "due"))
            for duty in self.open_duties
            if duty.ends_on and duty.ends_on >= self.today
        ]
        turns: list[tuple[date, Line]] = [
            (on, item.told) for on, item in self.turns.due(told=self.told_turns)
        ]
        found = [*duties, *self.about_papers.ending, *turns]
        return [line for _on, line in sorted(found, key=lambda pair: pair[0])]

    def _duty(self, duty: Duty, tone: str) -> Item:
        paper = duty.commitment.agreement
        tie = self.tie_of.get(paper.pk)
        if duty.party:
            whose = _("Phần của %(unit)s.") % {"unit": duty.party.unit.short_name}
        else:
            whose = _("Cả hai bên.")
        ledger = self.turns.of_paper(paper.pk) if alternates(duty.commitment) else None
        turn = f" {turn_lead(ledger)}" if ledger else ""
        assert duty.ends_on  # noqa: S101 - only those with a day are asked for
        when = days_past if tone == "late" else days_left
        return Item(
            url=duty.get_absolute_url(),
            tone=tone,
            when=when(duty.ends_on, self.today),
            title=duty.commitment.wording,
            tie=tie,
            note=f"{whose} {duty.words[:1].upper()}{duty.words[1:]}. {paper.title}.{turn}",
            act=self._act_for(duty, tie, tone, ledger) if paper.pk in self.editable else None,
        )

    def _act_for(self, duty: Duty, tie: Tie | None, tone: str, ledger: Ledger | None) -> Act:
        """A meeting still to come is planned; anything else is credited."""
        counted = {branch.counted for branch in duty.commitment.branches.all()}
        is_meeting = bool(counted & {Counted.MEETING, Counted.EXCHANGE, Counted.DELEGATION})
        if tone == "due" and is_meeting and duty.party is None and tie:
            planned = plan_turn_url(ledger) if ledger else ""
            return Act(_("Lên lịch cuộc gặp"), planned or plan_url(tie.left, tie.right))
        return Act(_("Đã làm, ghi vào"), duty.get_absolute_url())

    @property
    def preparing(self) -> list[Item]:
        """Exchanges with work that is late or due soon."""
        return [
            Item(
                url=f"{line.exchange.get_absolute_url()}#{PREPARING_PART}",
                tone="late" if line.due_on < self.today else "due",
                when=days_past(line.due_on, self.today)
                if line.due_on < self.today
                else days_left(line.due_on, self.today),
                title=line.exchange.title,
                note=line.told,
            )
            for line in preparing_of(self.user, today=self.today)
        ]

    @property
    def reports(self) -> list[Item]:
        """Reports of reviews to hand in or mend, and those below to judge."""
        return [
            Item(
                url=line.url,
                tone=line.tone,
                when=line.when,
                title=line.title,
                note=line.note,
                act=Act(line.act, line.url),
            )
            for line in reporting_of(self.user, today=self.today)
        ]

    @property
    def quiet(self) -> list[Line]:
        """Ties nobody has recorded anything of for a year, the longest silence first."""
        ties = [tie for tie in self.ties if tie.is_quiet]
        told = [ledger for tie in ties if (ledger := self.turns.of_tie(tie))]
        keys = {ledger.rotation.pk for ledger in told}
        quiet: list[tuple[date, Line]] = [
            (tie.last_on or date.min, partial(self._quiet, tie)) for tie in ties
        ]
        turns: list[tuple[date, Line]] = [
            (on, one.told) for on, one in self.turns.quiet(told=self.told_turns | keys)
        ]
        return [line for _on, line in sorted([*quiet, *turns], key=lambda pair: pair[0])]

    def _quiet(self, tie: Tie) -> Item:
        last = _("Lần cuối có ghi: %(day)s.") % {"day": day(tie.last_on)} if tie.last_on else ""
        ledger = self.turns.of_tie(tie)
        turn = turn_lead(ledger) if ledger else ""
        planned = plan_turn_url(ledger) if ledger else ""
        act = Act(_("Lên lịch cuộc gặp"), planned or plan_url(tie.left, tie.right))
        return Item(
            url=tie.url,
            tone="quiet",
            when=tie.quiet_for,
            tie=tie,
            note=f"{last} {turn}".strip(),
            act=act if self.runs_something else None,
        )
