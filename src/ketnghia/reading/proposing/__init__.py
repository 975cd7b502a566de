"""From what the engine found to what a person decides about."""

from __future__ import annotations

from ketnghia.reading.proposing.fields import fields_of

__all__ = ["fields_of"]
