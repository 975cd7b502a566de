"""What pages of exchanges ask in templates."""

from __future__ import annotations

from datetime import date

from django import template

from ketnghia.agreements.terms import Bound
from ketnghia.exchanges.models import Exchange, Gift
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import span
from ketnghia.vietnamese.numbers import spoken

register = template.Library()


@register.simple_tag
def days_of(exchange: Exchange) -> str:
    return span(exchange.begins_on, exchange.ends_on)


@register.simple_tag
def name_then(unit: Unit, on: date) -> str:
    """The name of its time."""
    return unit.name_on(on)


@register.simple_tag
def worth(gift: Gift) -> str:
    """What a gift was worth, with its bound; empty where nobody wrote it down."""
    if gift.value is None:
        return ""
    bound = "" if gift.bound == Bound.EXACTLY else f"{gift.get_bound_display()} "
    return f"{bound}{spoken(gift.value)} đồng"
