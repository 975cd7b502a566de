from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.menu import Entry, add_entry
from ketnghia.ui.panels import Panel, hang


class ReviewsConfig(AppConfig):
    name = "ketnghia.reviews"
    verbose_name = _("Sơ kết")

    def ready(self) -> None:
        import ketnghia.reviews.listeners  # noqa: F401, PLC0415 - models must be ready

        add_entry(
            Entry(58, _("Sơ kết"), "reviews:list", "i-list", "/so-ket/", in_tabbar=True, key="s")
        )
        hang("agreements.agreement", Panel(30, _("Rà lại, tổng kết"), "reviews:for_agreement"))
