from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Link, offer


class AgendaConfig(AppConfig):
    name = "ketnghia.agenda"
    verbose_name = _("Lịch")

    def ready(self) -> None:
        add_entry(Entry(55, _("Lịch"), "agenda:month", "i-date", "/lich/", in_more=True, key="i"))
        offer("exchanges.exchange", Link(10, _("Tải vào lịch"), "agenda:exchange", "i-date"))
