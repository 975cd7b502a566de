"""Articles that wait for a person, what was found in them, and what was written from them."""

from __future__ import annotations

from ketnghia.reading.models.articles import Article, Batch
from ketnghia.reading.models.findings import Field, Proposal
from ketnghia.reading.models.sources import Source
from ketnghia.reading.models.teaching import Taught

__all__ = ["Article", "Batch", "Field", "Proposal", "Source", "Taught"]
