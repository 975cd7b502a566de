"""Words of honouring: who gives, who receives; no database."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """Who gives an honour, the highest first (domain.md §6)."""

    STATE = "state", _("Nhà nước")
    CENTRAL = "central", _("Trung ương Đoàn")
    PROVINCIAL = "provincial", _("Cấp tỉnh")
    UPPER_BASE = "upper_base", _("Cấp xã, khối, trường")


class Kind(models.TextChoices):
    """Who is honoured."""

    COLLECTIVE = "collective", _("Tập thể")
    PERSON = "person", _("Cá nhân")


class ForWhom(models.TextChoices):
    """Whom an honour may be given to."""

    BOTH = "both", _("Tập thể và cá nhân")
    COLLECTIVE = "collective", _("Chỉ tập thể")
    PERSON = "person", _("Chỉ cá nhân")

    def allows(self, kind: str) -> bool:
        return self in {ForWhom.BOTH, ForWhom(kind)}
