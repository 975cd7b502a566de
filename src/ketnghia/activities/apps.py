from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ActivitiesConfig(AppConfig):
    name = "ketnghia.activities"
    verbose_name = _("Hoạt động")

    def ready(self) -> None:
        add_entry(Entry(50, _("Hoạt động"), "activities:list", "i-plus", "/hoat-dong/", key="a"))
        hang("agreements.duty", Panel(20, _("Hoạt động có thể tính"), "activities:for_duty"))
