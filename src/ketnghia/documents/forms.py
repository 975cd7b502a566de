"""What people type about files and photos."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm


class PhotoForm(ActionForm):
    caption = forms.CharField(
        label=_("Chú thích"), max_length=300, required=False, help_text=_("Ai, đang làm gì.")
    )
    credit = forms.CharField(label=_("Người chụp"), max_length=120, required=False)
    place = forms.CharField(label=_("Nơi chụp"), max_length=200, required=False)
    taken_on = DayField(label=_("Ngày chụp"), required=False)
    shows_children = forms.BooleanField(
        label=_("Trong ảnh có trẻ em"),
        required=False,
        help_text=_("Ảnh có trẻ em chỉ dùng nội bộ cho tới khi có đồng ý."),
    )
