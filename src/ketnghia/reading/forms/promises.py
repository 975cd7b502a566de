"""A promise put right: its wording and how it is understood."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.terms import Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.reading.forms.shapes import FieldForm
from ketnghia.reading.models import Field

MOST = 100_000


class CommitmentForm(FieldForm):
    """Up to two ways, either of which is enough."""

    blank: ClassVar[Any] = {
        "wording": "",
        "rhythm": "each_year",
        "who": "jointly",
        "where": "anywhere",
        "ways": [{"counted": "exchange", "bound": "at_least", "quantity": 1}],
    }
    wording = forms.CharField(label=_("Lời cam kết"), widget=forms.Textarea({"rows": 3}))
    rhythm = forms.ChoiceField(
        label=_("Nhịp"), choices=[(r.value, r.label) for r in (Rhythm.EACH_YEAR, Rhythm.OVER_TERM)]
    )
    who = forms.ChoiceField(
        label=_("Ai làm"), choices=[(w.value, w.label) for w in (Who.JOINTLY, Who.EACH_SIDE)]
    )
    where = forms.ChoiceField(label=_("Ở đâu"), choices=Where)
    bound = forms.ChoiceField(label=_("Mức"), choices=Bound)
    quantity = forms.IntegerField(label=_("Bao nhiêu"), min_value=1, max_value=MOST)
    counted = forms.ChoiceField(label=_("Việc gì"), choices=Counted)
    quantity_2 = forms.IntegerField(
        label=_("Hoặc bao nhiêu"), min_value=1, max_value=MOST, required=False
    )
    counted_2 = forms.ChoiceField(
        label=_("Hoặc việc gì"), required=False, choices=[("", "—"), *Counted.choices]
    )

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        told = field.value
        first, *others = told["ways"]
        second = others[0] if others else {}
        plain = {name: told[name] for name in ("wording", "rhythm", "who", "where")}
        other = {f"{name}_2": second.get(name) for name in ("quantity", "counted")}
        return {**plain, **first, **other}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        ways = [{name: typed[name] for name in ("counted", "bound", "quantity")}]
        if typed["counted_2"]:
            quantity = typed["quantity_2"] or typed["quantity"]
            second = {"counted": typed["counted_2"], "bound": typed["bound"], "quantity": quantity}
            ways.append(second)
        plain = {name: typed[name] for name in ("wording", "rhythm", "who", "where")}
        return {"value": {**plain, "ways": ways}}
