"""What people type about one line of a programme."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.exchanges.forms.fields import HoursField, PeopleField
from ketnghia.exchanges.models import Exchange, ProgrammeItem, Site
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.vietnamese.dates import long_day

DAYS_IN_A_CHOICE = 31


class ItemForm(ActionForm):
    on = DayField(label=_("Ngày"), required=False)
    hours = HoursField(
        label=_("Giờ hoặc buổi"),
        required=False,
        max_length=40,
        help_text=_("7h30, 7h30–9h, sáng, chiều."),
        widget=forms.TextInput({"autofocus": True}),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=ProgrammeItem.Kind)
    title = forms.CharField(
        label=_("Nội dung"),
        max_length=300,
        required=False,
        help_text=_("Để trống thì lấy tên địa điểm."),
    )
    site = FinderField(
        Site.objects.all(),
        url_name="exchanges:site_find",
        label=_("Địa điểm trong sổ"),
        required=False,
    )
    place = forms.CharField(label=_("Nơi"), max_length=200, required=False)
    chairs = PeopleField(
        label=_("Chủ trì"),
        required=False,
        help_text=_("Mỗi dòng một người: họ tên, chức vụ."),
    )
    in_charge = forms.CharField(label=_("Người phụ trách"), max_length=120, required=False)

    def __init__(self, *args: Any, exchange: Exchange, **options: Any) -> None:
        super().__init__(*args, **options)
        number = (exchange.ends_on - exchange.begins_on).days + 1
        if number <= DAYS_IN_A_CHOICE:
            days = [exchange.begins_on + timedelta(days=at) for at in range(number)]
            choices = [(day.isoformat(), long_day(day)) for day in days]
            self.fields["on"].widget = forms.Select(choices=[*choices, ("", _("Chưa rõ ngày"))])


def said(item: ProgrammeItem) -> dict[str, Any]:
    """What the form of an item starts from."""
    return {
        "on": item.on.isoformat() if item.on else "",
        "hours": item.when,
        "kind": item.kind,
        "title": item.title,
        "site": item.site_id,
        "place": item.place,
        "chairs": "\n".join(
            f"{chair.person}, {chair.title}" if chair.title else str(chair.person)
            for chair in item.chairs.select_related("person")
        ),
        "in_charge": item.in_charge.name if item.in_charge else "",
    }
