from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ChecklistsConfig(AppConfig):
    name = "ketnghia.checklists"
    verbose_name = _("Việc chuẩn bị")

    def ready(self) -> None:
        import ketnghia.checklists.listeners  # noqa: F401, PLC0415 - models must be ready

        add_entry(
            Entry(
                45, _("Chuẩn bị"), "checklists:list", "i-list", "/chuan-bi/", in_more=True, key="c"
            )
        )
        hang("exchanges.preparing", Panel(10, _("Việc chuẩn bị"), "checklists:for_exchange"))
