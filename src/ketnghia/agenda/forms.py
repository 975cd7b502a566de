"""What narrows the agenda, and what a feed shows."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.agenda.scopes import Scope, scope_of
from ketnghia.agenda.sources import SOURCES
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

OWN, BELOW = "own", "below"
REACHES = [(OWN, _("Riêng đơn vị đó")), (BELOW, _("Cả các đơn vị bên dưới"))]
OUTSIDE = _("Đơn vị này ngoài phạm vi của đồng chí. Chọn đơn vị khác, hoặc để trống.")
KINDS = [(source.key, source.label) for source in SOURCES if not source.detail_of]


class AgendaFilter(forms.Form):
    """Whose work, with whom, and of which kind; without a unit: where one has a seat."""

    unit = FinderField(
        Unit.objects.none(), url_name="units:find", label=_("Đơn vị"), required=False
    )
    reach = forms.ChoiceField(label=_("Phạm vi"), choices=REACHES, required=False)
    partner = forms.CharField(label=_("Đối tác"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Loại"), choices=[("", _("Mọi loại")), *KINDS], required=False)

    def __init__(self, data: Any, *, user: User) -> None:
        super().__init__(data)
        self.user = user
        field: Any = self.fields["unit"]
        field.queryset = Unit.objects.visible_to(user)
        field.error_messages["invalid_choice"] = OUTSIDE

    @cached_property
    def wanted(self) -> dict[str, Any]:
        """What was asked for and can be answered."""
        self.is_valid()
        return self.cleaned_data

    @property
    def is_narrowed(self) -> bool:
        return any(self.data.get(name) for name in ("unit", "reach", "partner", "kind"))

    @cached_property
    def scope(self) -> Scope:
        return scope_of(
            self.user,
            self.wanted.get("unit"),
            with_below=self.wanted.get("reach") == BELOW,
            partner=self.wanted.get("partner", ""),
            kind=self.wanted.get("kind", ""),
        )


class ListFilter(AgendaFilter):
    """The same over a list, of which one may ask for a day or for what is past."""

    past = forms.BooleanField(widget=forms.HiddenInput, required=False)
    day = DayField(widget=forms.HiddenInput, required=False)

    @property
    def chosen_day(self) -> date | None:
        day: date | None = self.wanted.get("day")
        return day

    @property
    def is_past(self) -> bool:
        return bool(self.wanted.get("past")) and self.chosen_day is None


class FeedForm(ActionForm):
    """Whose work the calendar is to show; without a unit: where one has a seat."""

    unit = FinderField(
        Unit.objects.none(),
        url_name="units:find",
        label=_("Đơn vị"),
        required=False,
        help_text=_("Để trống: việc của đơn vị đồng chí có vai trò."),
    )
    with_below = forms.BooleanField(label=_("Kể cả các đơn vị bên dưới"), required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["unit"]
        field.queryset = Unit.objects.visible_to(user)
        field.error_messages["invalid_choice"] = OUTSIDE


def day_in(text: str) -> date:
    """The day in an address; today where it is none."""
    try:
        return DayField(required=False).clean(text) or localdate()
    except forms.ValidationError:
        return localdate()
