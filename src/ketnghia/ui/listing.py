"""Every list: search without marks, filters, sorting, pages, and export of what is shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

import django_filters
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from ketnghia.vietnamese.text import tidy

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
WIDEST = 60
MOST = 10_000  # rows of a list are counted and turned so far: whoever looks further narrows it


@dataclass(frozen=True)
class Column:
    """A column: its head, what it exports, and the order it sorts by (none: not sortable)."""

    key: str
    label: str | Promise
    value: Callable[[Any], Any]
    sort: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class Head:
    """A column head as drawn: link that sorts by it, and how it is sorted now."""

    column: Column
    url: str
    sorted: str


class Listing:
    """A list as the address asks for it: `q`, `sort`, `page`, `export` and the filters' own."""

    def __init__(  # noqa: PLR0913 - a list is described at once
        self,
        request: HttpRequest,
        queryset: QuerySet[Any],
        *,
        columns: list[Column],
        filters: type[django_filters.FilterSet] | None = None,
        default_sort: str,
        per_page: int = 50,
        name: str = "danh-sach",
        export_columns: list[Column] | None = None,
        counted: QuerySet[Any] | None = None,
    ) -> None:
        self.request = request
        self.columns = columns
        self.per_page = per_page
        # A file may hold more, and plainer, than the page shows: numbers apart from their words.
        self.export_columns = export_columns or columns
        self.name = name
        self.words = tidy(request.GET.get("q", "").replace("\0", ""))[:200]
        self._queryset = queryset
        # The same records, asked in the way that counts them quickest.
        self._counted = counted
        self._filters = filters
        self._default_sort = default_sort

    @cached_property
    def filter_form(self) -> Any:
        return self._filterset.form if self._filterset else None

    @cached_property
    def _filterset(self) -> django_filters.FilterSet | None:
        if self._filters is None:
            return None
        return self._filters(self.request.GET, self._queryset, request=self.request)

    @cached_property
    def found(self) -> QuerySet[Any]:
        """Everything the search and the filters let through, in order."""
        found: Any = self._filterset.qs if self._filterset else self._queryset
        if self.words:
            found = found.search(self.words)
        return found.order_by(self.ordering, "pk")  # type: ignore[no-any-return]

    @cached_property
    def number(self) -> int:
        """How many were found; beyond `MOST` nobody counts on."""
        if not isinstance(self.found, QuerySet):
            return len(self.found)
        found: Any = self.found
        if self._counted is not None:
            found = self._counted
            if self._filters:
                found = self._filters(self.request.GET, found, request=self.request).qs
            if self.words:
                found = found.search(self.words)
        return int(found.order_by()[: MOST + 1].count())

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.number > MOST

    @cached_property
    def sort(self) -> str:
        """The sort in force: a column key, with a minus when it runs down."""
        asked = self.request.GET.get("sort", "")
        known = {c.key for c in self.columns if c.sort}
        return asked if asked.removeprefix("-") in known else ""

    @cached_property
    def ordering(self) -> str:
        if not self.sort:
            return self._default_sort
        column = next(c for c in self.columns if c.key == self.sort.removeprefix("-"))
        turned = self.sort.startswith("-") != column.sort.startswith("-")
        return f"-{column.sort.removeprefix('-')}" if turned else column.sort.removeprefix("-")

    @cached_property
    def page(self) -> Page[Any]:
        paginator = Paginator(self.found, self.per_page)
        paginator.count = min(self.number, MOST)
        return paginator.get_page(self.request.GET.get("page"))

    @property
    def rows(self) -> Iterable[Any]:
        return self.page.object_list

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or a filter leaves something out."""
        kept = {"page", "sort", "export"}
        return any(value for key, value in self.request.GET.items() if key not in kept)

    @property
    def is_filtered(self) -> bool:
        """Whether one of the filters is set, the search apart."""
        return bool(self.filter_form) and any(
            self.request.GET.get(name) for name in self.filter_form.fields
        )

    @property
    def heads(self) -> list[Head]:
        return [self._head(column) for column in self.columns]

    def _head(self, column: Column) -> Head:
        if not column.sort:
            return Head(column, "", "")
        is_up, is_down = self.sort == column.key, self.sort == f"-{column.key}"
        turned = f"-{column.key}" if is_up else column.key
        return Head(column, self.url(sort=turned), "ascending" * is_up + "descending" * is_down)

    def url(self, **changes: str) -> str:
        """The same address with other parameters; a change starts again at the first page."""
        query = self.request.GET.copy()
        for key in ("page", "export"):
            query.pop(key, None)
        for key, value in changes.items():
            query[key] = value
        return f"?{query.urlencode()}"

    @property
    def xlsx_url(self) -> str:
        return self.url(export="xlsx")

    @property
    def csv_url(self) -> str:
        return self.url(export="csv")

    @property
    def previous_url(self) -> str:
        return self.url(page=str(self.page.previous_page_number()))

    @property
    def next_url(self) -> str:
        return self.url(page=str(self.page.next_page_number()))

    @property
    def wants_export(self) -> bool:
        return self.request.GET.get("export") in {"xlsx", "csv"}

    def export(self) -> HttpResponse:
        """The rows found, all pages, as the file asked for."""
        kind = self.request.GET["export"]
        content, media = (self._xlsx(), XLSX) if kind == "xlsx" else (self._csv(), CSV)
        response = HttpResponse(content, content_type=media)
        name = f"{self.name}-{localdate():%Y-%m-%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _table(self) -> Iterable[list[Any]]:
        yield [str(column.label) for column in self.export_columns]
        for row in self.found:
            yield [safe_cell(column.value(row)) for column in self.export_columns]

    def _csv(self) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text)
        for line in self._table():
            writer.writerow([_day(value) if isinstance(value, date) else value for value in line])
        return text.getvalue().encode("utf-8-sig")  # the mark lets Excel read Vietnamese

    def _xlsx(self) -> bytes:
        book = Workbook()
        sheet = book.active
        for line in self._table():
            sheet.append(line)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column in sheet.columns:
            longest = max(len(str(cell.value or "")) for cell in column)
            sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, WIDEST)
        for cell in (cell for row in sheet.iter_rows(min_row=2) for cell in row):
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
        sheet.freeze_panes = "A2"
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()


def safe_cell(value: Any) -> Any:
    """A value a spreadsheet takes as it is: never a formula, never a time zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, Decimal):
        # PostgreSQL tells a whole number with two zeros behind the point, SQLite without.
        return int(value) if value == value.to_integral_value() else value
    if isinstance(value, int | float | date):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
