"""Lists of exchanges, sites and practices: their columns and filters."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.exchanges.models import Exchange, Site
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.text import fold

STATES = [
    ("coming", _("sắp tới")),
    ("forgotten", _("qua ngày, chưa ghi")),
    ("planned", _("dự kiến")),
    ("confirmed", _("đã chốt")),
    ("held", _("đã tổ chức")),
    ("reported", _("đã báo cáo")),
    ("cancelled", _("đã hủy")),
]


def _units(exchange: Exchange) -> str:
    return " – ".join(p.unit.name_on(exchange.begins_on) for p in exchange.participations.all())


COLUMNS = [
    Column("title", _("Cuộc giao lưu"), lambda e: e.title),
    Column("units", _("Các bên"), _units),
    Column("begins_on", _("Ngày"), lambda e: e.begins_on, sort="-begins_on"),
    Column("place", _("Nơi"), lambda e: e.place),
    Column("state", _("Tình trạng"), lambda e: e.get_state_display()),
]
SITE_COLUMNS = [
    Column("name", _("Tên"), lambda s: s.name, sort="sort_key"),
    Column("kind", _("Loại"), lambda s: s.get_kind_display()),
    Column("place", _("Ở đâu"), lambda s: s.place),
    Column("visits", _("Lần đưa đoàn đến"), lambda s: s.visits_number, is_number=True),
]
PRACTICE_COLUMNS = [
    Column("name", _("Mô hình"), lambda p: p.name, sort="sort_key"),
    Column("home", _("Của đơn vị"), lambda p: p.home_unit.name),
    Column("adopters", _("Đơn vị học theo"), lambda p: p.adopters_number, is_number=True),
]


class ExchangeFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows exchanges by."""

    partner = django_filters.CharFilter(label=_("Đối tác"), method="with_partner")
    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Exchange.Kind.choices, empty_label=_("Mọi loại")
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=STATES, method="in_state", empty_label=_("Mọi tình trạng")
    )
    series = django_filters.CharFilter(label=_("Chuỗi cuộc gặp"), method="in_series")

    def with_partner(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(participations__unit__search_text__contains=word)
        return found.distinct()

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        if state == "coming":
            return found.coming_on(localdate())
        if state == "forgotten":
            return found.forgotten_on(localdate())
        return found.filter(state=state)

    def in_series(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(series__folded__contains=word)
        return found


class SiteFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows sites by."""

    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Site.Kind.choices, empty_label=_("Mọi loại")
    )
