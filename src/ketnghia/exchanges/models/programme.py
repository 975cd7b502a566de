"""What was done at an exchange, in order."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.exchanges.models.exchanges import Exchange


class ProgrammeItem(models.Model):
    """One thing on the programme: a talk, a site, a model, a match."""

    class Kind(models.TextChoices):
        TALK = "talk", _("Tọa đàm, hội đàm")
        SITE = "site", _("Địa chỉ đỏ")
        MODEL = "model", _("Mô hình")
        SPORT = "sport", _("Thể thao, văn nghệ")
        SIGNING = "signing", _("Ký kết")
        OTHER = "other", _("Việc khác")

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="programme")
    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    on = models.DateField(_("ngày"), null=True, blank=True)
    at = models.CharField(_("buổi, giờ"), max_length=40, blank=True)
    title = models.CharField(_("nội dung"), max_length=300)
    place = models.CharField(_("nơi"), max_length=200, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nội dung chương trình")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title
