"""Exchanges between units: visits, talks, ceremonies; who hosted and who came."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.people.models import Person
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_read, may_run


class ExchangeQuerySet(Searchable["Exchange"]):
    """Questions one can ask about exchanges."""

    def visible_to(self, user: User) -> Self:
        mine = Participation.objects.filter(may_read(user), exchange=OuterRef("pk"))
        return self.filter(Exists(mine))

    def editable_by(self, user: User) -> Self:
        mine = Participation.objects.filter(may_run(user), exchange=OuterRef("pk"))
        return self.filter(Exists(mine))


class Exchange(models.Model):
    """Something units did together in one place at one time (giao lưu)."""

    class Kind(models.TextChoices):
        VISIT = "visit", _("Thăm, làm việc")
        TALKS = "talks", _("Hội đàm")
        SEMINAR = "seminar", _("Tọa đàm")
        SIGNING = "signing", _("Lễ ký kết")
        MEETING = "meeting", _("Gặp gỡ hữu nghị")
        REVIEW = "review", _("Sơ kết, tổng kết")
        CAMP = "camp", _("Trại, liên hoan")
        SPORT = "sport", _("Thể thao, văn hóa")
        ONLINE = "online", _("Giao lưu trực tuyến")
        OTHER = "other", _("Giao lưu khác")

    class State(models.TextChoices):
        PLANNED = "planned", _("Dự kiến")
        HELD = "held", _("Đã tổ chức")
        CANCELLED = "cancelled", _("Đã hủy")

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    title = models.CharField(_("tên"), max_length=300)
    theme = models.CharField(_("chủ đề"), max_length=300, blank=True)
    begins_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    place = models.CharField(_("nơi tổ chức"), max_length=200, blank=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.HELD)
    agreement = models.ForeignKey(
        Agreement,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="exchanges",
        verbose_name=_("theo văn bản"),
    )
    children_count = models.PositiveIntegerField(_("số thiếu nhi"), null=True, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)
    search_text = models.TextField(editable=False)

    objects = ExchangeQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("cuộc giao lưu")
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="exchange_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exchanges:detail", args=[self.pk])


class Participation(models.Model):
    """A unit's part in an exchange, with the head of its people."""

    class Role(models.TextChoices):
        HOST = "host", _("Đăng cai")
        GUEST = "guest", _("Khách")

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="participations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participations")
    role = models.CharField(_("vai"), max_length=6, choices=Role)
    head = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, verbose_name=_("trưởng đoàn, chủ trì")
    )
    head_title = models.CharField(_("chức vụ ngày đó"), max_length=200, blank=True)
    size = models.PositiveIntegerField(_("số người"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("đơn vị tham gia")
        ordering = ["role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exchange", "unit"],
                name="participation_once",
                violation_error_message=_("Đơn vị này đã có trong cuộc giao lưu."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} · {self.get_role_display()}"
