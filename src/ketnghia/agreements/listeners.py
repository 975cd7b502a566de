"""What this room says and does about changes below it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Agreement
from ketnghia.units.concerned import Concern
from ketnghia.units.models import Unit


def papers_of(units: list[Unit]) -> list[Concern]:
    """Papers in force that these units signed: what a succession would touch."""
    found = Agreement.objects.filter(parties__unit__in=units, signed_on__isnull=False)
    return [
        Concern(_("Văn bản"), paper.title, paper.get_absolute_url())
        for paper in found.distinct().order_by("sort_key")
    ]
