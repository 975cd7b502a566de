"""Lists of lists and of what was given: columns and filters, never a name."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.children.models import ChildList, Handover
from ketnghia.children.terms import Purpose
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.dates import day

STATES = [
    ("holding", _("còn giữ tên")),
    ("overdue", _("quá ngày xóa")),
    ("erased", _("đã xóa")),
]


def number_of(child_list: Any) -> int:
    """How many children stand in a list, or stood in it before it was erased."""
    erased: int | None = child_list.erased_number
    return int(child_list.standing_number) if erased is None else erased


def state_of(child_list: ChildList) -> str:
    """Where a list stands, in words."""
    if child_list.erased_at:
        return _now("đã xóa %(day)s") % {"day": day(child_list.erased_at.date())}
    words = {"day": day(child_list.erase_on)}
    if child_list.is_overdue:
        return _now("quá ngày xóa %(day)s") % words
    return _now("xóa ngày %(day)s") % words


LIST_COLUMNS = [
    Column("about", _("Dùng cho"), lambda c: c.about),
    Column("purpose", _("Mục đích"), lambda c: c.get_purpose_display()),
    Column("unit", _("Đơn vị giữ"), lambda c: c.unit.name),
    Column("number", _("Số em"), number_of, is_number=True),
    Column("basis", _("Căn cứ"), lambda c: c.get_basis_display()),
    Column("handovers", _("Lần giao"), lambda c: c.handovers_number, is_number=True),
    Column("made", _("Lập ngày"), lambda c: c.made_at.date(), sort="-made_at"),
    Column("state", _("Tình trạng"), state_of, sort="erase_on"),
]
HANDOVER_COLUMNS = [
    Column("on", _("Ngày"), lambda h: h.on, sort="-on"),
    Column("recipient", _("Bên nhận"), lambda h: h.recipient),
    Column("country", _("Nước"), lambda h: h.get_country_display()),
    Column("about", _("Danh sách"), lambda h: str(h.child_list)),
    Column("unit", _("Đơn vị giao"), lambda h: h.child_list.unit.name),
    Column("number", _("Số em"), lambda h: h.number, is_number=True),
    Column("what", _("Giao những gì"), lambda h: h.what),
    Column("channel", _("Bằng cách"), lambda h: h.get_channel_display()),
    Column("is_abroad", _("Ra nước ngoài"), lambda h: h.is_abroad),
    Column("basis", _("Căn cứ"), lambda h: h.basis),
    Column("keeps_until", _("Bên nhận giữ đến"), lambda h: h.keeps_until),
    Column("by", _("Người giao"), lambda h: str(h.by)),
]


class ListFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows lists by."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=STATES, method="in_state", empty_label=_("Mọi tình trạng")
    )
    purpose = django_filters.ChoiceFilter(
        label=_("Mục đích"), choices=Purpose.choices, empty_label=_("Mọi mục đích")
    )
    year = django_filters.NumberFilter(
        label=_("Lập năm"), field_name="made_at__year", min_value=2020, max_value=2100
    )

    class Meta:
        model = ChildList
        fields = ["purpose"]

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        if state == "erased":
            return found.filter(erased_at__isnull=False)
        return found.overdue_on(localdate()) if state == "overdue" else found.holding()


class HandoverFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows the register by."""

    year = django_filters.NumberFilter(
        label=_("Năm"), method="as_is", min_value=2020, max_value=2100
    )
    abroad = django_filters.ChoiceFilter(
        label=_("Nơi nhận"),
        choices=[("out", _("ra nước ngoài")), ("home", _("trong nước"))],
        method="by_border",
        empty_label=_("Mọi nơi"),
    )

    class Meta:
        model = Handover
        fields: list[str] = []

    def as_is(self, found: Any, _name: str, _year: Any) -> Any:
        """The page itself has chosen the year."""
        return found

    def by_border(self, found: Any, _name: str, where: str) -> Any:
        return found.filter(is_abroad=where == "out")
