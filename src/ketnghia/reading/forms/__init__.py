"""What people give to be read, and what they put right."""

from __future__ import annotations
