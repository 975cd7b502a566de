from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.panels import Inset, Link, Panel, hang, offer, set_in


class RotationsConfig(AppConfig):
    name = "ketnghia.rotations"
    verbose_name = _("Sổ luân phiên")

    def ready(self) -> None:
        import ketnghia.rotations.listeners  # noqa: F401, PLC0415 - models must be ready
        from ketnghia.exchanges.awaited import register  # noqa: PLC0415 - models must be ready
        from ketnghia.rotations.planning import awaited_turn  # noqa: PLC0415 - the same
        from ketnghia.rotations.telling import tell_series, tell_turn  # noqa: PLC0415 - the same

        register(awaited_turn)
        hang("agreements.agreement", Panel(5, _("Đến lượt ai"), "rotations:for_agreement"))
        offer("exchanges.list", Link(10, _("Sổ luân phiên"), "rotations:list"))
        set_in("exchanges.facts", Inset(10, "rotations/part_turn.html", tell_turn))
        set_in("exchanges.series", Inset(10, "rotations/series_head.html", tell_series))
