"""Who hosts after whom: the order of a series or a paper, and what was decided about its turns."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models.exchanges import Exchange
from ketnghia.exchanges.models.series import Series
from ketnghia.rotations.turns import Place, Rhythm
from ketnghia.units.models import Unit, may_read, may_run

LONGEST = 10


class RotationQuerySet(models.QuerySet["Rotation"]):
    """Questions one can ask about orders of hosts."""

    def visible_to(self, user: User) -> Self:
        """Those with a place of a unit whose papers the user may read."""
        mine = RotationPlace.objects.filter(may_read(user), rotation=OuterRef("pk"))
        return self.filter(Exists(mine))

    def editable_by(self, user: User) -> Self:
        mine = RotationPlace.objects.filter(may_run(user), rotation=OuterRef("pk"))
        return self.filter(Exists(mine))


class Rotation(models.Model):
    """The order in which units host, for a series or under a paper (sổ luân phiên).

    Only the order and what people decided is kept; whose turn it is follows from the exchanges
    (`ledgers.py`), so holding one closes a turn and taking it back opens it again.
    """

    series = models.OneToOneField(
        Series, models.CASCADE, null=True, blank=True, related_name="rotation"
    )
    agreement = models.OneToOneField(
        Agreement, models.CASCADE, null=True, blank=True, related_name="rotation"
    )
    since = models.PositiveSmallIntegerField(_("thứ tự có từ năm"))
    every = models.PositiveSmallIntegerField(
        _("mỗi lượt mấy năm"),
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
        help_text=_("trống: mỗi lần gặp một lượt"),
    )
    due_month = models.PositiveSmallIntegerField(_("trước tháng"), default=12)
    due_day = models.PositiveSmallIntegerField(_("trước ngày"), default=31)

    objects = RotationQuerySet.as_manager()
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        verbose_name = _("sổ luân phiên")
        constraints = [
            models.CheckConstraint(
                condition=Q(series__isnull=False, agreement__isnull=True)
                | Q(series__isnull=True, agreement__isnull=False),
                name="rotation_of_a_series_or_a_paper",
            )
        ]

    def __str__(self) -> str:
        return str(self.subject)

    def get_absolute_url(self) -> str:
        return reverse("rotations:detail", args=[self.pk])

    @property
    def subject(self) -> Series | Agreement:
        """What it is the order of."""
        subject = self.series or self.agreement
        assert subject is not None  # noqa: S101 - a constraint says so
        return subject

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.since, self.every, (self.due_month, self.due_day))


class RotationPlace(models.Model):
    """A unit's place in the order of hosts, whatever the unit goes into later (lượt đăng cai)."""

    rotation = models.ForeignKey(Rotation, models.CASCADE, related_name="places")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="turns_to_host")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    joined = models.PositiveSmallIntegerField(_("vào từ năm"), null=True, blank=True)
    left = models.PositiveSmallIntegerField(_("thôi từ năm"), null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("thứ tự đăng cai")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rotation", "unit"],
                name="rotation_place_once",
                violation_error_message=_("Mỗi đơn vị chỉ đứng một lượt trong vòng."),
            )
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def place(self) -> Place:
        return Place(self.pk, self.joined, self.left)


class TurnDecisionQuerySet(models.QuerySet["TurnDecision"]):
    """Decisions belong to the order they are about."""

    def editable_by(self, user: User) -> Self:
        return self.filter(rotation__in=Rotation.objects.editable_by(user))


class TurnDecision(models.Model):
    """What people decided about a turn, why, and on what paper (quyết định về lượt).

    Skip: `place` does not take its turn. Swap: `by_place` hosts in its stead and it comes after.
    Count: the exchange used up the turn of `place`; without a place it used up nobody's.
    """

    class Kind(models.TextChoices):
        SKIP = "skip", _("Bỏ lượt")
        SWAP = "swap", _("Đổi lượt")
        COUNT = "count", _("Tính hay không tính một cuộc")

    rotation = models.ForeignKey(Rotation, models.CASCADE, related_name="decisions")
    kind = models.CharField(_("loại"), max_length=5, choices=Kind)
    year = models.PositiveSmallIntegerField(_("lượt năm"), null=True, blank=True)
    place = models.ForeignKey(
        RotationPlace,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("lượt của"),
    )
    by_place = models.ForeignKey(
        RotationPlace,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="decisions_to_step_in",
        verbose_name=_("đăng cai thay"),
    )
    exchange = models.ForeignKey(
        Exchange, models.CASCADE, null=True, blank=True, related_name="turn_decisions"
    )
    why = models.CharField(_("lý do"), max_length=300)
    decided_by = models.CharField(_("ai quyết định"), max_length=200, blank=True)
    paper = models.CharField(_("theo văn bản"), max_length=300, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), default=localdate)
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True)

    objects = TurnDecisionQuerySet.as_manager()
    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        verbose_name = _("quyết định về lượt")
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rotation", "exchange"],
                name="turn_decision_once_an_exchange",
                violation_error_message=_("Cuộc này đã có quyết định. Rút quyết định cũ trước."),
            ),
            models.CheckConstraint(
                condition=Q(kind="count", exchange__isnull=False)
                | Q(kind="skip", place__isnull=False, exchange__isnull=True)
                | Q(
                    kind="swap",
                    place__isnull=False,
                    by_place__isnull=False,
                    exchange__isnull=True,
                ),
                name="turn_decision_says_what_its_kind_needs",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.why}"
