"""Lists of activities and indicators: their columns and filters."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Activity, Indicator
from ketnghia.agreements.terms import Counted
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.text import fold

JOINT = [("waiting", _("chờ ta trả lời")), ("joint", _("làm chung")), ("disputed", _("còn ý kiến"))]


def _units(activity: Activity) -> str:
    return ", ".join(o.unit.name_on(activity.begins_on) for o in activity.organisers.all())


def _figures(activity: Activity) -> str:
    return "; ".join(f"{figure.what}: {figure.words}" for figure in activity.figures.all())


def years_of(indicator: Indicator) -> str:
    """From which year, and until which where it has ended."""
    if indicator.until_year is None:
        return str(_("từ %(year)s")) % {"year": indicator.from_year}
    return f"{indicator.from_year}–{indicator.until_year}"


COLUMNS = [
    Column("title", _("Hoạt động"), lambda a: a.title),
    Column("units", _("Đơn vị"), _units),
    Column("begins_on", _("Ngày"), lambda a: a.begins_on, sort="-begins_on"),
    Column("figures", _("Số liệu"), _figures),
]
INDICATOR_COLUMNS = [
    Column("code", _("Mã"), lambda i: f"{i.group}{i.code}"),
    Column("name", _("Chỉ tiêu"), lambda i: i.name),
    Column("measure", _("Đơn vị tính"), lambda i: i.measure),
    Column("adds", _("Cách cộng"), lambda i: i.get_adds_display()),
    Column("years", _("Dùng"), years_of),
]


class ActivityFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows activities by."""

    unit = django_filters.CharFilter(label=_("Đơn vị"), method="of_unit")
    campaign = django_filters.CharFilter(label=_("Chiến dịch"), method="of_campaign")
    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Counted.choices, empty_label=_("Mọi loại")
    )
    year = django_filters.NumberFilter(
        label=_("Năm"), field_name="begins_on__year", min_value=1930, max_value=2100
    )
    joint = django_filters.ChoiceFilter(
        label=_("Làm chung"), choices=JOINT, method="that_is_joint", empty_label=_("Tất cả")
    )

    def of_unit(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(organisers__unit__search_text__contains=word)
        return found.distinct()

    def of_campaign(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(campaign__folded__contains=word)
        return found

    def that_is_joint(self, found: Any, _name: str, which: str) -> Any:
        if which == "waiting":
            return found.waiting_for(self.request.user)
        if which == "disputed":
            return found.filter(organisers__answer="disputed").distinct()
        return found.filter(organisers__role="joint").distinct()


class IndicatorFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows indicators by."""

    group = django_filters.ChoiceFilter(
        label=_("Nhóm"), choices=Indicator.Group.choices, empty_label=_("Mọi nhóm")
    )
    own = django_filters.ChoiceFilter(
        label=_("Của ai"),
        choices=[("national", _("dùng chung")), ("own", _("của đơn vị"))],
        method="of_whom",
        empty_label=_("Tất cả"),
    )

    def of_whom(self, found: Any, _name: str, whose: str) -> Any:
        return found.filter(owner__isnull=whose == "national")
