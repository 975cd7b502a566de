"""What people type about activities."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.terms import Counted
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit


class ActivityForm(ActionForm):
    title = forms.CharField(label=_("Tên hoạt động"), max_length=300)
    kind = forms.ChoiceField(label=_("Loại"), choices=Counted)
    begins_on = DayField(label=_("Ngày"), initial=localdate)
    ends_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu một ngày."))
    place = forms.CharField(label=_("Nơi làm"), max_length=200, required=False)
    organiser = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị làm"))
    at_unit = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Tại đơn vị"), required=False
    )
    partner = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Đơn vị bạn"), required=False
    )
    participants = forms.IntegerField(label=_("Số người tham gia"), min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("begins_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày kết thúc phải sau ngày bắt đầu."))
        return data
