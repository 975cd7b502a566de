"""What pages of the agenda ask in templates."""

from __future__ import annotations

from datetime import date

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from ketnghia.agenda import words as said
from ketnghia.ui.templatetags.ui import icon
from ketnghia.vietnamese.dates import day

register = template.Library()

ICONS = {"done": "i-check", "due": "i-clock", "late": "i-late", "cancelled": "i-x"}


@register.simple_tag
def mark(name: str) -> SafeString:
    """The small shape before an entry; its word always stands near it."""
    if name in ICONS:
        drawn = icon(ICONS[name])
        return format_html('<span class="mark" data-is="{}">{}</span>', name, drawn)
    return format_html('<span class="mark" data-is="{}" aria-hidden="true"></span>', name)


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, **words: str) -> str:
    """A page of the agenda with the filters kept."""
    address: str = context["links"].to(name, **words)
    return address


@register.simple_tag(takes_context=True)
def day_url(context: Context, on: date) -> str:
    """A day within its week, with the filters kept."""
    address: str = context["links"].day(on)
    return address


@register.simple_tag
def day_named(on: date) -> str:
    """Thứ Bảy, 12/12/2026."""
    return said.long_day(on)


@register.simple_tag
def weekday(on: date) -> str:
    return said.weekday(on)


@register.simple_tag
def short_day(on: date) -> str:
    """12/12; with its year where that is not this one."""
    return f"{on.day}/{on.month}" if on.year == localdate().year else day(on)
