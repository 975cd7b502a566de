"""What people type about themselves."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.forms import ActionForm


class AcceptanceForm(ActionForm):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        help_text=_("Chữ không dấu, số, dấu chấm; không có dấu cách."),
        widget=forms.TextInput({"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        help_text=_("Ít nhất 10 ký tự. Một câu dễ nhớ thì tốt hơn một từ khó."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


class ProfileForm(ActionForm):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    has_single_keys = forms.BooleanField(label=_("Dùng phím tắt một chữ (/ ? g h)"), required=False)
