"""Taking articles in, reading them, deciding about what was found, and writing it."""

from __future__ import annotations
