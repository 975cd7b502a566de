"""What pages of agreements ask in templates."""

from __future__ import annotations

from datetime import date

from django import template

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.words import PaperView, paper_view
from ketnghia.units.models import Unit

register = template.Library()


@register.simple_tag
def view_of_paper(agreement: Agreement) -> PaperView:
    return paper_view(agreement)


@register.simple_tag
def name_then(unit: Unit, on: date | None) -> str:
    """The name of its time."""
    return unit.name_on(on)
