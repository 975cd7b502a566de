"""Changes to orders of hosts and to their turns, one file for each."""

from __future__ import annotations
