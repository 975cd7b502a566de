"""A list of names as a file: marked with what it is for and until when it may exist."""

from __future__ import annotations

import io

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font

from ketnghia.accounts.models import User
from ketnghia.children.models import ChildList
from ketnghia.children.sheet import name_rows
from ketnghia.children.terms import FIELD_WORDS
from ketnghia.ui.listing import safe_cell
from ketnghia.vietnamese.dates import day

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(child_list: ChildList, *, by: User) -> bytes:
    """The names with a heading that says whose file it is and when it has to be gone."""
    book = Workbook()
    sheet = book.active
    now = timezone.localtime()
    for line in (
        _("Chỉ dùng cho: %(purpose)s") % {"purpose": child_list},
        _("Xóa tệp này trước ngày %(day)s.") % {"day": day(child_list.erase_on)},
        _("%(who)s tải xuống lúc %(time)s ngày %(day)s; không chuyển cho người khác.")
        % {"who": by, "time": f"{now:%H:%M}", "day": day(now.date())},
    ):
        sheet.append([line])
    sheet.append([])
    heads = [_("STT"), *(str(FIELD_WORDS[field]).capitalize() for field in child_list.fields)]
    sheet.append(heads)
    for cell in (sheet["A1"], *sheet[sheet.max_row]):
        cell.font = Font(bold=True)
    for row in name_rows(child_list):
        values = {
            "name": row.who.name,
            "born": row.born,
            "birthday": row.born,
            "unit": row.who.unit,
            "paper": row.who.paper,
        }
        cells = [safe_cell(values[field]) for field in child_list.fields]
        sheet.append([row.child.place, *cells])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
