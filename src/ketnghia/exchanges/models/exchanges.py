"""Exchanges between units: visits, talks, ceremonies; who hosted and who came."""

from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement, Evidence
from ketnghia.events import publish
from ketnghia.exchanges.events import (
    ExchangeCancelled,
    ExchangeConfirmed,
    ExchangeHeld,
    ExchangeReported,
)
from ketnghia.exchanges.models.series import Series
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

    def seen_by(self, user: User) -> Self:
        """With `may_be_seen`: whether the user may open it; all of them stay."""
        mine = Participation.objects.filter(may_read(user), exchange=OuterRef("pk"))
        return self.annotate(may_be_seen=Exists(mine))

    def happened(self) -> Self:
        """Held, whether its result was written down or not yet."""
        return self.filter(state__in=Exchange.HAPPENED)

    def coming_on(self, day: date) -> Self:
        """Planned or confirmed, and its last day is not over."""
        return self.filter(state__in=Exchange.COMING, ends_on__gte=day)

    def forgotten_on(self, day: date) -> Self:
        """Planned or confirmed, its days are over, and nobody said whether it was held."""
        return self.filter(state__in=Exchange.COMING, ends_on__lt=day)


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
        CONFIRMED = "confirmed", _("Đã chốt")
        HELD = "held", _("Đã tổ chức")
        REPORTED = "reported", _("Đã báo cáo")
        CANCELLED = "cancelled", _("Đã hủy")

    COMING = (State.PLANNED, State.CONFIRMED)
    HAPPENED = (State.HELD, State.REPORTED)

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    title = models.CharField(_("tên"), max_length=300)
    theme = models.CharField(_("chủ đề"), max_length=300, blank=True)
    occasion = models.CharField(_("nhân dịp"), max_length=200, blank=True)
    series = models.ForeignKey(
        Series,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="exchanges",
        verbose_name=_("chuỗi"),
    )
    ordinal = models.PositiveSmallIntegerField(_("lần thứ"), null=True, blank=True)
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
    cancelled_why = models.CharField(_("lý do hủy"), max_length=300, blank=True)
    result = models.TextField(_("kết quả"), blank=True)
    reported_on = models.DateField(_("báo cáo ngày"), null=True, blank=True)
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

    @property
    def is_coming(self) -> bool:
        return self.state in self.COMING

    @property
    def has_happened(self) -> bool:
        return self.state in self.HAPPENED

    @property
    def is_counted(self) -> bool:
        """Whether a person counted it for a duty."""
        kind = ContentType.objects.get_for_model(Exchange)
        return Evidence.objects.filter(source_type=kind, source_id=self.pk).exists()

    @transaction.atomic
    def confirm(self, *, by: User) -> None:
        """Fix the plan: from here on both sides prepare for these days."""
        self._refuse_unless(self.State.PLANNED)
        roles = set(self.participations.values_list("role", flat=True))
        if Participation.Role.HOST not in roles or Participation.Role.GUEST not in roles:
            raise ValidationError(_now("Ghi đủ bên đăng cai và bên khách rồi mới chốt."))
        self._move(self.State.CONFIRMED)
        publish(ExchangeConfirmed(self.pk, by.pk))

    @transaction.atomic
    def hold(self, *, by: User) -> None:
        """Say that it took place; from here on it counts."""
        self._refuse_unless(*self.COMING)
        if self.begins_on > localdate():
            raise ValidationError(_now("Chưa đến ngày. Nếu đã đổi ngày, sửa ngày trước."))
        self._move(self.State.HELD)
        publish(ExchangeHeld(self.pk, by.pk))

    @transaction.atomic
    def report(self, *, on: date, result: str, by: User) -> None:
        """Write down what came of it, and the day it was reported."""
        self._refuse_unless(self.State.HELD)
        if on < self.begins_on:
            raise ValidationError({"on": _now("Ngày báo cáo phải từ ngày tổ chức trở đi.")})
        if on > localdate():
            raise ValidationError({"on": _now("Ngày báo cáo chưa tới.")})
        self.result, self.reported_on = result, on
        self._move(self.State.REPORTED, "result", "reported_on")
        publish(ExchangeReported(self.pk, on, by.pk))

    @transaction.atomic
    def cancel(self, *, why: str, by: User) -> None:
        """Call off what has not taken place, with the reason that is shown."""
        self._refuse_unless(*self.COMING)
        self.cancelled_why = why
        self._move(self.State.CANCELLED, "cancelled_why")
        publish(ExchangeCancelled(self.pk, why, by.pk))

    @transaction.atomic
    def take_back(self) -> None:
        """One step back, when the last one was a mistake; history keeps that it was taken."""
        before = {
            self.State.CONFIRMED: self.State.PLANNED,
            self.State.CANCELLED: self.State.PLANNED,
            self.State.HELD: self.State.CONFIRMED,
            self.State.REPORTED: self.State.HELD,
        }
        if self.state not in before:
            raise ValidationError(_now("Không có bước nào để lùi lại."))
        if self.state == self.State.HELD and self.is_counted:
            raise ValidationError(
                _now("Cuộc này đã tính vào việc phải làm. Bỏ tính rồi mới lùi lại.")
            )
        self._move(before[self.State(self.state)])

    def _refuse_unless(self, *states: State) -> None:
        if self.state not in states:
            words = {"state": str(self.State(self.state).label).lower()}
            raise ValidationError(_now("Cuộc này %(state)s, không làm bước đó được nữa.") % words)

    def _move(self, state: State, *fields: str) -> None:
        self.state = state
        self.save(update_fields=["state", *fields])


P = TypeVar("P", bound=models.Model)


class PartQuerySet(models.QuerySet[P]):
    """Questions about a part of an exchange: whoever may see or edit the whole may the part."""

    whole = "exchange"

    def visible_to(self, user: User) -> Self:
        return self.filter(**{f"{self.whole}__in": Exchange.objects.visible_to(user)})

    def editable_by(self, user: User) -> Self:
        return self.filter(**{f"{self.whole}__in": Exchange.objects.editable_by(user)})


class Participation(models.Model):
    """A unit's part in an exchange, with the head of its people."""

    class Role(models.TextChoices):
        HOST = "host", _("Đăng cai")
        GUEST = "guest", _("Khách")

    class Direction(models.TextChoices):
        OUT = "out", _("Đoàn ra")
        IN = "in", _("Đoàn vào")
        THIRD = "third", _("Cùng đến nơi thứ ba")
        ONLINE = "online", _("Trực tuyến")

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="participations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participations")
    role = models.CharField(_("vai"), max_length=6, choices=Role)
    head = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, verbose_name=_("trưởng đoàn, chủ trì")
    )
    head_title = models.CharField(_("chức vụ ngày đó"), max_length=200, blank=True)
    size = models.PositiveIntegerField(_("số người"), null=True, blank=True)
    direction = models.CharField(_("chiều đi"), max_length=6, choices=Direction, blank=True)
    interpreter = models.CharField(_("phiên dịch"), max_length=200, blank=True)
    border_gate = models.CharField(_("cửa khẩu"), max_length=200, blank=True)
    arrives_on = models.DateField(_("đến ngày"), null=True, blank=True)
    leaves_on = models.DateField(_("về ngày"), null=True, blank=True)

    objects = PartQuerySet["Participation"].as_manager()
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

    @property
    def headcount(self) -> int | None:
        """How many came: as written; else the head, the members and the groups; else unknown."""
        if self.size is not None:
            return self.size
        members = {member.person_id for member in self.members.all()}
        people = len(members | {self.head_id} - {None})
        return people + sum(group.number for group in self.groups.all()) or None
