"""Tying names of an article to the registers: units of that day's names, people by theirs."""

from __future__ import annotations
