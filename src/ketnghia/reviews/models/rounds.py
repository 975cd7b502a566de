"""Rounds of reviewing: who asks whom for what, over which days, until when."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign, Indicator
from ketnghia.activities.spans import Span
from ketnghia.units.models import Level, Unit, may_read, may_run


class RoundQuerySet(models.QuerySet["Round"]):
    """Questions one can ask about rounds."""

    def visible_to(self, user: User) -> Self:
        """Those a unit of the person is asked in, or opened."""
        from ketnghia.reviews.models.reports import Report  # noqa: PLC0415 - it names rounds

        asked = Report.objects.visible_to(user).filter(round=OuterRef("pk"))
        return self.filter(Q(Exists(asked)) | Q(may_read(user)))

    def editable_by(self, user: User) -> Self:
        """What is asked is decided by whoever runs the unit that opened the round."""
        return self.filter(may_run(user))

    def covering(self, day: date) -> Self:
        return self.filter(first__lte=day, last__gte=day)


class Round(models.Model):
    """A review a unit opens for its tree: which days, what is asked, until when (đợt sơ kết).

    The tree is the one that stood on the last day of the span, or on the day of opening where that
    is earlier; later mergers do not change who was asked.
    """

    class Kind(models.TextChoices):
        HALF = "half", _("Sơ kết 6 tháng")
        YEAR = "year", _("Tổng kết năm")
        CAMPAIGN = "campaign", _("Tổng kết chiến dịch, đợt cao điểm")
        TERM = "term", _("Tổng kết nhiệm kỳ, giai đoạn")
        TOPIC = "topic", _("Chuyên đề, đột xuất")

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.HALF)
    title = models.CharField(_("tên đợt"), max_length=200)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="rounds", verbose_name=_("đơn vị mở")
    )
    first = models.DateField(_("từ ngày"))
    last = models.DateField(_("đến hết ngày"))
    due_on = models.DateField(_("hạn nộp"))
    campaign = models.ForeignKey(
        Campaign,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="rounds",
        verbose_name=_("chiến dịch, đợt"),
    )
    previous = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="following",
        verbose_name=_("kế hoạch lấy từ đợt"),
    )
    note = models.TextField(_("hướng dẫn"), blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)

    objects = RoundQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("đợt sơ kết")
        ordering = ["-last", "-pk"]
        indexes = [models.Index(fields=["first", "last"], name="round_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="round_ends_after_it_begins",
                violation_error_message=_("Ngày cuối phải sau ngày đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reviews:round", args=[self.pk])

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def tree_day(self) -> date:
        """The day whose tree is asked."""
        return min(self.last, localdate())


class AskedQuerySet(models.QuerySet["Asked"]):
    """Questions one can ask about what a round asks."""

    def in_order(self) -> Self:
        return self.select_related("indicator").order_by(
            "indicator__group", "indicator__order", "pk"
        )


class Asked(models.Model):
    """One indicator a round asks for (chỉ tiêu được hỏi).

    `levels` names the tiers that answer; none: everybody. What is not asked of a unit is neither
    blank nor zero nor unknown.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="asked")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="asked")
    levels = models.JSONField(_("hỏi cấp nào"), default=list, blank=True)

    objects = AskedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "indicator"], name="asked_once_a_round")
        ]

    def __str__(self) -> str:
        return str(self.indicator)

    def of(self, level: str) -> bool:
        return not self.levels or level in self.levels

    @property
    def levels_told(self) -> list[str]:
        return [str(Level(level).label) for level in self.levels]


class Inquiry(models.Model):
    """A question in words that a round asks every unit (câu hỏi của đợt)."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="inquiries")
    order = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    text = models.CharField(_("câu hỏi"), max_length=300)
    levels = models.JSONField(_("hỏi cấp nào"), default=list, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("câu hỏi")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text

    def of(self, level: str) -> bool:
        return not self.levels or level in self.levels


class Heading(models.Model):
    """One section of the report, in its order (mục của báo cáo).

    `groups` are the groups of indicators it tells of; `role` says how it is drafted.
    """

    class Role(models.TextChoices):
        RESULTS = "results", _("kết quả theo nhóm chỉ tiêu")
        STRENGTHS = "strengths", _("ưu điểm")
        LIMITS = "limits", _("hạn chế")
        DIRECTIONS = "directions", _("phương hướng, nhiệm vụ")
        WRITTEN = "written", _("người viết")

    round = models.ForeignKey(Round, models.CASCADE, related_name="headings")
    order = models.PositiveSmallIntegerField(default=1)
    part = models.CharField(_("phần"), max_length=200, blank=True)
    title = models.CharField(_("tên mục"), max_length=200)
    role = models.CharField(_("soạn từ"), max_length=10, choices=Role, default=Role.WRITTEN)
    groups = models.CharField(_("nhóm chỉ tiêu"), max_length=20, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("mục báo cáo")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title
