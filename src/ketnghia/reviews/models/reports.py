"""One unit's report in a round, the steps it went through, and its answers in words."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.events import publish
from ketnghia.exchanges.models import Exchange
from ketnghia.reviews.events import ReportAccepted, ReportSentBack
from ketnghia.reviews.models.rounds import Inquiry, Round
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Level, Seat, Unit, may_read, may_run, may_sign_off


class ReportQuerySet(Searchable["Report"]):
    """Questions one can ask about reports; they are found by the names of their unit."""

    searched = "unit__search_text"

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user))

    def editable_by(self, user: User) -> Self:
        """Those whose numbers and words the person may still write."""
        return self.filter(may_run(user), state__in=Report.WRITABLE)

    def run_by(self, user: User) -> Self:
        """Those of units the person runs, in whatever state."""
        return self.filter(may_run(user))

    def submittable_by(self, user: User) -> Self:
        """Leaders and administrators hand in."""
        return self.filter(may_sign_off(user), state__in=Report.WRITABLE)

    def judged_by(self, user: User) -> Self:
        """By whoever runs the unit above; the uppermost by its own leaders."""
        above = Q(may_run(user, at="parent__unit"), parent__isnull=False)
        return self.filter(above | Q(may_sign_off(user), parent__isnull=True))

    def below(self, report: Report) -> Self:
        """Every report under another, directly or further down."""
        return self.filter(round=report.round_id, path__startswith=report.path).exclude(
            pk=report.pk
        )

    def above(self, report: Report) -> Self:
        return self.filter(round=report.round_id, unit__in=report.units_above)

    def counted(self) -> Self:
        """Handed in and not sent back: they add to the report above."""
        return self.filter(state__in=Report.FROZEN)

    def missing(self) -> Self:
        return self.exclude(state__in=Report.FROZEN)

    def uppermost_for(self, user: User) -> Self:
        """Of each round the report nearest its top that the person may read.

        Looked for among tops, the person's own units and what went into these: a seat at the
        centre reads 70,000 reports of a round, and one of them is listed.
        """
        roots: set[int] = set()
        for unit in Unit.objects.filter(seats__in=Seat.objects.of(user)):
            roots |= {unit.pk} | unit.predecessor_ids()
        higher = Report.objects.visible_to(user).filter(
            round=OuterRef("round"), pk=OuterRef("parent")
        )
        return self.filter(Q(parent__isnull=True) | Q(unit__in=roots), ~Exists(higher))

    def due_between(self, first: date, last: date) -> Self:
        """Still to hand in, with their last day among these."""
        return self.missing().filter(late_after__gte=first, late_after__lte=last)

    def late_on(self, day: date) -> Self:
        return self.missing().filter(late_after__lt=day)

    def with_units(self) -> Self:
        return self.select_related("unit", "round").prefetch_related("unit__names")


class Report(models.Model):
    """What one unit reports in a round (báo cáo của một đơn vị).

    `path` lists the keys of the units from the top to this one ("/1/14/"): the tree of the round
    is fixed when it opens. `late_after` is the due day, or the next working day where that is a
    day off. `taken_over`: keys of units that ended within the days of the round and whose figures
    count here. `changed_below_at`: something under a report already handed in changed since.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Đang làm")
        SENT_BACK = "sent_back", _("Trả lại")
        SUBMITTED = "submitted", _("Đã nộp")
        ACCEPTED = "accepted", _("Đã duyệt")
        LOCKED = "locked", _("Đã khóa")

    WRITABLE = (State.OPEN, State.SENT_BACK)
    FROZEN = (State.SUBMITTED, State.ACCEPTED, State.LOCKED)

    round = models.ForeignKey(Round, models.CASCADE, related_name="reports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=120, db_index=True, editable=False)
    level = models.CharField(_("cấp"), max_length=12, choices=Level)
    state = models.CharField(_("tình trạng"), max_length=9, choices=State, default=State.OPEN)
    due_on = models.DateField(_("hạn nộp"))
    late_after = models.DateField(editable=False)
    submitted_on = models.DateField(_("ngày nộp"), null=True, blank=True)
    remark = models.TextField(_("ý kiến của cấp trên"), blank=True)
    taken_over = models.JSONField(default=list, blank=True, editable=False)
    meeting = models.ForeignKey(
        Exchange,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("hội nghị sơ kết"),
        editable=False,
    )
    changed_below_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("báo cáo")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "late_after"], name="report_due")]
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="report_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.round} · {self.unit}"

    def get_absolute_url(self) -> str:
        return reverse("reviews:report", args=[self.pk])

    @property
    def name(self) -> str:
        """The unit by the name of its time."""
        return self.unit.name_on(self.round.last)

    @property
    def units_above(self) -> list[int]:
        """Keys of the units over this one, from the top."""
        return [int(key) for key in self.path.strip("/").split("/")][:-1]

    @property
    def is_frozen(self) -> bool:
        return self.state in self.FROZEN

    @property
    def is_writable(self) -> bool:
        return self.state in self.WRITABLE

    def days_late(self, today: date | None = None) -> int:
        """How many days after its last day it came, or is still missing; 0 when in time."""
        until = self.submitted_on if self.is_frozen and self.submitted_on else today or localdate()
        return max((until - self.late_after).days, 0)

    @transaction.atomic
    def accept(self, *, by: User, remark: str = "") -> None:
        """The unit above takes it as it is."""
        self._refuse_unless(self.State.SUBMITTED)
        self._move(self.State.ACCEPTED, Move.Kind.ACCEPTED, by=by, remark=remark)
        publish(ReportAccepted(self.pk, by.pk))

    @transaction.atomic
    def send_back(self, *, remark: str, by: User) -> None:
        """The unit above asks for it again, saying what is to be mended."""
        self._refuse_unless(self.State.SUBMITTED, self.State.ACCEPTED)
        if not remark:
            raise ValidationError({"remark": _now("Ghi rõ chỗ cần sửa để đơn vị biết.")})
        self._move(self.State.SENT_BACK, Move.Kind.SENT_BACK, by=by, remark=remark)
        publish(ReportSentBack(self.pk, by.pk))

    def note(self, kind: str, *, by: User | None, remark: str = "") -> Move:
        """Write a step into the report's own book."""
        return Move.objects.create(report=self, kind=kind, by=by, remark=remark)

    def _refuse_unless(self, *states: State) -> None:
        if self.state not in states:
            words = {"state": str(self.State(self.state).label).lower()}
            raise ValidationError(_now("Báo cáo này %(state)s, không làm bước đó được.") % words)

    def _move(self, state: State, kind: str, *, by: User, remark: str) -> None:
        self.state, self.remark = state, remark
        self.save(update_fields=["state", "remark"])
        self.note(kind, by=by, remark=remark)


class Move(models.Model):
    """One step of a report, with who and when: handed in, sent back, reminded (bước)."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("mở")
        SUBMITTED = "submitted", _("nộp")
        ACCEPTED = "accepted", _("duyệt")
        SENT_BACK = "sent_back", _("trả lại")
        LOCKED = "locked", _("khóa")
        REOPENED = "reopened", _("mở lại")
        REMINDED = "reminded", _("nhắc nộp")
        CHANGED_BELOW = "changed", _("số bên dưới đổi")

    report = models.ForeignKey(Report, models.CASCADE, related_name="moves")
    kind = models.CharField(max_length=9, choices=Kind)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=now)
    remark = models.TextField(blank=True)

    class Meta:
        verbose_name = _("bước của báo cáo")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.report} · {self.get_kind_display()}"


class Reply(models.Model):
    """A unit's answer in words to a question of the round (trả lời)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="replies")
    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="replies")
    text = models.TextField(_("trả lời"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("trả lời")
        constraints = [models.UniqueConstraint(fields=["report", "inquiry"], name="reply_once")]

    def __str__(self) -> str:
        return self.text
