from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ActivitiesConfig(AppConfig):
    name = "ketnghia.activities"
    verbose_name = _("Hoạt động")

    def ready(self) -> None:
        import ketnghia.activities.listeners  # noqa: F401, PLC0415 - models must be ready

        add_entry(
            Entry(
                50,
                _("Hoạt động"),
                "activities:list",
                "i-plus",
                "/hoat-dong/",
                in_tabbar=True,
                key="a",
            )
        )
        hang("agreements.agreement", Panel(20, _("Hoạt động"), "activities:for_agreement"))
        hang("agreements.duty", Panel(20, _("Hoạt động có thể tính"), "activities:for_duty"))
