"""Which totals are asked for: whose, from when to when, alone or with all below."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.spans import Span, half_of, named, whole_year
from ketnghia.activities.totals import Totals
from ketnghia.ui.fields import DayField
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit, UnitQuerySet

HALVES_OFFERED = 8


class TotalsForm(forms.Form):
    """Everything may be left out; what cannot be read falls back to one's own half-year."""

    unit = FinderField(
        Unit.objects.none(), url_name="units:find", label=_("Đơn vị"), required=False
    )
    span = forms.ChoiceField(label=_("Kỳ"), required=False)
    first = DayField(label=_("Từ ngày"), required=False)
    last = DayField(label=_("Đến ngày"), required=False)
    below = forms.BooleanField(label=_("Cả các đơn vị bên dưới"), required=False)
    everything = forms.BooleanField(label=_("Cả chỉ tiêu chưa ghi"), required=False)

    def __init__(self, data: Any, *, units: UnitQuerySet, own: Unit, today: date) -> None:
        super().__init__(data or {"unit": own.pk, "below": "1", "span": half_of(today).name})
        self.own = own
        self.today = today
        unit = self.fields["unit"]
        assert isinstance(unit, FinderField)  # noqa: S101 - declared above
        unit.queryset = units
        span = self.fields["span"]
        assert isinstance(span, forms.ChoiceField)  # noqa: S101 - declared above
        span.choices = [("", _("Theo ngày")), *_offered(today)]
        self.full_clean()

    @property
    def totals(self) -> Totals:
        chosen = self.cleaned_data
        return Totals(
            chosen.get("unit") or self.own,
            self._span(),
            with_below=chosen.get("below", False),
            all_shown=chosen.get("everything", False),
        )

    def _span(self) -> Span:
        chosen = self.cleaned_data
        found = named(chosen.get("span") or "")
        if found:
            return found
        first, last = chosen.get("first"), chosen.get("last")
        if first and last and first <= last:
            return Span(first, last)
        return half_of(self.today)

    @property
    def query(self) -> str:
        """The same question as part of another address."""
        return urlencode([(key, value) for key, value in self.data.items() if key != "page"])


def _offered(today: date) -> list[tuple[str, Any]]:
    """Half-years and years back from today's."""
    offered: list[tuple[str, Any]] = []
    for year in range(today.year, today.year - HALVES_OFFERED, -1):
        words = {"year": year}
        if half_of(today).name >= f"{year}-2":
            offered.append((f"{year}-2", _("6 tháng cuối năm %(year)s") % words))
        offered.append((f"{year}-1", _("6 tháng đầu năm %(year)s") % words))
        offered.append((whole_year(year).name, _("Cả năm %(year)s") % words))
    return offered
