"""The list of rounds: its columns and filters."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from ketnghia.reviews.models import Report, Round
from ketnghia.ui.listing import Column
from ketnghia.vietnamese.dates import span

COLUMNS = [
    Column("title", _("Đợt"), lambda r: r.round.title),
    Column("unit", _("Đơn vị"), lambda r: r.name, sort="unit__sort_key"),
    Column("days", _("Kỳ"), lambda r: span(r.round.first, r.round.last), sort="-round__last"),
    Column("due_on", _("Hạn nộp"), lambda r: r.due_on, sort="-due_on"),
    Column("state", _("Tình trạng"), lambda r: r.get_state_display(), sort="state"),
    Column("submitted_on", _("Ngày nộp"), lambda r: r.submitted_on, sort="-submitted_on"),
]


class ReportFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What an officer narrows reports by."""

    kind = django_filters.ChoiceFilter(
        label=_("Loại"),
        field_name="round__kind",
        choices=Round.Kind.choices,
        empty_label=_("Mọi loại"),
    )
    state = django_filters.ChoiceFilter(
        label=_("Tình trạng"), choices=Report.State.choices, empty_label=_("Mọi tình trạng")
    )
    year = django_filters.NumberFilter(
        label=_("Năm"), field_name="round__last__year", min_value=1930, max_value=2100
    )
    whole = django_filters.ChoiceFilter(
        label=_("Xem"),
        choices=[("all", _("cả các đơn vị bên dưới"))],
        method="that_are_below",
        empty_label=_("báo cáo của mình"),
    )

    def that_are_below(self, found: Any, _name: str, _which: str) -> Any:
        """Answered by the view: without it only the uppermost report of each round is listed."""
        return found
