"""The page of a report: one sentence first, who has handed in, what is asked, the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ketnghia.accounts.models import User
from ketnghia.activities.models import Overlap
from ketnghia.activities.questions import Question, questions
from ketnghia.reviews.doubts import questions_of
from ketnghia.reviews.figures import Figures
from ketnghia.reviews.models import Aim, Inquiry, Passage, Reply, Report, Snapshot
from ketnghia.reviews.roll import Regrouped, Roll, Standing, by_today, said_of
from ketnghia.reviews.rows import Table
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, length

SHOWN = 40


@dataclass(frozen=True)
class Abilities:
    """What one person may do with a report in the state it is in."""

    write: bool = False
    submit: bool = False
    judge: bool = False
    run: bool = False


def abilities_of(report: Report, user: User) -> Abilities:
    """Asked of the same querysets that the acts load through."""
    mine = Report.objects.filter(pk=report.pk)
    return Abilities(
        write=mine.editable_by(user).exists(),
        submit=mine.submittable_by(user).exists(),
        judge=mine.judged_by(user).exists(),
        run=mine.run_by(user).exists(),
    )


@dataclass(frozen=True)
class Asked:
    """A question of the round and what the unit answered."""

    inquiry: Inquiry
    reply: Reply | None


class ReportSheet:
    """What the page of a report tells to one person."""

    def __init__(
        self, report: Report, user: User, *, everything: bool = False, today: date | None = None
    ) -> None:
        self.report = report
        self.round = report.round
        self.user = user
        self.today = today or localdate()
        self.figures = Figures(report)
        self.table = Table(self.figures, everything=everything)

    @cached_property
    def may(self) -> Abilities:
        return abilities_of(self.report, self.user)

    @property
    def is_upper(self) -> bool:
        return self.table.is_upper

    @cached_property
    def standings(self) -> list[Standing]:
        """The roll of the units right below; empty where none report."""
        if not self.is_upper:
            return []
        return Roll(self.report, self.table.children, today=self.today).standings()

    @cached_property
    def by_today(self) -> Regrouped:
        return by_today(self.table.children, today=self.today)

    @property
    def shown(self) -> list[Standing]:
        """Missing ones all, then so many of the others."""
        missing = [one for one in self.standings if one.is_missing]
        return self.standings[: max(len(missing), SHOWN)]

    @property
    def hidden(self) -> list[Standing]:
        return self.standings[len(self.shown) :]

    @property
    def missing(self) -> list[Standing]:
        return [one for one in self.standings if one.is_missing]

    @property
    def remindable(self) -> list[Standing]:
        return [one for one in self.missing if not one.is_reminded]

    @property
    def handed_in(self) -> int:
        return len(self.standings) - len(self.missing)

    @property
    def late(self) -> int:
        return sum(one.is_late for one in self.standings)

    @property
    def to_judge(self) -> list[Standing]:
        return [one for one in self.standings if one.report.state == Report.State.SUBMITTED]

    @cached_property
    def questions(self) -> list[Question]:
        """Open questions about figures that count here, whether it was handed in or not."""
        found = questions_of(self.report).visible_to(self.user).with_figures()
        return questions(found)

    @cached_property
    def may_answer(self) -> set[int]:
        keys = [overlap.pk for question in self.questions for overlap in question.overlaps]
        mine = Overlap.objects.editable_by(self.user).filter(pk__in=keys)
        return set(mine.values_list("pk", flat=True))

    @cached_property
    def snapshot(self) -> Snapshot | None:
        """The paper it was handed in as, while it stands."""
        return self.report.snapshots.first() if self.report.is_frozen else None

    @cached_property
    def passages(self) -> list[Passage]:
        found = self.report.passages.select_related("heading")
        return [passage for passage in found if passage.words]

    @cached_property
    def aims(self) -> list[Aim]:
        return list(self.report.aims.exclude(state=Aim.State.DROPPED).select_related("indicator"))

    @cached_property
    def asked(self) -> list[Asked]:
        replies = {reply.inquiry_id: reply for reply in self.report.replies.all()}
        return [
            Asked(inquiry, replies.get(inquiry.pk))
            for inquiry in self.round.inquiries.all()
            if inquiry.of(self.report.level)
        ]

    @cached_property
    def moves(self) -> list[object]:
        return list(self.report.moves.select_related("by")[:SHOWN])

    @property
    def state_words(self) -> str:
        """How the report itself stands."""
        report = self.report
        if report.is_frozen and report.submitted_on:
            return self._handed_in(report.submitted_on)
        if report.state == Report.State.SENT_BACK:
            return _("Cấp trên trả lại, cần sửa rồi nộp lại.")
        if report.days_late(self.today):
            words = {"length": length(report.late_after, self.today)}
            return _("Chưa nộp, quá hạn %(length)s.") % words
        left = (report.late_after - self.today).days
        if not left:
            return _("Đang làm, hôm nay là hạn nộp.")
        return _("Đang làm, còn %(days)s ngày đến hạn nộp.") % {"days": left}

    def _handed_in(self, on: date) -> str:
        """The day it came, late or not, and what became of it."""
        words = {"state": self.report.get_state_display(), "day": day(on)}
        late = said_of(self.report, today=self.today)[1]
        told = _("%(state)s, nộp ngày %(day)s") % words
        if self.report.state == Report.State.SUBMITTED:
            told = _("Nộp ngày %(day)s") % words
        return f"{told}, {late}." if late else f"{told}."

    @property
    def due_note(self) -> str:
        """The day the units below hand in by, and how long it is past while some are missing."""
        days = [child.late_after for child in self.table.children]
        words = {"day": day(self.round.due_on)}
        if not self.missing or not days or max(days) >= self.today:
            return _("Hạn %(day)s.") % words
        words["length"] = length(max(days), self.today)
        return _("Hạn %(day)s, đã quá %(length)s.") % words

    @cached_property
    def can_go_down(self) -> bool:
        """Whether units below could still be asked for reports of their own."""
        there = Report.objects.filter(round=self.round.pk).values("unit")
        below = Unit.objects.children_of(self.report.unit, on=self.round.tree_day)
        return self.may.write and below.exclude(pk__in=there).exists()

    @property
    def roll_words(self) -> str:
        """How many of the units right below have handed in."""
        words = {"handed": self.handed_in, "every": len(self.standings)}
        return _("%(handed)s trong %(every)s đơn vị đã nộp") % words

    @property
    def late_words(self) -> str:
        words = {"number": self.late}
        return ngettext("%(number)s nộp muộn", "%(number)s nộp muộn", self.late) % words

    @property
    def deep(self) -> tuple[int, int]:
        """How many of all reports under this one were handed in, and how many there are."""
        below = Report.objects.below(self.report)
        return below.counted().count(), below.count()


def reports_waiting(units: list[int]) -> tuple[list[Report], list[Report]]:
    """Reports of units still to hand in, and those right below them to be judged.

    The units are those a person has seats in: who sits there may read both.
    """
    found = Report.objects.with_units().select_related("parent")
    mine = found.filter(unit__in=units).missing().order_by("late_after", "pk")
    below = found.filter(Q(parent__unit__in=units) & Q(state=Report.State.SUBMITTED)).order_by(
        "submitted_on", "pk"
    )
    return list(mine), list(below)
