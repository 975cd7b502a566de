"""What a paper promises, the duties that follow, and the evidence credited to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.models.papers import Agreement, Party
from ketnghia.agreements.states import DutyState, Way, counted_state, is_met, uncounted_state
from ketnghia.agreements.terms import Area, Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit


class Commitment(models.Model):
    """A promise as it is spoken, and how it is understood (cam kết)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="commitments")
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    area = models.CharField(_("lĩnh vực"), max_length=15, choices=Area, default=Area.OTHER)
    wording = models.TextField(_("lời cam kết"))
    rhythm = models.CharField(_("nhịp"), max_length=10, choices=Rhythm, default=Rhythm.OVER_TERM)
    due_on = models.DateField(_("trước ngày"), null=True, blank=True)
    who = models.CharField(_("ai làm"), max_length=10, choices=Who, default=Who.JOINTLY)
    side = models.ForeignKey(
        Party,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="own_commitments",
        verbose_name=_("bên làm"),
    )
    where = models.CharField(_("ở đâu"), max_length=10, choices=Where, default=Where.ANYWHERE)
    delegates = models.ManyToManyField(
        Unit, blank=True, related_name="delegated_commitments", verbose_name=_("giao cho đơn vị")
    )
    history = HistoricalRecords(m2m_fields=[delegates])

    class Meta:
        verbose_name = _("cam kết")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.wording


