"""The table of a report as a spreadsheet: the appendix every printed report ends with."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from ketnghia.activities.templatetags.activities import MILLION
from ketnghia.amounts.bounds import Bound
from ketnghia.reviews.rows import Row, Table
from ketnghia.vietnamese.dates import span
from ketnghia.vietnamese.numbers import grouped

HEAD_ROW = 4
WIDTHS = {"A": 6, "B": 52, "C": 14, "D": 14, "E": 18, "F": 12, "G": 44}
FORMULA_STARTS = ("=", "+", "-", "@")


def appendix(table: Table) -> bytes:
    """STT, chỉ tiêu, ĐVT, kế hoạch, thực hiện, %, ghi chú."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Phụ lục số liệu")
    report = table.report
    sheet.append([_safe(report.name)])
    sheet.append(
        [_safe(report.round.title), "", "", "", span(report.round.first, report.round.last)]
    )
    sheet.append([])
    sheet.append(
        [_("STT"), _("Chỉ tiêu"), _("ĐVT"), _("Kế hoạch"), _("Thực hiện"), "%", _("Ghi chú")]
    )
    number = 0
    for group in table.groups:
        sheet.append(["", group.name])
        sheet.cell(sheet.max_row, 2).font = Font(bold=True)
        for row in group.rows:
            number += 1
            sheet.append(_cells(number, row))
    _dress(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cells(number: int, row: Row) -> list[Any]:
    return [
        number,
        _safe(row.indicator.name),
        _safe(row.indicator.measure),
        _scaled(row.plan.value, row) if row.plan else "",
        _done(row),
        _percent(row),
        _safe(_note(row)),
    ]


def _scaled(value: Decimal, row: Row) -> Decimal:
    return value / MILLION if row.indicator.is_money else value


def _done(row: Row) -> Any:
    """A plain number stays a number; one with a bound is told in words."""
    tally = row.total
    if tally.range:
        return "–".join(grouped(end) for end in tally.range)
    if tally.amount is None:
        return _("không rõ số") if tally.unknown else ""
    value = _scaled(tally.amount.value, row)
    if tally.amount.bound == Bound.EXACTLY and not tally.is_in_doubt:
        return value
    if tally.is_in_doubt and tally.least:
        return f"{grouped(_scaled(tally.least.value, row))}–{grouped(value)}"
    return f"{tally.amount.bound.label} {grouped(value)}"


def _percent(row: Row) -> str:
    far = row.percent
    if far is None:
        return ""
    bound = "" if far.bound == Bound.EXACTLY else f"{far.bound.label} "
    return f"{bound}{grouped(far.value)}"


def _note(row: Row) -> str:
    parts = [row.missing]
    if row.line and row.line.is_corrected:
        parts.append(_("Đã sửa: %(reason)s") % {"reason": row.line.reason})
    return ". ".join(part for part in parts if part)


def _safe(text: str) -> str:
    """Never a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _dress(sheet: Any) -> None:
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    for cell in [*sheet[1], *sheet[HEAD_ROW]]:
        cell.font = Font(bold=True)
    for line in sheet.iter_rows(min_row=HEAD_ROW):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
