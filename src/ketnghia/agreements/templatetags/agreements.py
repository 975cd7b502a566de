"""What pages of agreements ask in templates."""

from __future__ import annotations

from datetime import date

from django import template

from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.words import DutyView, PaperView, paper_view, view_of
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import span

register = template.Library()


@register.simple_tag
def view_of_paper(agreement: Agreement) -> PaperView:
    return paper_view(agreement)


@register.simple_tag
def name_then(unit: Unit, on: date | None) -> str:
    """The name of its time."""
    return unit.name_on(on)


@register.simple_tag
def view_of_duty(duty: Duty) -> DutyView:
    return view_of(duty)


@register.simple_tag
def period_of_duty(duty: Duty) -> str:
    return span(duty.starts_on, duty.ends_on)
