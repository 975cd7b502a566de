from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang

# Every page of a record tells the words its fields come from.
PANELS = (
    ("agreements.agreement", "reading:for_agreement"),
    ("exchanges.exchange", "reading:for_exchange"),
    ("activities.activity", "reading:for_activity"),
    ("gifts.gift", "reading:for_gift"),
    ("people.person", "reading:for_person"),
)


class ReadingConfig(AppConfig):
    name = "ketnghia.reading"
    verbose_name = _("Đọc tin")

    def ready(self) -> None:
        add_entry(Entry(59, _("Đọc tin"), "reading:list", "i-paper", "/doc-tin/", key="t"))
        for place, door in PANELS:
            hang(place, Panel(90, _("Nguồn"), door))
