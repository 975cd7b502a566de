"""Who is entrusted with children's names."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.units.models import Seat, Unit


class KeeperQuerySet(models.QuerySet["Keeper"]):
    """Questions about keepers."""

    def on(self, day: date) -> Self:
        """Entrusted on a day, and still sitting in the unit as one who runs it."""
        held = Seat.objects.held_on(day).filter(role__in=Seat.RUNNING)
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), given_on__lte=day, seat__in=held)


class Keeper(models.Model):
    """A seat entrusted with the child lists of its own unit (người giữ danh sách thiếu nhi).

    The right does not reach downwards through the tree: who runs a province does not read the
    children's names of a commune.
    """

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="keepers")
    given_on = models.DateField(_("giao từ ngày"), default=localdate)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_on = models.DateField(_("thôi giao từ ngày"), null=True, blank=True)

    objects = KeeperQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("người giữ danh sách thiếu nhi")
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return str(self.seat.user)

    def end(self) -> None:
        """From today on this person no longer opens lists."""
        if self.ended_on:
            raise ValidationError(_now("Đã thôi giao rồi."))
        self.ended_on = localdate()
        self.save(update_fields=["ended_on"])


def units_kept_by(user: User) -> set[int]:
    """Units whose lists the person keeps: those of their seats, and those that went into them."""
    kept = Keeper.objects.on(localdate()).filter(seat__user=user.pk)
    own = Unit.objects.filter(seats__keepers__in=kept).distinct()
    return {key for unit in own for key in ({unit.pk} | unit.predecessor_ids())}
