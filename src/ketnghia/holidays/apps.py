from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HolidaysConfig(AppConfig):
    name = "ketnghia.holidays"
    verbose_name = _("Ngày nghỉ, ngày lễ")
