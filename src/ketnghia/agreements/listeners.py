"""What this room says and does about changes below it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Agreement, Inheritance
from ketnghia.events import listen_to
from ketnghia.units.concerned import Concern
from ketnghia.units.events import SuccessionUndone
from ketnghia.units.models import Unit


def papers_of(units: list[Unit]) -> list[Concern]:
    """Papers in force that these units signed: what a succession would touch."""
    found = Agreement.objects.filter(parties__unit__in=units, signed_on__isnull=False)
    return [
        Concern(_("Văn bản"), paper.title, paper.get_absolute_url())
        for paper in found.distinct().order_by("sort_key")
    ]


@listen_to(SuccessionUndone)
def keep_what_was_decided(event: SuccessionUndone) -> None:
    """A succession stays once somebody decided what becomes of a paper because of it."""
    if Inheritance.objects.filter(party__unit__in=event.predecessor_ids).exists():
        raise ValidationError(
            gettext("Đã quyết định việc kế thừa văn bản của đơn vị này; không hoàn tác được nữa.")
        )
