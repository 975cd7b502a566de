"""Form fields that read what officers type."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.vietnamese.dates import WrongDayError, day, parse_day

SENTENCES = {
    "unreadable": _("Không đọc được ngày này. Gõ như 28/2/2025."),
    "month": _("Không có tháng %(month)s. Gõ ngày trước, tháng sau, ví dụ 28/2/2025."),
    "day": _("Tháng %(month)s không có ngày %(day)s. Gõ lại, ví dụ 28/2/2025."),
    "far": _("Năm %(year)s chắc là gõ nhầm. Gõ lại cả năm."),
}
OLDEST, NEWEST = date(1930, 1, 1), date(2100, 12, 31)


class DayInput(forms.TextInput):
    """A day as text, day first; a phone offers figures and the slash."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"inputmode": "text", "autocomplete": "off", "size": "12", **(attrs or {})}
        )

    def format_value(self, value: Any) -> str | None:
        return day(value) if isinstance(value, date) else value


class DayField(forms.Field):
    """A day: 1/6, 1/6/21, 30/9/2025, hôm qua; nonsense is refused with what to type instead."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            found = parse_day(str(value), today=localdate())
        except WrongDayError as wrong:
            raise ValidationError(SENTENCES[wrong.code], wrong.code, wrong.words) from wrong
        if not OLDEST <= found <= NEWEST:
            raise ValidationError(SENTENCES["far"], "far", {"year": str(found.year)})
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))
