"""Changes to exchanges and what hangs on them, one file for each subject."""

from __future__ import annotations

from ketnghia.exchanges.operations.crediting import COUNTED, counted, credit, fitting
from ketnghia.exchanges.operations.recording import record

__all__ = ["COUNTED", "counted", "credit", "fitting", "record"]
