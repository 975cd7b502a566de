from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry


class OverviewConfig(AppConfig):
    name = "ketnghia.overview"
    verbose_name = _("Tổng quan")

    def ready(self) -> None:
        add_entry(Entry(10, _("Hôm nay"), "overview:home", "i-home", "/", key="h"))
        add_entry(Entry(20, _("Quan hệ"), "overview:relations", "i-ties", "/quan-he/", key="q"))
