"""Secret addresses under which a calendar reads the agenda."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from ketnghia.accounts.models import User
from ketnghia.accounts.operations import digest_of
from ketnghia.agenda.scopes import Scope, scope_of
from ketnghia.units.models import Seat, Unit


class FeedQuerySet(models.QuerySet["Feed"]):
    """Questions one can ask about feeds."""

    def of(self, user: User) -> Self:
        """Those a person made; nobody else ever sees them."""
        return self.filter(owner_id=user.pk)

    def living(self) -> Self:
        """Not revoked, and their owner still signs in."""
        return self.filter(revoked_at=None, owner__is_active=True)

    def opened_by(self, secret: str) -> Self:
        """The living one that an address names."""
        return self.living().filter(digest=digest_of(secret))


class Feed(models.Model):
    """A secret address under which a person's calendar reads their agenda (nguồn lịch).

    Without a unit it shows the work of the units where its owner has a seat. Only a digest of the
    secret is kept; `hint` is its end, so that the owner can tell addresses apart. What it shows
    follows the owner's rights of the moment; without any seat it is gone.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="feeds")
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("đơn vị")
    )
    with_below = models.BooleanField(_("kể cả các đơn vị bên dưới"), default=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=4, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    issued_at = models.DateTimeField(default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Of the last answer: when it was asked for, its mark, and since when it has been the same.
    fetched_at = models.DateTimeField(null=True, blank=True, editable=False)
    etag = models.CharField(max_length=64, blank=True, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FeedQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["digest", "hint", "fetched_at", "etag", "changed_at"]
    )

    class Meta:
        verbose_name = _("nguồn lịch")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "unit", "with_below"],
                condition=Q(revoked_at=None, unit__isnull=False),
                name="feed_of_a_unit_once",
            ),
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(revoked_at=None, unit=None),
                name="feed_of_ones_own_once",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(with_below=False),
                name="feed_below_a_unit",
                violation_error_message=_("Chọn đơn vị rồi mới lấy cả các đơn vị bên dưới."),
            ),
        ]

    def __str__(self) -> str:
        if self.unit is None:
            return _now("Việc của đơn vị tôi")
        words = {"unit": self.unit.name}
        return _now("%(unit)s và các đơn vị bên dưới") % words if self.with_below else words["unit"]

    @property
    def is_readable(self) -> bool:
        """Whether the owner may still see what it shows: the unit, else any seat at all."""
        if self.unit_id:
            return Unit.objects.visible_to(self.owner).filter(pk=self.unit_id).exists()
        return Seat.objects.of(self.owner).exists()

    @property
    def scope(self) -> Scope:
        return scope_of(self.owner, self.unit, with_below=self.with_below)
