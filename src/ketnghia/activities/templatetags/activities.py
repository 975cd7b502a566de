"""What pages of activities ask in templates."""

from __future__ import annotations

from django import template

from ketnghia.activities.models import Activity
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import span

register = template.Library()


@register.simple_tag
def when(activity: Activity) -> str:
    return span(activity.begins_on, activity.ends_on)


@register.simple_tag
def name_of_day(unit: Unit, activity: Activity) -> str:
    """The name of its time."""
    return unit.name_on(activity.begins_on)
