"""Exchanges that come again under one name."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.units.models import may_read, may_run
from ketnghia.vietnamese.text import fold, tidy


class SeriesQuerySet(models.QuerySet["Series"]):
    """Questions one can ask about series."""

    def visible_to(self, user: User) -> Self:
        """Those with an exchange that a unit of the user took part in."""
        return self.filter(may_read(user, at="exchanges__participations__unit")).distinct()

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="exchanges__participations__unit")).distinct()

    def named(self, name: str) -> Self:
        """Written the same but for marks and capitals."""
        return self.filter(folded=fold(name))

    def called(self, name: str) -> Series:
        """The series of a name; begun when there is none yet."""
        made, _is_new = self.get_or_create(folded=fold(name), defaults={"name": tidy(name)})
        return made


class Series(models.Model):
    """Exchanges that come again under one name, counted by an ordinal (chuỗi cuộc gặp)."""

    name = models.CharField(_("tên chuỗi"), max_length=200)
    folded = models.CharField(max_length=200, unique=True, editable=False)

    objects = SeriesQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["folded"])

    class Meta:
        verbose_name = _("chuỗi cuộc gặp")
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exchanges:series", args=[self.pk])

    @property
    def next_ordinal(self) -> int | None:
        """The number after the highest; none where nobody counted."""
        last = self.exchanges.aggregate(last=Max("ordinal"))["last"]
        return last + 1 if last else None
