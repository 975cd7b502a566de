"""Figures as reported, what of them counts, and the questions asked before they add up."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.lookups import IsNull
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.models.activities import (
    Activity,
    ActivityQuerySet,
    Organiser,
    PartQuerySet,
)
from ketnghia.activities.models.indicators import Indicator
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.documents.models import Document
from ketnghia.units.models import Breadth, Unit, breadth_of, one_by_one
from ketnghia.vietnamese.numbers import spoken


class Figure(models.Model):
    """A number with its bound as reported: "trên 100 triệu" stays "trên" (số liệu).

    `value` empty: it was done, but nobody knows how many; that is neither zero nor "chưa ghi",
    which is having no figure at all. Money is in đồng. `out_of` is the whole of a share.
    """

    class Form(models.TextChoices):
        """In what money was given; never added to each other silently."""

        UNSAID = "", _("chưa tách")
        CASH = "cash", _("tiền mặt")
        GOODS = "goods", _("hiện vật")
        LABOUR = "labour", _("ngày công")

    class Fund(models.TextChoices):
        """Whose money it was."""

        UNSAID = "", _("chưa rõ")
        MOBILISED = "mobilised", _("vận động")
        BUDGET = "budget", _("ngân sách")
        PARTNER = "partner", _("đối tác hỗ trợ")

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="figures")
    order = models.PositiveSmallIntegerField(default=1)
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("chỉ tiêu"),
    )
    what = models.CharField(_("số liệu về"), max_length=200)
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    value = models.DecimalField(
        _("giá trị"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    out_of = models.DecimalField(
        _("trên tổng số"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    measure = models.CharField(_("đơn vị tính"), max_length=60)
    form = models.CharField(_("bằng gì"), max_length=6, choices=Form, blank=True, default="")
    fund = models.CharField(_("nguồn tiền"), max_length=9, choices=Fund, blank=True, default="")
    said = models.TextField(_("câu gốc"), blank=True)
    said_in = models.CharField(_("ở đâu"), max_length=200, blank=True)
    document = models.ForeignKey(
        Document,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tệp nguồn"),
    )
    part_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("nằm trong"),
    )

    objects = PartQuerySet["Figure"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("số liệu")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(part_of=F("pk")),
                name="figure_is_not_part_of_itself",
                violation_error_message=_("Một số không nằm trong chính nó."),
            )
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The number as it was said: "trên 100 triệu đồng", "1.900 suất quà"."""
        if self.value is None:
            return _now("có, không rõ số %(measure)s") % {"measure": self.measure}
        bound = "" if self.bound == Bound.EXACTLY else f"{self.get_bound_display()} "
        whole = f" trên {spoken(self.out_of)}" if self.out_of is not None else ""
        return f"{bound}{spoken(self.value)}{whole} {self.measure}".strip()

    @property
    def amount(self) -> Amount | None:
        return None if self.value is None else Amount(self.value, Bound(self.bound))

    @property
    def is_counted_elsewhere(self) -> bool:
        """Lies in another figure of the same indicator, so it is not added a second time."""
        whole = self.part_of
        if whole is None or self.indicator is None or whole.indicator is None:
            return False
        return self.indicator.root_id == whole.indicator.root_id


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Questions one can ask about what counts."""

    def between(self, first: object, last: object) -> Self:
        return self.filter(on__gte=first, on__lte=last)


class Contribution(models.Model):
    """What one figure adds to one unit under one indicator on one day (phần góp).

    A cache over figures, organisers and answers to overlaps, so that a total is one plain sum:
    `operations.ledger` writes it with every change, `ketnghia rebuild-totals` writes all of it
    afresh, and a test compares. `indicator` is the one whose total it enters.
    """

    figure = models.ForeignKey(Figure, models.CASCADE, related_name="contributions")
    organiser = models.ForeignKey(Organiser, models.CASCADE, related_name="contributions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="contributions")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="contributions")
    on = models.DateField()
    bound = models.CharField(max_length=10, choices=Bound)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    out_of = models.DecimalField(max_digits=20, decimal_places=4, null=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figure", "organiser"], name="contribution_once")
        ]
        indexes = [
            models.Index(fields=["unit", "on"], name="contribution_of_a_unit"),
            models.Index(fields=["indicator", "on"], name="contribution_to_a_total"),
        ]

    def __str__(self) -> str:
        return f"{self.figure} → {self.unit}"


def _at(activities: ActivityQuerySet, side: str) -> IsNull:
    """Condition of an overlap: the activity of its first or second figure is one of these."""
    return one_by_one(activities.filter(pk=OuterRef(f"{side}__activity")))


class OverlapQuerySet(models.QuerySet["Overlap"]):
    """Questions one can ask about numbers that may count the same thing twice."""

    def waiting(self) -> Self:
        return self.filter(answer=Overlap.Answer.WAITING)

    def visible_to(self, user: User) -> Self:
        """Only to those who may see both: a question must not tell of another unit's papers."""
        seen = Activity.objects.seen_at_once(user)
        return self.filter(first__activity__in=seen, second__activity__in=seen)

    def noticed_by(self, user: User) -> Self:
        """The same, looked up for each row: to count as far as anybody counts."""
        if breadth_of(user) == Breadth.FEW:
            return self.visible_to(user)
        rows = Activity.objects.seen_one_by_one(user)
        return self.filter(*(_at(rows, side) for side in ("first", "second")))

    def editable_by(self, user: User) -> Self:
        """Whoever edits one of the activities and may see the other may answer."""
        mine = Activity.objects.editable_by(user)
        one, other = (
            one_by_one(mine.filter(pk=OuterRef(f"{side}__activity")))
            for side in ("first", "second")
        )
        return self.visible_to(user).filter(Q(one) | Q(other))

    def with_figures(self) -> Self:
        """With what a question tells: both figures, their activities and units."""
        return self.select_related(
            "kept",
            "first__activity",
            "second__activity",
            "first__indicator",
            "second__indicator",
        ).prefetch_related(
            "first__activity__organisers__unit__names",
            "second__activity__organisers__unit__names",
        )


