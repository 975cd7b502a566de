"""What pages of exchanges ask in templates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.exchanges.models import Exchange
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import long_day, span

register = template.Library()

DOUBTS: dict[str, str | Promise] = {
    "name": _("Không chắc là tên người"),
    "title": _("Chưa có chức vụ, đơn vị"),
    "birth": _("Ngày sinh không đọc được: xem có phải thiếu nhi không"),
    "twice": _("Tên này có hai lần"),
}
COLUMNS: dict[str, str | Promise] = {
    "name": _("họ và tên"),
    "family": _("họ đệm"),
    "given": _("tên"),
    "title": _("chức vụ"),
    "unit": _("đơn vị"),
    "duty": _("nhiệm vụ"),
    "note": _("ghi chú"),
    "birth": _("ngày sinh"),
    "age": _("tuổi"),
    "phone": _("điện thoại"),
    "paper": _("giấy tờ tùy thân"),
    "private": _("giới tính, dân tộc, quê quán"),
}


@register.simple_tag
def days_of(exchange: Exchange) -> str:
    return span(exchange.begins_on, exchange.ends_on)


@register.simple_tag
def name_then(unit: Unit, on: date) -> str:
    """The name of its time."""
    return unit.name_on(on)


@register.simple_tag
def days_between(first: date, last: date | None) -> str:
    return span(first, last)


@register.simple_tag
def day_named(on: date) -> str:
    """Thứ Bảy, 12/12/2026."""
    return long_day(on)


@register.simple_tag
def doubt_words(code: str) -> str | Promise:
    """What to look at in a line of a pasted list."""
    return DOUBTS[code]


@register.simple_tag
def column_words(key: str) -> str | Promise:
    """What a recognised column is called."""
    return COLUMNS[key]


@register.simple_tag
def list_line(form: Any, place: int) -> dict[str, Any]:
    """The fields of one line of a pasted list."""
    return {"take": form[f"take-{place}"], "fields": form.line(place)}
