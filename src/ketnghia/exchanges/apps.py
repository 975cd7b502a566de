from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ExchangesConfig(AppConfig):
    name = "ketnghia.exchanges"
    verbose_name = _("Giao lưu")

    def ready(self) -> None:
        import ketnghia.exchanges.listeners  # noqa: F401, PLC0415 - models must be ready
        from ketnghia.children.occasions import register  # noqa: PLC0415 - models must be ready
        from ketnghia.exchanges.models import Participation  # noqa: PLC0415 - the same
        from ketnghia.exchanges.occasions import occasion_of_side  # noqa: PLC0415 - the same

        register(Participation, occasion_of_side)
        add_entry(Entry(40, _("Giao lưu"), "exchanges:list", "i-turn", "/giao-luu/", key="l"))
        hang("agreements.duty", Panel(10, _("Cuộc giao lưu có thể tính"), "exchanges:for_duty"))
        hang("agreements.agreement", Panel(10, _("Giao lưu"), "exchanges:for_agreement"))
