"""Pages of the agenda."""

from __future__ import annotations
