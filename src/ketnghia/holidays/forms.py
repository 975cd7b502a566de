"""What people type about days off."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.holidays.names import COUNTRIES, HOME
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm

OFF, WORKING = "off", "working"


class DayOffForm(ActionForm):
    country = forms.ChoiceField(label=_("Nước"), choices=list(COUNTRIES.items()), initial=HOME)
    on = DayField(label=_("Ngày"), help_text=_("Ghi cả năm: 31/8/2026."))
    is_off = forms.TypedChoiceField(
        label=_("Nghỉ hay không"),
        choices=[(OFF, _("Được nghỉ")), (WORKING, _("Không nghỉ, đi làm"))],
        coerce=lambda chosen: chosen == OFF,
        widget=forms.RadioSelect,
        initial=OFF,
    )
    name = forms.CharField(
        label=_("Ngày gì"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: nghỉ bù Quốc khánh. Không nghỉ thì để trống."),
    )
    paper = forms.CharField(
        label=_("Theo văn bản"), max_length=300, required=False, help_text=_("Số, ngày, cơ quan.")
    )
