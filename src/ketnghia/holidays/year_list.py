"""The days of a year as a list: what the table says, with what a person corrected beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.holidays.calendar import Day, Kind, last_known_day, table
from ketnghia.holidays.models import Holiday
from ketnghia.holidays.names import COUNTRIES, country_name, day_name
from ketnghia.holidays.operations import days_kept
from ketnghia.ui.listing import Column, Listing
from ketnghia.vietnamese.dates import WEEKDAYS
from ketnghia.vietnamese.text import fold

KINDS = {
    Kind.OFF: _("nghỉ"),
    Kind.KEPT: _("ngày kỷ niệm"),
    Kind.EVE: _("áp Tết"),
}


@dataclass(frozen=True)
class Line:
    """One day of one country, as it stands and as it was corrected."""

    on: date
    country: str
    name: str
    state: str
    correction: Holiday | None = None
    is_off: bool = False

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.on.weekday()]

    @property
    def country_name(self) -> str:
        return country_name(self.country)


COLUMNS = [
    Column("on", _("Ngày"), lambda line: line.on, sort="on"),
    Column("weekday", _("Thứ"), lambda line: line.weekday),
    Column("name", _("Ngày gì"), lambda line: line.name, sort="name"),
    Column("country", _("Nước"), lambda line: line.country_name, sort="country"),
    Column("state", _("Nghỉ hay không"), lambda line: line.state, sort="state"),
]


def year_choices(today: date) -> list[tuple[str, str]]:
    """From last year to the last one the table knows."""
    years = range(today.year - 1, last_known_day().year + 1)
    return [(str(year), str(year)) for year in years]


class YearFilter(forms.Form):
    """One year; one country or all."""

    nam = forms.ChoiceField(label=_("Năm"), required=False)
    nuoc = forms.ChoiceField(
        label=_("Nước"), choices=[("", _("Cả bốn nước")), *COUNTRIES.items()], required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        year = self.fields["nam"]
        assert isinstance(year, forms.ChoiceField)  # noqa: S101 - declared above
        year.choices = year_choices(localdate())


class YearListing(Listing):
    """Search over the names, filter by year and country, order by any column."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(
            request, Holiday.objects.none(), columns=COLUMNS, default_sort="on", name="ngay-nghi"
        )

    @cached_property
    def filter_form(self) -> YearFilter:
        asked = self.request.GET.copy()
        asked.setdefault("nam", str(localdate().year))
        return YearFilter(asked)

    @property
    def year(self) -> int:
        asked = self.filter_form.cleaned_data if self.filter_form.is_valid() else {}
        return int(asked.get("nam") or localdate().year)

    @property
    def country(self) -> str:
        return self.filter_form.cleaned_data["nuoc"] if self.filter_form.is_valid() else ""

    @cached_property
    def found(self) -> Any:
        words = fold(self.words).split()
        found = [
            line
            for line in self._lines()
            if all(word in fold(f"{line.name} {line.country_name}") for word in words)
        ]
        key = self.ordering.removeprefix("-")
        places = {"on": "", "name": "name", "country": "country", "state": "state"}

        def place(line: Line) -> tuple[str, date, str]:
            told = places[key]
            return (fold(getattr(line, told)) if told else "", line.on, line.country)

        return sorted(found, key=place, reverse=self.ordering.startswith("-"))

    def _lines(self) -> list[Line]:
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        countries = [self.country] if self.country else list(COUNTRIES)
        corrected = {
            (one.on, one.country): one
            for one in Holiday.objects.filter(on__range=(first, last), country__in=countries)
        }
        days = [day for day in days_kept(countries, first, last) if day.country in countries]
        lines = [_line(day, corrected.pop((day.on, day.country), None)) for day in days]
        return [*lines, *(_not_off(one) for one in corrected.values())]


def _line(day: Day, correction: Holiday | None) -> Line:
    state = _now("nghỉ, đã sửa") if correction else str(KINDS[day.kind])
    return Line(day.on, day.country, day.name, state, correction, day.kind == Kind.OFF)


def _not_off(correction: Holiday) -> Line:
    """A day the table has as off and a person said it is not."""
    code = table().get(correction.country, {}).get(correction.on, "")
    name = day_name(code, correction.country) if code else ""
    return Line(correction.on, correction.country, name, _now("không nghỉ, đã sửa"), correction)
