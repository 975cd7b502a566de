from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class CommendationsConfig(AppConfig):
    name = "ketnghia.commendations"
    verbose_name = _("Khen thưởng")

    def ready(self) -> None:
        add_entry(
            Entry(
                65,
                _("Khen thưởng"),
                "commendations:list",
                "i-check",
                "/khen-thuong/",
                in_more=True,
                key="k",
            )
        )
        hang("units.unit", Panel(40, _("Đã được khen"), "commendations:for_unit"))
        hang("reviews.report", Panel(10, _("Khen thưởng"), "commendations:for_report"))
        hang("people.person", Panel(40, _("Đã được khen"), "commendations:for_person"))
