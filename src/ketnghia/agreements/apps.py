from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class AgreementsConfig(AppConfig):
    name = "ketnghia.agreements"
    verbose_name = _("Văn bản")

    def ready(self) -> None:
        from ketnghia.agreements.listeners import papers_of  # noqa: PLC0415 - models must be ready
        from ketnghia.units.concerned import register  # noqa: PLC0415 - models must be ready

        register(papers_of)
        hang("units.unit", Panel(10, _("Văn bản đang có hiệu lực"), "agreements:for_unit"))
        add_entry(Entry(30, _("Văn bản"), "agreements:list", "i-paper", "/van-ban/", key="v"))
