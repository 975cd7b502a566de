"""Rounds of commendation: which merits, which honours, how many, until when."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.activities.models import Campaign
from ketnghia.activities.spans import Span
from ketnghia.commendations.models.honours import Honour, units_above
from ketnghia.commendations.terms import Kind
from ketnghia.units.models import Unit, may_read, may_run


class AwardRoundQuerySet(models.QuerySet["AwardRound"]):
    """Questions one can ask about rounds."""

    def visible_to(self, user: User) -> Self:
        """By whoever reads the unit that opened it, and every unit below that may nominate."""
        return self.filter(Q(may_read(user)) | Q(unit__in=units_above(user)))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user))

    def running(self) -> Self:
        return self.filter(closed_on=None)

    def with_numbers(self) -> Self:
        """With `nominated`: how many are put forward in each."""
        return self.annotate(nominated=Count("nominations"))


class AwardRound(models.Model):
    """A round of commendation a unit opens for itself and all below it (đợt khen thưởng).

    `first` to `last` are the days the merits are from; `due_on` the last day of nominations. With
    a campaign only what was done in it is suggested.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="award_rounds", verbose_name=_("đơn vị mở")
    )
    title = models.CharField(_("tên đợt"), max_length=200)
    first = models.DateField(_("thành tích từ ngày"))
    last = models.DateField(_("đến hết ngày"))
    due_on = models.DateField(_("hạn đề nghị"))
    campaign = models.ForeignKey(
        Campaign,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="award_rounds",
        verbose_name=_("chiến dịch, đợt"),
    )
    honours = models.ManyToManyField(Honour, related_name="rounds", verbose_name=_("hình thức"))
    note = models.TextField(_("hướng dẫn"), blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AwardRoundQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[honours])

    class Meta:
        verbose_name = _("đợt khen thưởng")
        ordering = ["-last", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")),
                name="award_round_ends_after_it_begins",
                violation_error_message=_("Ngày cuối phải sau ngày đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("commendations:round", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    def is_due_past(self, today: date | None = None) -> bool:
        """Nominations may still come, and are told as late."""
        return (today or localdate()) > self.due_on

    def refuse_closed(self) -> None:
        if not self.is_open:
            raise ValidationError(_now("Đợt này đã đóng. Mở lại đợt rồi làm tiếp."))

    def close(self, *, by: User) -> None:
        """End the round once everything nominated has its answer."""
        self.refuse_closed()
        waiting = self.nominations.waiting().count()
        if waiting:
            words = {"number": waiting}
            raise ValidationError(
                _now("Còn %(number)s đề nghị chưa xong: xét, trả lại hoặc ra quyết định trước.")
                % words
            )
        self.closed_on, self.closed_by = localdate(), by
        self.save(update_fields=["closed_on", "closed_by"])

    def reopen(self) -> None:
        self.closed_on, self.closed_by = None, None
        self.save(update_fields=["closed_on", "closed_by"])


class QuotaQuerySet(models.QuerySet["Quota"]):
    """Questions one can ask about quotas."""

    def visible_to(self, user: User) -> Self:
        return self.filter(round__in=AwardRound.objects.visible_to(user))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="round__unit"), round__closed_on=None)


class Quota(models.Model):
    """How many may be nominated for one honour (chỉ tiêu của đợt).

    `scope`: each nominating unit, one named unit (in place of what each has), or the round as a
    whole. The whole may also be told as a share of all nominated of that kind, rounded down.
    """

    class Scope(models.TextChoices):
        EACH = "each", _("Mỗi đơn vị đề nghị")
        ONE = "one", _("Riêng một đơn vị")
        WHOLE = "whole", _("Cả đợt")

    round = models.ForeignKey(AwardRound, models.CASCADE, related_name="quotas")
    honour = models.ForeignKey(
        Honour, models.PROTECT, related_name="quotas", verbose_name=_("hình thức")
    )
    kind = models.CharField(_("khen ai"), max_length=10, choices=Kind)
    scope = models.CharField(_("cho"), max_length=5, choices=Scope, default=Scope.EACH)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotas",
        verbose_name=_("đơn vị"),
    )
    number = models.PositiveSmallIntegerField(_("số tối đa"), null=True, blank=True)
    percent = models.PositiveSmallIntegerField(
        _("tỷ lệ tối đa, phần trăm"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )

    objects = QuotaQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("chỉ tiêu khen")
        ordering = ["honour__rank", "honour", "kind", "scope", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__isnull=False, percent=None)
                | Q(number=None, percent__isnull=False),
                name="quota_number_or_share",
                violation_error_message=_("Ghi số tối đa hoặc tỷ lệ phần trăm, một trong hai."),
            ),
            models.CheckConstraint(
                condition=Q(percent=None) | Q(scope="whole"),
                name="quota_share_of_the_whole",
                violation_error_message=_("Tỷ lệ phần trăm chỉ đặt cho cả đợt."),
            ),
            models.CheckConstraint(
                condition=Q(scope="one", unit__isnull=False) | (~Q(scope="one") & Q(unit=None)),
                name="quota_names_its_unit",
                violation_error_message=_("Chọn đơn vị khi đặt riêng cho một đơn vị."),
            ),
            models.UniqueConstraint(
                fields=["round", "honour", "kind", "scope"],
                condition=~Q(scope="one"),
                name="quota_once",
                violation_error_message=_("Chỉ tiêu này đã đặt. Mở ra và sửa số."),
            ),
            models.UniqueConstraint(
                fields=["round", "honour", "kind", "unit"],
                condition=Q(scope="one"),
                name="quota_once_a_unit",
                violation_error_message=_("Chỉ tiêu này đã đặt. Mở ra và sửa số."),
            ),
        ]

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        """As a notice says it: mỗi đơn vị 3 tập thể; cả đợt không quá 20 % số đề nghị."""
        kind = str(self.get_kind_display()).lower()
        if self.percent is not None:
            words = {"percent": self.percent, "kind": kind}
            return _now("cả đợt không quá %(percent)s %% số %(kind)s được đề nghị") % words
        words = {"number": self.number, "kind": kind, "unit": self.unit or ""}
        told = {
            self.Scope.EACH: _now("mỗi đơn vị %(number)s %(kind)s"),
            self.Scope.ONE: _now("riêng %(unit)s %(number)s %(kind)s"),
            self.Scope.WHOLE: _now("cả đợt %(number)s %(kind)s"),
        }
        return told[self.Scope(self.scope)] % words
