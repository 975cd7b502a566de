from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Link, offer


class OverviewConfig(AppConfig):
    name = "ketnghia.overview"
    verbose_name = _("Tổng quan")

    def ready(self) -> None:
        offer(
            "reading.article", Link(10, _("Xem quan hệ"), "overview:relation_of_article", "i-ties")
        )
        add_entry(Entry(10, _("Hôm nay"), "overview:home", "i-home", "/", in_tabbar=True, key="h"))
        add_entry(
            Entry(
                20,
                _("Quan hệ"),
                "overview:relations",
                "i-ties",
                "/quan-he/",
                in_tabbar=True,
                key="q",
            )
        )
