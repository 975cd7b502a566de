"""What was done at an exchange, by day and hour."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.exchanges.models.exchanges import Exchange, PartQuerySet
from ketnghia.exchanges.models.sites import Site
from ketnghia.people.models import Person


class ProgrammeItem(models.Model):
    """One thing on the programme: a talk, a site, a model, a match.

    The hour is `begins_at`; where only a part of the day is known, `at` says it: sáng, chiều.
    """

    class Kind(models.TextChoices):
        ARRIVAL = "arrival", _("Đón, tiễn đoàn")
        COURTESY = "courtesy", _("Chào xã giao")
        TALK = "talk", _("Tọa đàm, hội đàm")
        SIGNING = "signing", _("Ký kết")
        SITE = "site", _("Địa chỉ đỏ")
        MODEL = "model", _("Mô hình")
        WELFARE = "welfare", _("An sinh, tặng quà")
        SPORT = "sport", _("Thể thao, văn nghệ")
        OTHER = "other", _("Việc khác")

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="programme")
    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    on = models.DateField(_("ngày"), null=True, blank=True)
    at = models.CharField(_("buổi"), max_length=40, blank=True)
    begins_at = models.TimeField(_("từ giờ"), null=True, blank=True)
    ends_at = models.TimeField(_("đến giờ"), null=True, blank=True)
    title = models.CharField(_("nội dung"), max_length=300)
    place = models.CharField(_("nơi"), max_length=200, blank=True)
    site = models.ForeignKey(
        Site,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name=_("địa điểm"),
    )
    in_charge = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="in_charge_of",
        verbose_name=_("người phụ trách"),
    )

    objects = PartQuerySet["ProgrammeItem"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nội dung chương trình")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def when(self) -> str:
        """The hour as programmes print it: 7h30–9h00; else the part of the day."""
        if self.begins_at is None:
            return self.at
        last = f"–{_hour(self.ends_at)}" if self.ends_at else ""
        return f"{_hour(self.begins_at)}{last}"


def _hour(at: time) -> str:
    return f"{at.hour}h{at.minute:02}"


class Chair(models.Model):
    """Who chairs a part of the programme, with the post of that day (chủ trì)."""

    item = models.ForeignKey(ProgrammeItem, models.CASCADE, related_name="chairs")
    person = models.ForeignKey(Person, models.PROTECT, related_name="chaired")
    title = models.CharField(_("chức vụ ngày đó"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=1)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("người chủ trì")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="chair_once")]

    def __str__(self) -> str:
        return str(self.person)
