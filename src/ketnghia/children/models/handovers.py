"""To whom a list was given, on what grounds."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.children.models.lists import Child, ChildList
from ketnghia.children.terms import COUNTRIES, FIELD_WORDS, Channel
from ketnghia.ui.searching import Searchable
from ketnghia.units.models import may_read


class HandoverQuerySet(Searchable["Handover"]):
    """Questions about what was given."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user, at="child_list__unit"))

    def in_year(self, year: int) -> Self:
        return self.filter(on__year=year)

    def abroad(self) -> Self:
        return self.filter(is_abroad=True)


class Handover(models.Model):
    """That a list was given to somebody: what, to whom, where, why, when, by whom (lần giao).

    Given to somebody abroad, or through a platform abroad, it is a transfer across the border.
    It outlives the names.
    """

    child_list = models.ForeignKey(ChildList, models.PROTECT, related_name="handovers")
    recipient = models.CharField(_("bên nhận"), max_length=200)
    country = models.CharField(_("nước"), max_length=2, choices=COUNTRIES, default="VN")
    channel = models.CharField(_("bằng cách"), max_length=16, choices=Channel)
    is_abroad = models.BooleanField(_("ra nước ngoài"))
    basis = models.CharField(_("căn cứ"), max_length=300)
    given = models.CharField(max_length=60, editable=False)
    number = models.PositiveSmallIntegerField(_("số em"))
    on = models.DateField(_("giao ngày"))
    keeps_until = models.DateField(_("bên nhận giữ đến"), null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    children = models.ManyToManyField(Child, through="Handed", related_name="handovers")
    search_text = models.TextField(editable=False)

    objects = HandoverQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text"])

    class Meta:
        verbose_name = _("lần giao danh sách")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.recipient

    @property
    def what(self) -> str:
        """What was given of each child, in words."""
        return ", ".join(str(FIELD_WORDS[field]) for field in self.given.split())


class HandedQuerySet(models.QuerySet["Handed"]):
    """Questions about what has to be asked back."""

    def to_ask_back(self) -> Self:
        """Consent was withdrawn, and the receiver has not been told to erase yet."""
        return self.filter(withdrawn_on__isnull=False, told_on=None)

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user, at="handover__child_list__unit"))


class Handed(models.Model):
    """One child that was given; a later withdrawal is told to the receiver (em đã giao)."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="handed")
    child = models.ForeignKey(Child, models.PROTECT, related_name="handed")
    withdrawn_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)

    objects = HandedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.child} · {self.handover}"

    def tell(self, on: date) -> None:
        """Say that the receiver was asked to erase this child."""
        self.told_on = on
        self.save(update_fields=["told_on"])
