"""Good practices heard at a friend's, and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.exchanges.models.exchanges import Exchange
from ketnghia.exchanges.models.sites import Site
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import Unit, may_run


class PracticeQuerySet(Searchable["Practice"]):
    """Questions one can ask about good practices; whoever is signed in may ask them."""

    def editable_by(self, user: User) -> Self:
        """Those of a home unit the user runs, and those heard at an exchange the user may edit."""
        heard = Exchange.objects.editable_by(user).filter(pk=OuterRef("heard_at"))
        return self.filter(may_run(user, at="home_unit") | Exists(heard))


class Practice(models.Model):
    """A way of working that a unit does well and others may take over (mô hình hay)."""

    code = models.CharField(max_length=60, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(_("tên mô hình"), max_length=200)
    what = models.TextField(_("làm thế nào"), blank=True)
    home_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="practices", verbose_name=_("đơn vị có mô hình")
    )
    heard_at = models.ForeignKey(
        Exchange,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("nghe tại cuộc giao lưu"),
    )
    site = models.ForeignKey(
        Site,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practices",
        verbose_name=_("xem tại"),
    )
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=900, db_index=True, editable=False)

    # Whoever is signed in may read who changed what about a practice.
    history_is_open = True

    objects = PracticeQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "sort_key"])

    class Meta:
        verbose_name = _("mô hình hay")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exchanges:practice", args=[self.pk])


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    """Questions one can ask about who took a practice over."""

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user))


class Adoption(models.Model):
    """A unit that took a practice over, since when and with what result (học theo)."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="adoptions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="adoptions")
    since = models.DateField(_("làm từ ngày"))
    result = models.TextField(_("kết quả"), blank=True)
    stopped_on = models.DateField(_("thôi làm từ ngày"), null=True, blank=True)

    objects = AdoptionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("đơn vị học theo")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "unit"],
                name="adoption_once",
                violation_error_message=_("Đơn vị này đã ghi học theo rồi. Sửa dòng đã có."),
            )
        ]

    def __str__(self) -> str:
        return str(self.unit)

    def tell(self, *, result: str, stopped_on: date | None = None) -> None:
        """Write what came of it, and the day it was given up where it was."""
        if stopped_on and stopped_on < self.since:
            raise ValidationError({"stopped_on": _now("Ngày thôi làm phải sau ngày bắt đầu.")})
        if stopped_on and stopped_on > localdate():
            raise ValidationError({"stopped_on": _now("Ngày thôi làm chưa tới.")})
        self.result, self.stopped_on = result, stopped_on
        self.save(update_fields=["result", "stopped_on"])
