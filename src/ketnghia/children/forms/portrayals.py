"""What is typed about children shown in a picture or story."""

from __future__ import annotations

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.children.terms import Form, Relation
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm


class PortrayalForm(ActionForm):
    number = forms.IntegerField(
        label=_("Số em nhận ra được"),
        min_value=0,
        max_value=500,
        help_text=_("Chỉ đếm em nhìn rõ mặt hoặc có tên. Không em nào thì ghi 0."),
    )


class PortrayalConsentForm(ActionForm):
    covers = forms.IntegerField(label=_("Cho mấy em"), min_value=1, max_value=500, initial=1)
    relation = forms.ChoiceField(label=_("Ai đồng ý"), choices=Relation)
    child_agreed = forms.BooleanField(
        label=_("Các em từ 7 tuổi cũng đồng ý; hoặc các em đều dưới 7 tuổi"), required=False
    )
    form = forms.ChoiceField(label=_("Bằng"), choices=Form)
    given_on = DayField(label=_("Đồng ý ngày"), initial=localdate)
    valid_until = DayField(
        label=_("Đến hết ngày"), help_text=_("Ngày chưa tới thì ghi cả năm: 12/12/2026.")
    )
