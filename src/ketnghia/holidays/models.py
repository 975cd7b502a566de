"""Days off as a person knows them better than the table."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.holidays.names import COUNTRIES, HOME
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day


class HolidayQuerySet(models.QuerySet["Holiday"]):
    """Questions one can ask about days off; whoever is signed in may ask them."""

    def editable_by(self, user: User) -> Self:
        """Every one, for whoever runs a unit: a country's days belong to nobody's papers."""
        return self if Unit.objects.run_by(user).exists() else self.none()


class Holiday(models.Model):
    """A day off, or none, as a person corrected the table for one country (ngày nghỉ)."""

    country = models.CharField(
        _("nước"), max_length=2, choices=list(COUNTRIES.items()), default=HOME
    )
    on = models.DateField(_("ngày"))
    is_off = models.BooleanField(_("được nghỉ"), default=True)
    name = models.CharField(_("ngày gì"), max_length=200, blank=True)
    paper = models.CharField(_("theo văn bản"), max_length=300, blank=True)

    # Whoever is signed in may read who changed what about a country's days.
    history_is_open = True

    objects = HolidayQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ngày nghỉ")
        ordering = ["on", "country"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "on"],
                name="holiday_once_a_country",
                violation_error_message=_("Ngày này của nước này đã được sửa. Sửa dòng đã có."),
            )
        ]

    def __str__(self) -> str:
        return f"{day(self.on)}: {self.words}"

    def get_absolute_url(self) -> str:
        return f"{reverse('holidays:year')}?nam={self.on.year}&nuoc={self.country}"

    @property
    def words(self) -> str:
        """What is said of the day: its name, or that nobody is off."""
        return self.name if self.is_off else str(_("không nghỉ"))
