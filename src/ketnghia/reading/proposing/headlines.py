"""The headline of an article as a person sees it; no database."""

from __future__ import annotations

from ketnghia.vietnamese.text import fold

FEWEST_WORDS = 4


def headline_of(text: str) -> str:
    """The first line that reads like Vietnamese words; a menu's line above it does not."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if _is_headline(line)), lines[0] if lines else "")


def _is_headline(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS and fold(line) != line.lower()
