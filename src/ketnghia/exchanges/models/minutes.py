"""What was agreed at an exchange, and what has to be done after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.agreements.models import Commitment
from ketnghia.exchanges.models.exchanges import Exchange, PartQuerySet
from ketnghia.people.models import Person


class Minutes(models.Model):
    """What was said and agreed at an exchange, as it was written down (biên bản)."""

    exchange = models.OneToOneField(Exchange, models.CASCADE, related_name="minutes")
    on = models.DateField(_("lập ngày"))
    text = models.TextField(_("nội dung làm việc"), blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("biên bản")

    def __str__(self) -> str:
        return str(self.exchange)


class PointQuerySet(PartQuerySet["AgreedPoint"]):
    """Points belong to the exchange of their minutes."""

    whole = "minutes__exchange"


class AgreedPoint(models.Model):
    """One thing agreed on; it becomes a commitment of a paper in one step (điều thống nhất)."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField(default=1)
    wording = models.TextField(_("điều thống nhất"))
    commitment = models.OneToOneField(
        Commitment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="agreed_point",
        verbose_name=_("thành cam kết"),
    )

    objects = PointQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("điều thống nhất")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.wording


class FollowUpQuerySet(PartQuerySet["FollowUp"]):
    """Questions one can ask about what has to be done after an exchange."""

    def waiting(self) -> Self:
        """Not done yet, of an exchange that was not called off."""
        return self.filter(done_on=None).exclude(exchange__state=Exchange.State.CANCELLED)

    def due_within(self, day: date, days: int) -> Self:
        """Waiting, and their day is past or comes within so many days."""
        return self.waiting().filter(due_on__lte=day + timedelta(days=days))


class FollowUp(models.Model):
    """Something to do after an exchange, with who and by when (việc sau chuyến)."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="follow_ups")
    what = models.CharField(_("việc"), max_length=300)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("người làm"),
    )
    due_on = models.DateField(_("trước ngày"))
    done_on = models.DateField(_("xong ngày"), null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("việc sau chuyến")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["done_on", "due_on"], name="follow_up_waiting")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_late(self) -> bool:
        return self.done_on is None and self.due_on < localdate()

    def finish(self, *, on: date | None = None) -> None:
        """Say that it is done."""
        if self.done_on:
            raise ValidationError(_now("Việc này đã ghi xong rồi."))
        self.done_on = on or localdate()
        self.save(update_fields=["done_on"])

    def reopen(self) -> None:
        """Say that it is not done after all."""
        self.done_on = None
        self.save(update_fields=["done_on"])
