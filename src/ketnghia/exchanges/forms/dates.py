"""What is asked when days for a meeting are looked for."""

from __future__ import annotations

from typing import Any

from django import forms

from ketnghia.accounts.models import User
from ketnghia.exchanges.awaited import Awaited
from ketnghia.exchanges.dates import LONGEST, Asked
from ketnghia.exchanges.forms.fields import AwaitedField
from ketnghia.exchanges.models import Exchange
from ketnghia.exchanges.planning import GUESTS
from ketnghia.exchanges.windows import Span
from ketnghia.ui.fields import DayField
from ketnghia.units.models import Unit


class DatesForm(forms.Form):
    """Read from the address, or from the form of the meeting itself; what is wrong is left out."""

    host = forms.ModelChoiceField(queryset=Unit.objects, required=False)
    begins_on = DayField(required=False)
    ends_on = DayField(required=False)
    weekends = forms.BooleanField(required=False)
    rotation = AwaitedField(required=False)
    exchange = forms.ModelChoiceField(queryset=Exchange.objects, required=False)

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in GUESTS:
            self.fields[name] = forms.ModelChoiceField(queryset=Unit.objects, required=False)
        rotation, exchange = self.fields["rotation"], self.fields["exchange"]
        assert isinstance(rotation, AwaitedField)  # noqa: S101 - declared above
        assert isinstance(exchange, forms.ModelChoiceField)  # noqa: S101 - declared above
        rotation.by = by
        exchange.queryset = Exchange.objects.editable_by(by)

    def asked(self) -> Asked | None:
        """Whom the days are for; None until two units are known."""
        self.is_valid()
        data = self.cleaned_data
        exchange = data.get("exchange")
        units = self._units(exchange)
        if len(units) < 2:  # noqa: PLR2004 - they meet
            return None
        awaited = data.get("rotation")
        typed = self._typed(exchange)
        return Asked(
            units=units,
            length=_length(typed, awaited),
            typed=typed,
            on_weekends=bool(data.get("weekends")),
            due_on=awaited.due_on if awaited else None,
            besides=exchange,
        )

    def _units(self, exchange: Exchange | None) -> list[Unit]:
        if exchange:
            parts = exchange.participations.select_related("unit").prefetch_related("unit__names")
            return [part.unit for part in parts]
        found = [self.cleaned_data.get(name) for name in ("host", *GUESTS)]
        return list({unit.pk: unit for unit in found if unit}.values())

    def _typed(self, exchange: Exchange | None) -> Span | None:
        first, last = self.cleaned_data.get("begins_on"), self.cleaned_data.get("ends_on")
        if exchange and not first:
            first, last = exchange.begins_on, exchange.ends_on
        if first is None or (last and last < first):
            return None
        return Span(first, last or first)


def _length(typed: Span | None, awaited: Awaited | None) -> int:
    """As long as what is typed; else as long as the meeting took the last time."""
    if typed:
        return min((typed.last - typed.first).days + 1, LONGEST)
    return min(awaited.days or 1, LONGEST) if awaited else 1
