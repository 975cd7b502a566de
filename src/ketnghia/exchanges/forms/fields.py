"""Hours as they are typed, people one a line with their posts, a meeting that is waited for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.awaited import Awaited, awaited_meeting
from ketnghia.exchanges.hours import Hours, WrongHourError, parse_hours
from ketnghia.vietnamese.text import tidy

SENTENCES = {
    "unreadable": _("Không đọc được giờ này. Gõ như 7h30, 7h30–9h, sáng hoặc chiều."),
    "hour": _("Không có giờ này. Giờ từ 0h00 đến 23h59."),
    "order": _("Giờ kết thúc phải sau giờ bắt đầu."),
}


class HoursField(forms.CharField):
    """7h30, 7h30–9h, 14:00, sáng."""

    def clean(self, value: Any) -> Hours:
        try:
            return parse_hours(super().clean(value) or "")
        except WrongHourError as wrong:
            raise ValidationError(SENTENCES[wrong.code], wrong.code) from wrong


class AwaitedField(forms.CharField):
    """A meeting that is waited for, by its key in the address; only one the person may know of."""

    widget = forms.HiddenInput
    by: User

    def clean(self, value: Any) -> Awaited | None:
        key = super().clean(value)
        found = awaited_meeting(self.by, key) if key else None
        if key and found is None:
            wrong = forms.ModelChoiceField.default_error_messages["invalid_choice"]
            raise ValidationError(wrong, "invalid_choice")
        return found


class PeopleField(forms.CharField):
    """One person a line: name, then the post of that day after the first comma."""

    widget = forms.Textarea({"rows": 2})

    def clean(self, value: Any) -> list[tuple[str, str]]:
        lines = [tidy(line) for line in (super().clean(value) or "").splitlines()]
        parts = [line.partition(",") for line in lines if line]
        return [
            (name.strip(), title.strip()[:200]) for name, _comma, title in parts if name.strip()
        ]
