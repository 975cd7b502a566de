"""What a keeper types about children; names leave these forms only as particulars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.children.ages import WrongBirthError, has_day, read_birth, shown
from ketnghia.children.reading import AT_MOST, Line
from ketnghia.children.sealing import Particulars
from ketnghia.ui.forms import ActionForm

QUIET = {"autocomplete": "off"}


class BirthField(forms.CharField):
    """A year, or a day with its year."""

    def clean(self, value: Any) -> str:
        try:
            return read_birth(super().clean(value) or "", today=localdate())
        except WrongBirthError as wrong:
            raise ValidationError(
                _("Không đọc được. Ghi năm sinh như 2015, hoặc ngày sinh như 3/4/2015.")
            ) from wrong


def _fields(wanted: Sequence[str]) -> dict[str, forms.Field]:
    """The fields a purpose needs, and no other."""
    born_label = _("Ngày sinh") if "birthday" in wanted else _("Năm sinh")
    fields: dict[str, forms.Field] = {
        "name": forms.CharField(
            label=_("Họ tên"), max_length=120, required=False, widget=forms.TextInput(QUIET)
        ),
        "born": BirthField(
            label=born_label, max_length=20, required=False, widget=forms.TextInput(QUIET)
        ),
    }
    if "unit" in wanted:
        fields["unit"] = forms.CharField(
            label=_("Đơn vị, lớp"), max_length=120, required=False, widget=forms.TextInput(QUIET)
        )
    if "paper" in wanted:
        fields["paper"] = forms.CharField(
            label=_("Số hộ chiếu, giấy thông hành"),
            max_length=20,
            required=False,
            widget=forms.TextInput(QUIET),
        )
    return fields


def _shown(particulars: Particulars) -> dict[str, str]:
    return {
        "name": particulars.name,
        "born": shown(particulars.born),
        "unit": particulars.unit,
        "paper": particulars.paper,
    }


class NamesPasteForm(ActionForm):
    text = forms.CharField(
        label=_("Các em"),
        widget=forms.Textarea({"rows": 8, **QUIET}),
        max_length=40_000,
        help_text=_("Mỗi em một dòng: họ tên, năm sinh, lớp. Dán từ Word, Excel, Zalo cũng được."),
    )


class NamesForm(ActionForm):
    """The lines read, each to be mended before it is kept."""

    def __init__(
        self,
        *args: Any,
        wanted: Sequence[str],
        lines: Sequence[Line] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.wanted = wanted
        sent = self.data.get("size", "")
        self.size = min(int(sent), AT_MOST) if sent.isdecimal() else len(lines)
        for place in range(self.size):
            line = lines[place] if place < len(lines) else None
            self._add_row(place, line)

    def _add_row(self, place: int, line: Line | None) -> None:
        known = _shown(line.particulars) if line else {}
        for name, field in _fields(self.wanted).items():
            field.initial = known.get(name, "")
            self.fields[f"{name}-{place}"] = field

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        return [
            [self[f"{name}-{place}"] for name in _fields(self.wanted)] for place in range(self.size)
        ]

    def clean(self) -> dict[str, Any]:
        """Rows as particulars; an emptied row is left out."""
        data = super().clean() or {}
        children = []
        for place in range(self.size):
            facts = {name: data.get(f"{name}-{place}", "") or "" for name in _fields(self.wanted)}
            if any(facts.values()) or f"born-{place}" in self.errors:
                self._refuse(place, facts)
                children.append(Particulars(**facts))
        if not children and not self.errors:
            self.add_error(None, _("Chưa có em nào. Dán lại danh sách."))
        return {"children": children}

    def _refuse(self, place: int, facts: dict[str, str]) -> None:
        if not facts["name"]:
            self.add_error(f"name-{place}", _("Ghi họ tên của em, hoặc xóa cả dòng."))
        if f"born-{place}" not in self.errors:
            wrong = _wrong_birth(facts["born"], self.wanted)
            if wrong:
                self.add_error(f"born-{place}", wrong)


def _wrong_birth(born: str, wanted: Sequence[str]) -> Any:
    if not born:
        return _("Ghi năm sinh: từ 7 tuổi phải hỏi cả em.")
    if "birthday" in wanted and not has_day(born):
        return _("Mục đích này cần cả ngày sinh, như 3/4/2015.")
    return None


class ChildForm(ActionForm):
    """One child, corrected."""

    def __init__(
        self, *args: Any, wanted: Sequence[str], known: Particulars, **options: Any
    ) -> None:
        super().__init__(*args, initial=_shown(known), **options)
        self.fields |= _fields(wanted)
        for name, asked in (
            ("name", _("Ghi họ tên của em.")),
            ("born", _("Ghi năm sinh: từ 7 tuổi phải hỏi cả em.")),
        ):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = asked

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        return {"particulars": Particulars(**{key: value or "" for key, value in data.items()})}
