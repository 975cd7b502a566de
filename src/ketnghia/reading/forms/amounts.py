"""Numbers put right, typed as they are spoken: figures, money, gifts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.amounts.bounds import Bound
from ketnghia.gifts.worth import (
    Count,
    UnclearWorthError,
    Worth,
    count_words,
    hear_count,
    hear_worth,
    worth_words,
)
from ketnghia.reading.forms.shapes import FieldForm, units_of
from ketnghia.reading.models import Field

# Where a figure of an exchange goes: kept beside it, or the number of its children.
GOES = [("", _("giữ làm nguồn")), ("children", _("số thiếu nhi của cuộc này"))]


def _heard_count(text: str) -> Count | None:
    try:
        return hear_count(text)
    except UnclearWorthError as unclear:
        raise ValidationError(
            _now("Gõ một số như “20 suất quà”, “trên 100 đoàn viên”.")
        ) from unclear


def _heard_worth(text: str) -> Worth | None:
    try:
        return hear_worth(text)
    except UnclearWorthError as unclear:
        raise ValidationError(_now("Gõ một số tiền như “gần 40 triệu”, “100 USD”.")) from unclear


def plain(number: Decimal) -> int | float:
    """As JSON keeps it."""
    return int(number) if number == number.to_integral_value() else float(number)


class FigureForm(FieldForm):
    blank: ClassVar[Any] = {"value": 1, "unit": "", "bound": "exactly"}
    number = forms.CharField(
        label=_("Số liệu"), max_length=200, help_text=_("Gõ như nói: trên 100 đoàn viên.")
    )
    goes = forms.ChoiceField(label=_("Ghi vào"), choices=GOES, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        deed = self.field.article.fields.filter(kind=Field.Kind.DEED).first()
        if deed is None or deed.value["record"] != "exchange":
            del self.fields["goes"]

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        told = field.value
        number = count_words(Decimal(str(told["value"])), told["bound"], told["unit"])
        return {"number": number if told["unit"] else "", "goes": told.get("goes", "")}

    def clean_number(self) -> Count | None:
        return _heard_count(self.cleaned_data["number"])

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        count = typed["number"]
        value = {
            "value": plain(count.number),
            "unit": count.measure,
            "bound": str(count.bound),
            "goes": typed.get("goes", ""),
        }
        return {"value": value}


class MoneyForm(FieldForm):
    blank: ClassVar[Any] = {"amount": 0, "bound": "exactly", "purpose": "", "currency": "VND"}
    amount = forms.CharField(
        label=_("Số tiền"), max_length=100, help_text=_("Gõ như nói: gần 40 triệu.")
    )
    purpose = forms.CharField(label=_("Để làm gì"), max_length=200, required=False)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        told = field.value
        amount = Decimal(str(told["amount"]))
        words = worth_words(amount, told["bound"], told["currency"]) if amount else ""
        return {"amount": words, "purpose": told.get("purpose") or ""}

    def clean_amount(self) -> Worth | None:
        return _heard_worth(self.cleaned_data["amount"])

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        worth = typed["amount"]
        value = {
            "amount": plain(worth.value),
            "bound": str(worth.bound),
            "currency": str(worth.currency),
            "purpose": typed["purpose"],
        }
        return {"value": value}


class GiftForm(FieldForm):
    blank: ClassVar[Any] = {
        "what": "",
        "quantity": None,
        "worth": None,
        "is_each": False,
        "recipient": "",
        "giver": None,
        "receiver": None,
    }
    what = forms.CharField(label=_("Quà gì"), max_length=200, help_text=_("Tiền thì ghi: tiền."))
    number = forms.CharField(label=_("Bao nhiêu"), max_length=60, required=False)
    worth = forms.CharField(label=_("Trị giá"), max_length=60, required=False)
    giver = forms.ChoiceField(label=_("Bên tặng"))
    receiver = forms.ChoiceField(label=_("Bên nhận"))
    recipient = forms.CharField(label=_("Quỹ, người nhận"), max_length=200, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        units = units_of(self.field.article)
        for name in ("giver", "receiver"):
            self.fields[name].choices = units  # type: ignore[attr-defined]

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        told = field.value
        number, worth = told.get("quantity"), told.get("worth")
        return {
            "what": told["what"],
            "number": ""
            if number is None
            else count_words(Decimal(str(number)), Bound.EXACTLY, ""),
            "worth": ""
            if worth is None
            else worth_words(Decimal(str(worth)), Bound.EXACTLY, "VND"),
            "giver": told.get("giver"),
            "receiver": told.get("receiver"),
            "recipient": told.get("recipient", ""),
        }

    def clean_number(self) -> Count | None:
        return _heard_count(self.cleaned_data["number"])

    def clean_worth(self) -> Worth | None:
        return _heard_worth(self.cleaned_data["worth"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("giver") and typed.get("giver") == typed.get("receiver"):
            self.add_error("receiver", _("Bên nhận phải khác bên tặng."))
        return typed

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        number, worth = typed["number"], typed["worth"]
        value = {
            "what": typed["what"],
            "quantity": plain(number.number) if number else None,
            "worth": plain(worth.value) if worth else None,
            "is_each": False,
            "recipient": typed["recipient"],
            "giver": int(typed["giver"]),
            "receiver": int(typed["receiver"]),
        }
        return {"value": value}
