"""How a number is bound, as spoken."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Bound(models.TextChoices):
    """How a number is bound, as spoken; never turned into a sign."""

    EXACTLY = "exactly", _("đúng")
    ABOUT = "about", _("khoảng")
    OVER = "over", _("trên")
    NEARLY = "nearly", _("gần")
    AT_LEAST = "at_least", _("ít nhất")
    AT_MOST = "at_most", _("nhiều nhất")
