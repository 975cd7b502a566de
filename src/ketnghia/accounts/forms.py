"""What people type about themselves."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.forms import ActionForm


class SignInForm(LoginForm):  # type: ignore[misc]
    """allauth's own, with a label in Vietnamese; the page has its link to a forgotten password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = _("Tên đăng nhập hoặc thư điện tử")
        for name in ("login", "password"):
            del self.fields[name].widget.attrs["placeholder"]
        self.fields["password"].help_text = ""


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
