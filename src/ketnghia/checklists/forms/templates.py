"""What an administrator types to make the next version of a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ketnghia.checklists.models import Step
from ketnghia.checklists.operations import Line
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Unit

BLANK = 3
AT_MOST = 80
SIDES = [("before", _("trước")), ("after", _("sau"))]


class RevisionForm(ActionForm):
    """One row for every step, and a few blank ones; a row without words is left out."""

    unit = forms.ModelChoiceField(label=_("Bản của đơn vị"), queryset=Unit.objects)
    name = forms.CharField(label=_("Tên danh mục"), max_length=200)

    def __init__(
        self,
        *args: Any,
        units: QuerySet[Unit],
        steps: Sequence[Step],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        choice = self.fields["unit"]
        assert isinstance(choice, forms.ModelChoiceField)  # noqa: S101 - declared above
        choice.queryset = units
        choice.empty_label = None
        sent = self.data.get("size", "")
        self.size = min(int(sent), AT_MOST) if sent.isdecimal() else len(steps) + BLANK
        for place in range(self.size):
            self._add_row(place, steps[place] if place < len(steps) else None)

    def _add_row(self, place: int, step: Step | None) -> None:
        days = step.days if step else None
        self.fields[f"what-{place}"] = forms.CharField(
            label=_("Việc"), max_length=300, required=False, initial=step and step.what
        )
        self.fields[f"days-{place}"] = forms.IntegerField(
            label=_("Số ngày"),
            min_value=0,
            max_value=730,
            required=False,
            initial=None if days is None else abs(days),
        )
        self.fields[f"side-{place}"] = forms.ChoiceField(
            label=_("Trước hay sau"),
            choices=SIDES,
            required=False,
            initial="after" if days and days > 0 else "before",
        )
        self.fields[f"owner-{place}"] = forms.CharField(
            label=_("Ai làm"), max_length=120, required=False, initial=step and step.owner
        )
        self.fields[f"note-{place}"] = forms.CharField(
            label=_("Ghi chú"), max_length=300, required=False, initial=step and step.note
        )
        for name, label in (("is_paper", _("Là văn bản")), ("has_file", _("Kèm tệp"))):
            self.fields[f"{name}-{place}"] = forms.BooleanField(
                label=label, required=False, initial=bool(step and getattr(step, name))
            )

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        names = ("what", "days", "side", "owner", "note", "is_paper", "has_file")
        return [[self[f"{name}-{place}"] for name in names] for place in range(self.size)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        lines = [self._line(data, p) for p in range(self.size) if data.get(f"what-{p}")]
        facts: dict[str, Any] = {key: data[key] for key in ("unit", "name") if key in data}
        return {**facts, "lines": sorted(lines, key=lambda line: line.days)}

    def _line(self, data: dict[str, Any], place: int) -> Line:
        days = data.get(f"days-{place}")
        if days is None and f"days-{place}" not in self.errors:
            self.add_error(f"days-{place}", _("Ghi số ngày; 0 là ngày đầu."))
        sign = 1 if data.get(f"side-{place}") == "after" else -1
        return Line(
            what=data[f"what-{place}"],
            days=sign * (days or 0),
            owner=data.get(f"owner-{place}", ""),
            note=data.get(f"note-{place}", ""),
            has_file=data.get(f"has_file-{place}", False),
            is_paper=data.get(f"is_paper-{place}", False),
        )
