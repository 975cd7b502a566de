from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry


class AccountsConfig(AppConfig):
    name = "ketnghia.accounts"
    verbose_name = _("Tài khoản")

    def ready(self) -> None:
        add_entry(
            Entry(90, _("Tài khoản"), "accounts:profile", "i-pen", "/nguoi-dung/", in_foot=True)
        )
