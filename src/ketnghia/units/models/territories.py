"""Tiers of the union and the places units belong to; how names are kept for search and order."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ketnghia.vietnamese.text import fold, sort_key


class Level(models.TextChoices):
    """Tiers of the union, before and since 1/7/2025 (domain.md §1.1, §1.3)."""

    CENTRAL = "central", _("Trung ương")
    PROVINCIAL = "provincial", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện và tương đương")
    UPPER_BASE = "upper_base", _("Cấp trên trực tiếp cơ sở")
    BASE = "base", _("Cấp cơ sở")
    BRANCH = "branch", _("Chi đoàn")


class Territory(models.Model):
    """A place a unit belongs to: province, district or commune of one era, at home or abroad."""

    class Tier(models.TextChoices):
        COUNTRY = "country", _("Nước")
        PROVINCE = "province", _("Tỉnh, thành phố")
        DISTRICT = "district", _("Huyện và tương đương")
        COMMUNE = "commune", _("Xã, phường, đặc khu")

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(_("tên"), max_length=120)
    kind = models.CharField(_("loại"), max_length=40, blank=True)
    tier = models.CharField(max_length=10, choices=Tier)
    country = models.CharField(_("nước"), max_length=2, default="VN")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    search_text = models.CharField(max_length=200, db_index=True, editable=False)

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".strip()


def searchable(names: list[str]) -> str:
    """What `search_text` holds: every name once, folded."""
    return " | ".join(dict.fromkeys(fold(name) for name in names))


def ordering_key(name: str) -> str:
    return sort_key(name)[:900]