class Branch(models.Model):
    """One way to keep a promise: what is counted and how many. Any met branch is enough.

    No quantity: the promise is not counted, it is judged by evidence (alive, quiet, done).
    """

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="branches")
    order = models.PositiveSmallIntegerField(default=1)
    counted = models.CharField(_("việc gì"), max_length=12, choices=Counted)
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.AT_LEAST)
    quantity = models.PositiveIntegerField(_("bao nhiêu"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("cách tính")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return " ".join(
            str(part)
            for part in (
                self.quantity is not None and self.get_bound_display(),
                self.quantity,
                self.get_counted_display(),
            )
            if part
        )

    def progress(self, done: int) -> str:
        """What has been done against what was said."""
        if self.quantity is None:
            return _now("%(done)s lần") % {"done": done}
        if self.bound == Bound.EXACTLY:
            return _now("%(done)s trong %(quantity)s") % {"done": done, "quantity": self.quantity}
        return _now("%(done)s trong %(bound)s %(quantity)s") % {
            "done": done,
            "bound": self.get_bound_display(),
            "quantity": self.quantity,
        }


class DutyQuerySet(Searchable["Duty"]):
    """Questions one can ask about duties; they are found by their paper and its parties."""

    searched = "commitment__agreement__search_text"

    def visible_to(self, user: User) -> Self:
        return self.filter(commitment__agreement__in=Agreement.objects.visible_to(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(commitment__agreement__in=Agreement.objects.editable_by(user))

    def counted(self) -> Self:
        """Those with a number to reach."""
        numbers = Branch.objects.filter(commitment=OuterRef("commitment"), quantity__isnull=False)
        return self.filter(Exists(numbers))

    def in_state(self, state: str, day: date) -> Self:
        """Those that `state_on` calls late, due, met or dropped on a day, as a list asks."""
        choices = {
            "late": self.late_on(day),
            "open": self.counted().open_on(day).exclude(ends_on__lt=day),
            "met": self.counted().filter(is_met=True),
            "dropped": self.filter(dropped_on__isnull=False, is_met=False),
            "uncounted": self.exclude(pk__in=self.counted().values("pk")),
        }
        return choices[state]

    def open_on(self, day: date) -> Self:
        return self.filter(is_met=False, dropped_on__isnull=True, starts_on__lte=day)

    def late_on(self, day: date) -> Self:
        """Counted, not met, and its period is over."""
        return self.counted().open_on(day).filter(ends_on__lt=day)

    def due_within(self, day: date, days: int) -> Self:
        """Counted, not met, and its period ends within so many days."""
        until = day + timedelta(days=days)
        return self.counted().open_on(day).filter(ends_on__gte=day, ends_on__lte=until)


class Duty(models.Model):
    """What one side (or both together) owes in one period: opened by the system (việc phải làm).

    `party` empty means jointly. `is_met` and `is_exceeded` repeat what the evidence says: caches
    that `recount` writes and a test compares. The state shown is computed, never typed.
    """

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="duties")
    party = models.ForeignKey(Party, models.CASCADE, null=True, blank=True, related_name="duties")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_met = models.BooleanField(default=False, editable=False)
    is_exceeded = models.BooleanField(default=False, editable=False)
    dropped_on = models.DateField(_("không còn phù hợp từ"), null=True, blank=True)
    dropped_why = models.CharField(_("vì sao"), max_length=300, blank=True)

    objects = DutyQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("việc phải làm")
        ordering = ["ends_on", "pk"]
        indexes = [models.Index(fields=["ends_on", "is_met"])]

    def __str__(self) -> str:
        return f"{self.commitment} ({self.starts_on:%Y})"

    def get_absolute_url(self) -> str:
        return reverse("agreements:duty", args=[self.pk])

    @property
    def ways(self) -> list[Way]:
        """Each branch of the promise with what has been credited to it here."""
        done: dict[int, int] = {}
        for evidence in self.evidence.all():
            done[evidence.branch_id] = done.get(evidence.branch_id, 0) + evidence.amount
        return [
            Way(branch.bound, branch.quantity, done.get(branch.pk, 0))
            for branch in self.commitment.branches.all()
        ]

    @property
    def is_counted(self) -> bool:
        return any(branch.quantity is not None for branch in self.commitment.branches.all())

    def state_on(self, day: date | None = None) -> DutyState:
        """The state that follows from the evidence on a day."""
        day = day or localdate()
        if self.dropped_on and not self.is_met:
            return DutyState.DROPPED
        if self.is_counted:
            return counted_state(self.ways, starts_on=self.starts_on, ends_on=self.ends_on, day=day)
        last = max((evidence.on for evidence in self.evidence.all()), default=None)
        return uncounted_state(last, starts_on=self.starts_on, ends_on=self.ends_on, day=day)

    @property
    def words(self) -> str:
        """Progress as it is said: "1 trong ít nhất 2"; either way with "hoặc" between."""
        return _now(" hoặc ").join(branch.progress(way.done) for branch, way in self._paired())

    def _paired(self) -> list[tuple[Branch, Way]]:
        return list(zip(self.commitment.branches.all(), self.ways, strict=True))

    def recount(self) -> None:
        """Write what the evidence says into the two caches."""
        is_over = self.ends_on is not None and self.ends_on < localdate()
        ways = self.ways
        self.is_met = is_met(ways, is_over=is_over)
        self.is_exceeded = any(way.is_met and way.is_exceeded for way in ways)
        self.save(update_fields=["is_met", "is_exceeded"])

    def drop(self, *, on: date, why: str) -> None:
        """Say that this is owed no longer, with the reason that is shown."""
        self.dropped_on, self.dropped_why = on, why
        self.save(update_fields=["dropped_on", "dropped_why"])


class Evidence(models.Model):
    """An exchange or activity credited to a duty by a person (bằng chứng).

    `source` is generic: the rooms above hand their records down (`operations.credit`).
    """

    class Answer(models.TextChoices):
        NONE = "none", _("bạn chưa trả lời")
        CONFIRMED = "confirmed", _("bạn đã xác nhận")
        DISPUTED = "disputed", _("bạn có ý kiến khác")

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="evidence")
    branch = models.ForeignKey(Branch, models.CASCADE, related_name="evidence")
    source_type = models.ForeignKey(ContentType, models.PROTECT)
    source_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    on = models.DateField(_("ngày"))
    amount = models.PositiveIntegerField(_("tính"), default=1)
    credited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    credited_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.NONE)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    remark = models.CharField(_("ý kiến"), max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("bằng chứng")
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["source_type", "source_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "source_type", "source_id"],
                name="evidence_once_per_duty",
                violation_error_message=_("Việc này đã được tính rồi."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.duty}"
