"""Places worth bringing a friend to."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit


class SiteQuerySet(Searchable["Site"]):
    """Questions one can ask about sites; whoever is signed in may ask them."""

    def editable_by(self, user: User) -> Self:
        """Every site, for whoever runs a unit: a memorial belongs to nobody's papers."""
        return self if Unit.objects.run_by(user).exists() else self.none()


class Site(models.Model):
    """A memorial, model or museum that delegations are brought to (địa chỉ đỏ, mô hình)."""

    class Kind(models.TextChoices):
        MEMORIAL = "memorial", _("Địa chỉ đỏ")
        MUSEUM = "museum", _("Bảo tàng, nhà lưu niệm")
        ECONOMY = "economy", _("Mô hình kinh tế thanh niên")
        COMMUNE = "commune", _("Xã, thôn kiểu mẫu")
        WORKPLACE = "workplace", _("Nhà máy, khu kinh tế")
        PROJECT = "project", _("Công trình thanh niên")
        OTHER = "other", _("Nơi khác")

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(_("tên"), max_length=200)
    kind = models.CharField(_("loại"), max_length=9, choices=Kind, default=Kind.MEMORIAL)
    place = models.CharField(_("ở đâu"), max_length=200, blank=True)
    keeper = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sites",
        verbose_name=_("đơn vị đưa đoàn đến"),
    )
    contact = models.CharField(_("liên hệ trước khi đến"), max_length=200, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=900, db_index=True, editable=False)

    # Whoever is signed in may read who changed what about a site.
    history_is_open = True

    objects = SiteQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "sort_key"])

    class Meta:
        verbose_name = _("địa điểm")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exchanges:site", args=[self.pk])
