"""The council of a round: who sat, on which day, and what they said of each nomination."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.commendations.models.nominations import Nomination
from ketnghia.commendations.models.rounds import AwardRound
from ketnghia.units.models import may_read, may_run
from ketnghia.vietnamese.dates import day


class CouncilQuerySet(models.QuerySet["Council"]):
    """Questions about meetings of councils; votes are read where the round was opened."""

    def visible_to(self, user: User) -> Self:
        return self.filter(may_read(user, at="round__unit"))

    def editable_by(self, user: User) -> Self:
        return self.filter(may_run(user, at="round__unit"), round__closed_on=None)


class Council(models.Model):
    """One meeting of the council that considers the nominations of a round (hội đồng)."""

    round = models.ForeignKey(AwardRound, models.PROTECT, related_name="councils")
    held_on = models.DateField(_("ngày họp"))
    place = models.CharField(_("nơi họp"), max_length=200, blank=True)
    note = models.TextField(_("ý kiến chung"), blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CouncilQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("cuộc họp hội đồng")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return _now("Họp hội đồng %(day)s") % {"day": day(self.held_on)}

    def get_absolute_url(self) -> str:
        return reverse("commendations:council", args=[self.pk])

    @property
    def present(self) -> int:
        """How many may vote at this meeting."""
        return sum(member.is_present for member in self.members.all())


class CouncilMember(models.Model):
    """A member of a council as its minutes name them (thành viên hội đồng)."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("Chủ tịch hội đồng")
        MEMBER = "member", _("Ủy viên")
        SECRETARY = "secretary", _("Thư ký")

    council = models.ForeignKey(Council, models.CASCADE, related_name="members")
    order = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(_("họ tên"), max_length=120)
    title = models.CharField(_("chức vụ"), max_length=200, blank=True)
    role = models.CharField(_("vai"), max_length=9, choices=Role, default=Role.MEMBER)
    is_present = models.BooleanField(_("có mặt"), default=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("thành viên hội đồng")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class Verdict(models.Model):
    """What a meeting said of one nomination (ý kiến hội đồng).

    Without votes it was agreed by all present. With votes, whether they suffice follows from the
    share the honour needs of those present.
    """

    council = models.ForeignKey(Council, models.CASCADE, related_name="verdicts")
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="verdicts")
    votes_for = models.PositiveSmallIntegerField(_("phiếu đồng ý"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("phiếu không đồng ý"), null=True, blank=True)
    is_agreed = models.BooleanField(_("đồng ý"))
    remark = models.CharField(_("ý kiến"), max_length=500, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ý kiến hội đồng")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "nomination"], name="verdict_once")
        ]

    def __str__(self) -> str:
        return self.told

    @property
    def told(self) -> str:
        """Đồng ý, 7 trong 9 phiếu; nhất trí."""
        if self.votes_for is None:
            return _now("nhất trí") if self.is_agreed else _now("không đồng ý")
        cast = self.votes_for + (self.votes_against or 0)
        words = {"number": self.votes_for, "cast": cast}
        if self.is_agreed:
            return _now("đồng ý, %(number)s trong %(cast)s phiếu") % words
        return _now("không đủ phiếu, %(number)s trong %(cast)s") % words
