"""Fields of figures: numbers as spoken, the indicators a unit may report under."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Indicator
from ketnghia.vietnamese.numbers import spoken
from ketnghia.vietnamese.quantities import quantities


class SpokenNumberField(forms.Field):
    """A number as it is said: 1.900, 40 triệu, 1,5 tỷ, một trăm."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal):
            return value
        found = quantities(str(value))
        if len(found) != 1:
            raise ValidationError(_("Không đọc được số này. Gõ như 1.900 hoặc 40 triệu."))
        return found[0].value

    def prepare_value(self, value: Any) -> Any:
        return spoken(value) if isinstance(value, Decimal | int) else value


class IndicatorField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An indicator, told with its unit, in the groups of the report."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("empty_label", _("Chưa rõ, chọn sau"))
        super().__init__(Indicator.objects.none(), **options)

    def offer(self, indicators: QuerySet[Indicator]) -> None:
        """What may be chosen; read once, however many lines of a page offer it."""
        self.queryset = indicators
        self.names = {str(one.pk): one.name for one in indicators}
        listed = [(one.pk, self.label_from_instance(one)) for one in indicators]
        self.choices = [("", self.empty_label), *listed]

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.group}{obj.code}. {obj.name} ({obj.measure})"
