"""Addresses within the agenda: another month, week or day, with the same filters."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.urls import reverse

KEPT = ("unit", "reach", "partner", "kind")


class Addresses:
    """Where the links of a page lead."""

    def __init__(self, request: HttpRequest) -> None:
        self._query = request.GET

    def to(self, name: str, **words: str) -> str:
        """A page of the agenda with the filters kept and these words of its own."""
        query = self._query.copy()
        query.clear()
        for key in KEPT:
            if self._query.get(key):
                query[key] = self._query[key]
        for key, value in words.items():
            query[key] = value
        address = reverse(f"agenda:{name}")
        return f"{address}?{query.urlencode()}" if query else address

    def day(self, on: date) -> str:
        """The day within its week."""
        return f"{self.to('week', day=on.isoformat())}#ngay-{on.isoformat()}"
