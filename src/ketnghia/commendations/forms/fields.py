"""Fields of honouring: money as spoken, how many as told, the unit whose register it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.amounts.bounds import Bound
from ketnghia.units.models import Unit
from ketnghia.vietnamese.numbers import spoken
from ketnghia.vietnamese.quantities import quantities


class MoneyField(forms.Field):
    """Đồng as they are said: 500.000, 300 nghìn, 1,5 triệu."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or isinstance(value, Decimal):
            return value or None
        found = quantities(str(value))
        if len(found) != 1 or found[0].value != int(found[0].value):
            raise ValidationError(_("Không đọc được số tiền. Gõ như 300.000 hoặc 1,5 triệu."))
        return found[0].value

    def prepare_value(self, value: Any) -> Any:
        return spoken(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class Told:
    """How many, with the bound as told."""

    number: int
    bound: str


class ToldNumberField(forms.Field):
    """How many were honoured, as the source says it: 12, trên 20, gần 100."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Told | None:
        if value in self.empty_values:
            return None
        found = quantities(str(value))
        if len(found) != 1 or found[0].value != int(found[0].value) or found[0].value < 1:
            raise ValidationError(_("Không đọc được số này. Gõ như 12 hoặc trên 20."))
        return Told(int(found[0].value), found[0].bound or Bound.EXACTLY)


def own_unit(user: User) -> Unit | None:
    """The unit a person works for first: the highest of their seats."""
    mine = Unit.objects.run_by(user).filter(seats__user=user)
    return mine.order_by("began_on", "pk").first()
