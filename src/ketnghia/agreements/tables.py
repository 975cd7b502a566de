"""Lists of agreements and duties: their columns and filters."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_filters
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Agreement, Duty
from ketnghia.agreements.states import AgreementState
from ketnghia.agreements.terms import Area
from ketnghia.agreements.words import paper_view, view_of
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.dates import span
from ketnghia.vietnamese.text import fold

WITHIN = [("30", _("30 ngày")), ("90", _("90 ngày")), ("365", _("một năm"))]
DUTY_STATES = [
    ("late", _("quá hẹn, chưa đạt")),
    ("open", _("đang thực hiện")),
    ("met", _("đạt, vượt")),
    ("dropped", _("không còn phù hợp")),
    ("uncounted", _("không ghi số lượng")),
]


def _parties(agreement: Agreement) -> str:
    return " – ".join(p.unit.name_on(agreement.signed_on) for p in agreement.parties.all())


COLUMNS = [
    Column("title", _("Văn bản"), lambda a: a.title, sort="sort_key"),
    Column("parties", _("Các bên"), _parties),
    Column("signed_on", _("Ký ngày"), lambda a: a.signed_on, sort="-signed_on"),
    Column("ends_on", _("Đến hết"), lambda a: a.ends_on, sort="ends_on"),
    Column("state", _("Tình trạng"), lambda a: paper_view(a).words),
]


def side_of(duty: Duty) -> str:
    return duty.party.unit.short_name if duty.party else _now("Cả hai bên")


DUTY_COLUMNS = [
    Column("what", _("Việc"), lambda d: d.commitment.wording, sort="commitment__wording"),
    Column("side", _("Bên làm"), side_of),
    Column(
        "paper",
        _("Văn bản"),
        lambda d: d.commitment.agreement.title,
        sort="commitment__agreement__sort_key",
    ),
    Column("period", _("Thời hạn"), lambda d: span(d.starts_on, d.ends_on), sort="ends_on"),
    Column("progress", _("Đã làm"), lambda d: d.words),
    Column("state", _("Tình trạng"), lambda d: view_of(d).label),
]


class AgreementFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows papers by."""

    partner = django_filters.CharFilter(label=_("Đối tác"), method="with_partner")
    kind = django_filters.ChoiceFilter(
        label=_("Loại"), choices=Agreement.Kind.choices, empty_label=_("Mọi loại")
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        choices=AgreementState.choices,
        method="in_state",
        empty_label=_("Mọi tình trạng"),
    )
    area = django_filters.ChoiceFilter(
        label=_("Lĩnh vực"), choices=Area.choices, method="in_area", empty_label=_("Mọi lĩnh vực")
    )
    within = django_filters.ChoiceFilter(
        label=_("Hết hạn trong"),
        choices=WITHIN,
        method="ends_within",
        empty_label=_("bất cứ lúc nào"),
    )

    class Meta:
        model = Agreement
        fields = ["kind"]

    def with_partner(self, found: Any, _name: str, words: str) -> Any:
        for word in fold(words).split():
            found = found.filter(parties__unit__search_text__contains=word)
        return found.distinct()

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        return found.in_state(state, localdate())

    def in_area(self, found: Any, _name: str, area: str) -> Any:
        return found.filter(commitments__area=area).distinct()

    def ends_within(self, found: Any, _name: str, days: str) -> Any:
        today = localdate()
        return found.filter(ends_on__gte=today, ends_on__lte=today + timedelta(days=int(days)))


class DutyFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows duties by."""

    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"),
        choices=DUTY_STATES,
        method="in_state",
        empty_label=_("Mọi tình trạng"),
    )
    area = django_filters.ChoiceFilter(
        label=_("Lĩnh vực"),
        field_name="commitment__area",
        choices=Area.choices,
        empty_label=_("Mọi lĩnh vực"),
    )
    year = django_filters.NumberFilter(
        label=_("Năm"), method="in_year", min_value=1990, max_value=2100
    )
    within = django_filters.ChoiceFilter(
        label=_("Đến hạn trong"),
        choices=WITHIN,
        method="due_within",
        empty_label=_("bất cứ lúc nào"),
    )

    class Meta:
        model = Duty
        fields: list[str] = []

    def in_state(self, found: Any, _name: str, state: str) -> Any:
        return found.in_state(state, localdate())

    def in_year(self, found: Any, _name: str, year: Any) -> Any:
        return found.filter(starts_on__year__lte=int(year)).exclude(ends_on__year__lt=int(year))

    def due_within(self, found: Any, _name: str, days: str) -> Any:
        return found.due_within(localdate(), int(days))