class Overlap(models.Model):
    """Two figures that may count the same thing twice; asked before they add up (chỗ có thể trùng).

    The answer is kept and shown. `kept` is the figure that counts when both are one thing, or the
    one that contains the other.
    """

    class Reason(models.TextChoices):
        SOURCE = "source", _("cùng một nguồn")
        EVENT = "event", _("cùng nơi, cùng lúc")
        SPAN = "span", _("một số tính cả kỳ, một số trong kỳ đó")

    class Answer(models.TextChoices):
        WAITING = "waiting", _("chờ trả lời")
        SEPARATE = "separate", _("khác nhau, cộng cả hai")
        SAME = "same", _("cùng một việc, tính một")
        PART = "part", _("số này nằm trong số kia")

    first = models.ForeignKey(Figure, models.CASCADE, related_name="overlaps_after")
    second = models.ForeignKey(Figure, models.CASCADE, related_name="overlaps_before")
    reason = models.CharField(max_length=6, choices=Reason)
    answer = models.CharField(_("trả lời"), max_length=8, choices=Answer, default=Answer.WAITING)
    kept = models.ForeignKey(
        Figure, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("tính số")
    )
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = OverlapQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("chỗ có thể tính trùng")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="overlap_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="overlap_in_one_order"),
        ]
        indexes = [models.Index(fields=["answer"], name="overlap_waiting")]

    def __str__(self) -> str:
        return f"{self.first} · {self.second}"

    @property
    def is_waiting(self) -> bool:
        return self.answer == self.Answer.WAITING

    def other(self, figure: Figure) -> Figure:
        return self.second if figure.pk == self.first_id else self.first

    def settle(self, answer: str, *, by: User, kept: Figure | None = None, note: str = "") -> None:
        """Write the answer; what counts follows in `operations.answer_overlaps`."""
        if answer == self.Answer.WAITING:
            raise ValidationError(_now("Chọn một câu trả lời."))
        if answer != self.Answer.SEPARATE and (kept is None or kept.pk not in self.pair):
            raise ValidationError(_now("Chọn số được tính."))
        self.answer, self.note = answer, note
        self.kept = None if answer == self.Answer.SEPARATE else kept
        self.answered_by, self.answered_at = by, timezone.now()
        self.save(update_fields=["answer", "note", "kept", "answered_by", "answered_at"])

    @property
    def pair(self) -> tuple[int, int]:
        return (self.first_id, self.second_id)
