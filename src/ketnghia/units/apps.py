from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry


class UnitsConfig(AppConfig):
    name = "ketnghia.units"
    verbose_name = _("Đơn vị")

    def ready(self) -> None:
        from ketnghia.units.listeners import remember_place  # noqa: PLC0415 - models are ready here

        user_logged_in.connect(remember_place)
        add_entry(Entry(60, _("Đơn vị"), "units:tree", "i-list", "/don-vi/", in_more=True, key="d"))
