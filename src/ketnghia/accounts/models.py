"""The user who signs in; what they may do where is a seat, in units."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_htmx.middleware import HtmxDetails


class User(AbstractUser):
    """A person who signs in. No open registration: an administrator of a unit invites."""

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    has_single_keys = models.BooleanField(_("dùng phím tắt một chữ"), default=True)

    def __str__(self) -> str:
        return self.full_name or self.username

    def change(self, *, full_name: str, has_single_keys: bool) -> None:
        """What a person may change about themselves."""
        self.full_name, self.has_single_keys = full_name, has_single_keys
        self.save(update_fields=["full_name", "has_single_keys"])


class Request(HttpRequest):
    """A signed-in request: LoginRequiredMiddleware has let it through."""

    user: User
    htmx: HtmxDetails


INVITATION_LASTS = timedelta(days=7)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def open_at(self, moment: datetime) -> Self:
        return self.filter(accepted_at=None, expires_at__gt=moment)


class Invitation(models.Model):
    """How an administrator lets a person in: a link used once, that ends after seven days.

    Only a digest of the link's secret is kept, so the database opens no door by itself.
    """

    email = models.EmailField(_("thư điện tử"))
    full_name = models.CharField(_("họ và tên"), max_length=120)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("hết hạn"))
    accepted_at = models.DateTimeField(null=True, blank=True)
    user = models.OneToOneField(User, models.PROTECT, null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "-pk"]
        verbose_name = _("lời mời")

    def __str__(self) -> str:
        return f"{self.full_name} <{self.email}>"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.expires_at > timezone.now()
