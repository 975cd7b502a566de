"""The kinds of checklists, and which of them the facts of an exchange ask for."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a checklist prepares."""

    DOMESTIC = "domestic", _("Trong nước")
    OUT = "out", _("Đoàn ra nước ngoài")
    IN = "in", _("Đoàn nước ngoài vào")
    CHILDREN = "children", _("Có thiếu nhi")


@dataclass(frozen=True)
class Facts:
    """What decides: from the side of the unit that prepares."""

    is_host: bool = False
    host_is_foreign: bool = False
    has_foreigners: bool = False
    has_children: bool = False
    direction: str = ""


def fitting(facts: Facts) -> list[Kind]:
    """The kinds an exchange asks for: one by where it goes, and children besides."""
    goes_out = facts.direction == "out" or (not facts.is_host and facts.host_is_foreign)
    if goes_out:
        kinds = [Kind.OUT]
    elif facts.is_host and facts.has_foreigners:
        kinds = [Kind.IN]
    else:
        kinds = [Kind.DOMESTIC]
    return [*kinds, Kind.CHILDREN] if facts.has_children else kinds
