"""Exchanges, their programmes, and the gifts that changed hands."""

from __future__ import annotations

from ketnghia.exchanges.models.exchanges import Exchange, ExchangeQuerySet, Participation
from ketnghia.exchanges.models.gifts import Gift
from ketnghia.exchanges.models.programme import ProgrammeItem

__all__ = ["Exchange", "ExchangeQuerySet", "Gift", "Participation", "ProgrammeItem"]
