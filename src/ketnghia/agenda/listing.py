"""The agenda as a list: columns, search, export of what is shown."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.forms import ListFilter
from ketnghia.agenda.merging import Asked, Merged
from ketnghia.agenda.sheets import DayView
from ketnghia.agenda.words import long_day
from ketnghia.ui.listing import Column, Listing
from ketnghia.units.models import Unit


def _kind(entry: Entry) -> str:
    return " · ".join(part for part in (str(entry.label), entry.kind) if part)


COLUMNS = [
    Column("first", _("Từ ngày"), lambda e: e.first),
    Column("last", _("Đến ngày"), lambda e: e.last),
    Column("title", _("Việc"), lambda e: e.title),
    Column("sides", _("Các bên"), lambda e: e.sides),
    Column("place", _("Nơi"), lambda e: e.place),
    Column("kind", _("Loại"), _kind),
    Column("state", _("Tình trạng"), lambda e: e.state),
    Column("note", _("Ghi chú"), lambda e: e.note),
]


class EntryListing(Listing):
    """Entries by day: what comes, what is past, or one day."""

    def __init__(self, request: HttpRequest, form: ListFilter) -> None:
        super().__init__(
            request, Unit.objects.none(), columns=COLUMNS, default_sort="first", name="lich"
        )
        self._form = form

    @property
    def filter_form(self) -> ListFilter:
        return self._form

    @property
    def found(self) -> Any:
        return self.merged

    @cached_property
    def merged(self) -> Merged:
        """The list as asked for; only a page of it is read."""
        form = self._form
        asked = Asked(self.words, day=form.chosen_day, is_past=form.is_past)
        return Merged(form.scope, asked, today=localdate())

    @property
    def days(self) -> list[DayView]:
        """The rows of this page under their days."""
        today = localdate()
        return [
            DayView(on, list(entries), is_today=on == today)
            for on, entries in groupby(self.rows, key=self.merged.day_of)
        ]

    @property
    def title(self) -> str:
        if self._form.chosen_day:
            return long_day(self._form.chosen_day)
        return _now("Đã qua") if self._form.is_past else _now("Sắp tới")
