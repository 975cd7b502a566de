"""The user who signs in; what they may do where is a seat, in units."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_htmx.middleware import HtmxDetails


class User(AbstractUser):
    """A person who signs in. No open registration: an administrator of a unit invites."""

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    has_single_keys = models.BooleanField(_("dùng phím tắt một chữ"), default=True)

    def __str__(self) -> str:
        return self.full_name or self.username


class Request(HttpRequest):
    """A signed-in request: LoginRequiredMiddleware has let it through."""

    user: User
    htmx: HtmxDetails
