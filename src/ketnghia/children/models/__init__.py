"""Lists of children with a purpose; who keeps and opens them; consents; who was given one."""

from __future__ import annotations

from ketnghia.children.models.consents import Consent, ConsentQuerySet
from ketnghia.children.models.handovers import Handed, Handover, HandoverQuerySet
from ketnghia.children.models.keepers import Keeper, units_kept_by
from ketnghia.children.models.lists import Child, ChildList, ChildListQuerySet
from ketnghia.children.models.openings import Opening
from ketnghia.children.models.portrayals import Portrayal

__all__ = [
    "Child",
    "ChildList",
    "ChildListQuerySet",
    "Consent",
    "ConsentQuerySet",
    "Handed",
    "Handover",
    "HandoverQuerySet",
    "Keeper",
    "Opening",
    "Portrayal",
    "units_kept_by",
]
