from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangesConfig(AppConfig):
    name = "ketnghia.exchanges"
    verbose_name = _("Giao lưu")
