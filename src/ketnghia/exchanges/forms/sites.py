"""What people type about sites and good practices."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.models import Exchange, Site
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit


class SiteForm(ActionForm):
    name = forms.CharField(label=_("Tên"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại"), choices=Site.Kind)
    place = forms.CharField(
        label=_("Ở đâu"), max_length=200, required=False, help_text=_("Xã, phường, tỉnh.")
    )
    keeper = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Đơn vị đưa đoàn đến"), required=False
    )
    contact = forms.CharField(
        label=_("Liên hệ trước khi đến"),
        max_length=200,
        required=False,
        help_text=_("Ban quản lý, số điện thoại cơ quan."),
    )
    note = forms.CharField(
        label=_("Điều cần biết"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        help_text=_("Giờ mở cửa, cần mang gì, đi mất bao lâu."),
    )


class PracticeForm(ActionForm):
    name = forms.CharField(label=_("Tên mô hình"), max_length=200)
    home_unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Của đơn vị nào"))
    what = forms.CharField(
        label=_("Làm thế nào"), widget=forms.Textarea({"rows": 4}), required=False
    )
    heard_at = FinderField(
        Exchange.objects.all(),
        url_name="exchanges:find",
        label=_("Nghe ở cuộc giao lưu nào"),
        required=False,
    )
    site = FinderField(
        Site.objects.all(), url_name="exchanges:site_find", label=_("Xem tại"), required=False
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        heard = self.fields["heard_at"]
        assert isinstance(heard, FinderField)  # noqa: S101 - declared above
        heard.queryset = Exchange.objects.visible_to(by).happened()


class AdoptionForm(ActionForm):
    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị học theo"))
    since = DayField(label=_("Làm từ ngày"), initial=localdate)
    result = forms.CharField(
        label=_("Kết quả đến nay"), widget=forms.Textarea({"rows": 3}), required=False
    )


class ResultForm(ActionForm):
    result = forms.CharField(
        label=_("Kết quả đến nay"), widget=forms.Textarea({"rows": 3}), required=False
    )
    stopped_on = DayField(
        label=_("Thôi làm từ ngày"), required=False, help_text=_("Để trống nếu vẫn làm.")
    )
