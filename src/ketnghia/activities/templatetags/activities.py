"""What pages of activities ask in templates."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity, Campaign, Figure, Indicator
from ketnghia.activities.tallies import Tally
from ketnghia.agreements.models import Duty
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import span
from ketnghia.vietnamese.numbers import grouped

register = template.Library()

MILLION = Decimal(1_000_000)


@register.simple_tag
def when(activity: Activity) -> str:
    return span(activity.begins_on, activity.ends_on)


@register.simple_tag
def days_of(campaign: Campaign) -> str:
    if campaign.begins_on is None:
        return _("chưa ghi ngày")
    return span(campaign.begins_on, campaign.ends_on)


@register.simple_tag
def new_for(duty: Duty) -> str:
    """Where an activity that keeps a promise is recorded."""
    return f"{reverse('activities:create')}?duty={duty.pk}"


@register.simple_tag
def name_of_day(unit: Unit, activity: Activity) -> str:
    """The name of its time."""
    return unit.name_on(activity.begins_on)


def scaled(value: Decimal, indicator: Indicator | None) -> str:
    """A value in the unit of its column: money stands in millions of đồng."""
    return grouped(value / MILLION if indicator and indicator.is_money else value)


def bounded(amount: Amount, indicator: Indicator | None) -> SafeString:
    number = scaled(amount.value, indicator)
    if amount.bound == Bound.EXACTLY:
        return format_html("<b>{}</b>", number)
    return format_html('<span class="bound">{}</span> <b>{}</b>', amount.bound.label, number)


@register.simple_tag
def total(tally: Tally, indicator: Indicator) -> SafeString:
    """A total as a cell shows it: bound in grey, a range while a question waits, blank in words."""
    if tally.range:
        least, most = (scaled(value, indicator) for value in tally.range)
        return format_html("{}–{}", least, most)
    if tally.amount is None:
        words = _("không rõ số") if tally.unknown else _("chưa ghi")
        return format_html('<span class="muted">{}</span>', words)
    if tally.is_in_doubt and tally.least:
        least = scaled(tally.least.value, indicator)
        return format_html('<span class="muted">{}–{}</span>', least,
                           scaled(tally.amount.value, indicator))  # fmt: skip
    return bounded(tally.amount, indicator)


@register.simple_tag
def total_note(tally: Tally) -> str:
    """What has to be said beside a total."""
    if tally.is_in_doubt:
        return _("chờ trả lời chỗ có thể trùng")
    if tally.is_blank:
        return _("không phải 0")
    if tally.range:
        return _("thấp nhất và cao nhất, không cộng")
    if tally.unknown:
        return _("%(number)s nơi có làm, không rõ số") % {"number": tally.unknown}
    return ""


@register.simple_tag
def figure_value(figure: Figure) -> SafeString:
    """The number of one figure under its total."""
    amount = figure.amount
    if amount is None:
        return format_html('<span class="muted">{}</span>', _("không rõ số"))
    return bounded(amount, figure.indicator)
