"""Activities of units and the figures they report, with the bound as spoken."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.agreements.terms import Bound, Counted
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run
from ketnghia.vietnamese.numbers import spoken


class ActivityQuerySet(Searchable["Activity"]):
    """Questions one can ask about activities."""

    def visible_to(self, user: User) -> Self:
        own = Organiser.objects.filter(may_read(user), activity=OuterRef("pk"))
        return self.filter(Q(Exists(own)) | Q(may_read(user, at="partner")))

    def editable_by(self, user: User) -> Self:
        own = Organiser.objects.filter(may_run(user), activity=OuterRef("pk"))
        return self.filter(Exists(own))


class Activity(models.Model):
    """Something units did for somebody: a project, a welfare day, a class (hoạt động)."""

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("loại"), max_length=12, choices=Counted)
    title = models.CharField(_("tên"), max_length=300)
    campaign = models.CharField(_("chiến dịch, đợt"), max_length=200, blank=True)
    begins_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    place = models.CharField(_("nơi làm"), max_length=200, blank=True)
    at_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities_here",
        verbose_name=_("tại đơn vị"),
    )
    partner = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities_with",
        verbose_name=_("đơn vị bạn"),
    )
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("theo văn bản"),
    )
    participants = models.PositiveIntegerField(_("số người tham gia"), null=True, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    search_text = models.TextField(editable=False)

    objects = ActivityQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("hoạt động")
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="activity_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("activities:detail", args=[self.pk])


class Organiser(models.Model):
    """A unit that ran an activity, leading it or joining in."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        JOINT = "joint", _("Phối hợp")

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="organisers")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="organised")
    role = models.CharField(_("vai"), max_length=6, choices=Role, default=Role.LEAD)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("đơn vị tổ chức")
        ordering = ["-role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "unit"],
                name="organiser_once",
                violation_error_message=_("Đơn vị này đã có trong hoạt động."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} · {self.get_role_display()}"


class Figure(models.Model):
    """A number with its bound as reported: "trên 100 triệu" stays "trên" (số liệu)."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="figures")
    order = models.PositiveSmallIntegerField(default=1)
    what = models.CharField(_("số liệu về"), max_length=200)
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    value = models.DecimalField(_("giá trị"), max_digits=18, decimal_places=2)
    measure = models.CharField(_("đơn vị tính"), max_length=60)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("số liệu")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The number as it was said: "trên 100 triệu đồng", "1.900 suất quà"."""
        bound = "" if self.bound == Bound.EXACTLY else f"{self.get_bound_display()} "
        return f"{bound}{spoken(self.value)} {self.measure}"
