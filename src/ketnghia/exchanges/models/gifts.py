"""What one unit gave another."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.agreements.terms import Bound
from ketnghia.exchanges.models.exchanges import Exchange
from ketnghia.units.models import Unit


class Gift(models.Model):
    """Something one unit gave another: money, goods, labour, a souvenir (quà, hỗ trợ)."""

    class Kind(models.TextChoices):
        CASH = "cash", _("Tiền")
        GOODS = "goods", _("Hiện vật")
        LABOUR = "labour", _("Ngày công")
        SOUVENIR = "souvenir", _("Quà lưu niệm")

    exchange = models.ForeignKey(
        Exchange, models.CASCADE, null=True, blank=True, related_name="gifts"
    )
    giver = models.ForeignKey(Unit, models.PROTECT, related_name="gifts_given")
    receiver = models.ForeignKey(Unit, models.PROTECT, related_name="gifts_received")
    recipient = models.CharField(_("quỹ, người nhận"), max_length=200, blank=True)
    on = models.DateField(_("ngày"))
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    what = models.CharField(_("nội dung"), max_length=300)
    value = models.DecimalField(
        _("trị giá, đồng"), max_digits=15, decimal_places=0, null=True, blank=True
    )
    bound = models.CharField(_("mức"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("quà, hỗ trợ")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.what
