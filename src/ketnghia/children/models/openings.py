"""Who looked at children's names, when and why."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.children.models.lists import ChildList
from ketnghia.children.terms import Act, Reason

LASTS = timedelta(minutes=30)


class OpeningQuerySet(models.QuerySet["Opening"]):
    """Questions about openings."""

    def open_at(self, moment: datetime) -> Self:
        return self.filter(act=Act.OPENED, at__gt=moment - LASTS, at__lte=moment, closed_at=None)


class Opening(models.Model):
    """That somebody opened a list, took it away as a file, or looked at a paper (lần mở).

    Opened, the names may be read for half an hour; then the reason is asked again.
    """

    child_list = models.ForeignKey(ChildList, models.CASCADE, related_name="openings")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    act = models.CharField(max_length=8, choices=Act, default=Act.OPENED)
    why = models.CharField(_("để làm gì"), max_length=9, choices=Reason)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần mở danh sách")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by} {self.get_act_display()}"

    @property
    def ends_at(self) -> datetime:
        return self.at + LASTS
