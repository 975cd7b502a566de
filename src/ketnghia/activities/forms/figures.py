"""What people type about figures: lines understood from a text, each with its pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.forms.fields import IndicatorField, SpokenNumberField
from ketnghia.activities.hearing import MONEY, Heard
from ketnghia.activities.models import Figure, Indicator
from ketnghia.activities.operations import Line
from ketnghia.amounts.bounds import Bound
from ketnghia.ui.forms import ActionForm

MOST_LINES = 20


class LineForm(ActionForm):
    """One figure; left without a number it means that nobody knows how many."""

    indicator = IndicatorField(label=_("Chỉ tiêu"), required=False)
    bound = forms.ChoiceField(label=_("Mức"), choices=Bound, initial=Bound.EXACTLY)
    value = SpokenNumberField(
        label=_("Số"), required=False, help_text=_("Để trống nếu có làm mà không rõ số.")
    )
    measure = forms.CharField(label=_("Đơn vị tính"), max_length=60)
    what = forms.CharField(label=_("Số liệu về"), max_length=200, required=False)
    form = forms.ChoiceField(label=_("Bằng gì"), choices=Figure.Form, required=False)
    fund = forms.ChoiceField(label=_("Nguồn tiền"), choices=Figure.Fund, required=False)
    said = forms.CharField(
        label=_("Câu gốc"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Câu hoặc dòng mà số này được nêu."),
    )

    def __init__(
        self, *args: Any, indicators: QuerySet[Indicator] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        field = self.fields["indicator"]
        assert isinstance(field, IndicatorField)  # noqa: S101 - declared above
        field.offer(indicators if indicators is not None else Indicator.objects.none())

    @property
    def line(self) -> Line:
        data = self.cleaned_data
        names = ("what", "value", "measure", "bound", "indicator", "form", "fund", "said")
        return Line(**{name: data[name] for name in names})

    @property
    def name_shown(self) -> str:
        """The indicator as it is chosen now; empty where a person has to choose."""
        chosen = self["indicator"].value()
        key = str(getattr(chosen, "pk", chosen) or "")
        names: dict[str, str] = getattr(self.fields["indicator"], "names", {})
        return names.get(key, "")

    @property
    def words_shown(self) -> str:
        """The number as it stands in the fields now, for the line above the pen."""
        bound, value = self["bound"].value(), self["value"].value()
        number = self.fields["value"].prepare_value(value) or ""
        said = "" if bound == Bound.EXACTLY else str(Bound(bound).label) if bound in Bound else ""
        return " ".join(word for word in (said, str(number), self["measure"].value() or "") if word)

    @property
    def keeps_bound(self) -> bool:
        return bool(self["bound"].value() != Bound.EXACTLY)

    @property
    def is_money(self) -> bool:
        return bool(self["measure"].value() == MONEY)


class FigureForm(LineForm):
    """One figure of an activity that is already recorded."""

    out_of = SpokenNumberField(
        label=_("Trên tổng số"), required=False, help_text=_("Chỉ cho tỷ lệ: 150 trên 200.")
    )
    said_in = forms.CharField(
        label=_("Ở đâu"), max_length=200, required=False, help_text=_("Ví dụ: Báo cáo, đoạn 2.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        return {"line": Line(**data)} if not self.errors else data


class Lines:
    """The figures of one activity as a form shows them; empty when nothing was typed."""

    def __init__(
        self,
        indicators: QuerySet[Indicator],
        *,
        data: Any = None,
        heard: Sequence[Heard] | None = None,
    ) -> None:
        self.is_heard = heard is not None
        size = len(heard) if heard is not None else _size(data)
        corrected = _corrected(data) if heard is not None else {}
        self.forms = [
            LineForm(
                None if heard is not None else data,
                prefix=f"line-{place}",
                indicators=indicators,
                initial=corrected.get(heard[place].said) or _initial(heard[place])
                if heard is not None
                else None,
            )
            for place in range(min(size, MOST_LINES))
        ]

    def __bool__(self) -> bool:
        return bool(self.forms)

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in self.forms]
        return all(valid)

    def lines(self, *, are_inside: bool) -> list[Line]:
        """Every figure; goods lie inside the one sum of money where the person said so."""
        lines = [form.line for form in self.forms]
        money = [place for place, line in enumerate(lines) if _is_money(line)]
        if not are_inside or len(money) != 1:
            return lines
        return [
            line if place == money[0] or not _is_goods(line) else replace(line, inside=money[0])
            for place, line in enumerate(lines)
        ]


def _size(data: Any) -> int:
    size = data.get("lines", "") if data else ""
    return int(size) if size.isdecimal() and size.isascii() and len(size) <= 2 else 0  # noqa: PLR2004


def _corrected(data: Any) -> dict[str, dict[str, Any]]:
    """What a person already mended with the pen, by the words it was heard from."""
    found = {}
    for place in range(min(_size(data), MOST_LINES)):
        typed = {name: data.get(f"line-{place}-{name}", "") for name in LineForm.base_fields}
        if typed["said"]:
            found[typed["said"]] = typed
    return found


def _initial(heard: Heard) -> dict[str, Any]:
    names = ("indicator", "bound", "value", "measure", "what", "said")
    return {name: getattr(heard, name) for name in names}


def _is_money(line: Line) -> bool:
    return line.measure == MONEY


def _is_goods(line: Line) -> bool:
    return line.indicator is not None and line.indicator.is_goods


def inside_question(heard: Sequence[Heard]) -> tuple[Heard, Heard] | None:
    """The goods and the one sum of money they may lie in; None where nothing has to be asked."""
    money = [one for one in heard if one.is_money]
    goods = [one for one in heard if one.indicator and one.indicator.is_goods]
    return (goods[0], money[0]) if len(money) == 1 and goods else None
