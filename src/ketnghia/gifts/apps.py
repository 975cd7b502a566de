from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.panels import Inset, Link, offer, set_in


class GiftsConfig(AppConfig):
    name = "ketnghia.gifts"
    verbose_name = _("Sổ quà và hỗ trợ")

    def ready(self) -> None:
        from ketnghia.gifts.telling import tell_exchange  # noqa: PLC0415 - models must be ready

        offer("exchanges.list", Link(20, _("Sổ quà và hỗ trợ"), "gifts:list"))
        set_in("exchanges.exchange", Inset(10, "gifts/part_gifts.html", tell_exchange))
