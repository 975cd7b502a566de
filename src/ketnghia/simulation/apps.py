from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SimulationConfig(AppConfig):
    name = "ketnghia.simulation"
    verbose_name = _("Mô phỏng")
