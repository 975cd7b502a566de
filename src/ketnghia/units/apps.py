from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry


class UnitsConfig(AppConfig):
    name = "ketnghia.units"
    verbose_name = _("Đơn vị")

    def ready(self) -> None:
        add_entry(
            Entry(60, _("Đơn vị"), "units:tree", "i-list", "/don-vi/", in_tabbar=False, key="d")
        )
