from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ChildrenConfig(AppConfig):
    name = "ketnghia.children"
    verbose_name = _("Thiếu nhi")

    def ready(self) -> None:
        add_entry(
            Entry(85, _("Thiếu nhi"), "children:list", "i-child", "/thieu-nhi/", in_more=True)
        )
        hang("units.unit", Panel(80, _("Người giữ danh sách thiếu nhi"), "children:for_unit"))
