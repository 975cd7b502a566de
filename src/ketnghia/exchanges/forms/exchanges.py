"""What people type about exchanges."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.exchanges.models import Exchange
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit


class ExchangeForm(ActionForm):
    kind = forms.ChoiceField(label=_("Loại"), choices=Exchange.Kind)
    title = forms.CharField(label=_("Tên cuộc giao lưu"), max_length=300)
    begins_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu một ngày."))
    place = forms.CharField(label=_("Nơi tổ chức"), max_length=200, required=False)
    host = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị đăng cai"))
    guest = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị khách"))
    children_count = forms.IntegerField(
        label=_("Số thiếu nhi đi cùng"),
        min_value=0,
        required=False,
        help_text=_("Chỉ ghi số, không ghi tên các em."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("host") and data.get("host") == data.get("guest"):
            self.add_error("guest", _("Khách phải là đơn vị khác với bên đăng cai."))
        first, last = data.get("begins_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày kết thúc phải sau ngày bắt đầu."))
        return data
