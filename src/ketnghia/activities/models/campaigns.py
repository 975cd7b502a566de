"""Campaigns: the waves of a year that activities belong to."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.vietnamese.text import fold, tidy


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Questions one can ask about campaigns."""

    def running_on(self, day: date) -> Self:
        """Those whose days are not over, and those without days."""
        begun = Q(begins_on__isnull=True) | Q(begins_on__lte=day)
        return self.filter(begun, Q(ends_on__isnull=True) | Q(ends_on__gte=day))

    def called(self, name: str) -> Campaign:
        """The campaign of a name, written with or without marks; begun when there is none yet."""
        made, _is_new = self.get_or_create(folded=fold(name), defaults={"name": tidy(name)})
        return made


class Campaign(models.Model):
    """A wave of activities under one name: Tháng Thanh niên 2026, Xuân tình nguyện (chiến dịch).

    Its days are what the upper unit's plan says; many are known by name only.
    """

    name = models.CharField(_("tên"), max_length=200)
    folded = models.CharField(max_length=200, unique=True, editable=False)
    begins_on = models.DateField(_("từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("đến ngày"), null=True, blank=True)

    # Whoever is signed in may read who changed what about a campaign.
    history_is_open = True

    objects = CampaignQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["folded"])

    class Meta:
        verbose_name = _("chiến dịch")
        ordering = [F("begins_on").desc(nulls_last=True), "folded"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="campaign_ends_after_it_begins",
                violation_error_message=_("Ngày kết thúc phải sau ngày bắt đầu."),
            )
        ]

    def __str__(self) -> str:
        return self.name
