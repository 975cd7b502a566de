"""Rows of all sources as one list by day, of which only a page is ever read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import merge
from typing import Any

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.gathering import chosen, tell
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Rows, Source

Line = tuple[date, int, Any]


@dataclass(frozen=True)
class Asked:
    """Which part of the list: what comes, what is past, or one day; within which days."""

    words: str = ""
    day: date | None = None
    is_past: bool = False
    within: tuple[date, date] | None = None
    details: bool = False


class Merged:
    """What comes from today on, or what is past, newest first; or the things of one day."""

    def __init__(self, scope: Scope, asked: Asked, *, today: date) -> None:
        self.scope = scope
        self.asked = asked
        self.today = today
        self.sources = chosen(scope, details=asked.details)

    @cached_property
    def _rows(self) -> list[Rows]:
        return [self._rows_of(source) for source in self.sources]

    def _rows_of(self, source: Source) -> Rows:
        asked = self.asked
        rows = source.search(source.found(self.scope), asked.words)
        if asked.within:
            rows = source.between(rows, *asked.within)
        if asked.day:
            rows = source.between(rows, asked.day, asked.day)
        elif asked.is_past:
            rows = source.past(rows, self.today)
        else:
            rows = source.coming(rows, self.today)
        return source.in_order(rows, newest_first=asked.is_past)

    @cached_property
    def number(self) -> int:
        return sum(
            source.number(rows) for source, rows in zip(self.sources, self._rows, strict=True)
        )

    def count(self) -> int:
        """How many there are; as the paginator asks."""
        return self.number

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Entry]:
        return iter(self[: self.number])

    def __getitem__(self, part: slice) -> list[Entry]:
        """As many rows of each source as the page could need, put in one order."""
        lines = [
            [self._line(place, row) for row in rows[: part.stop]]
            for place, rows in enumerate(self._rows)
        ]
        page = list(merge(*lines, key=lambda line: line[0], reverse=self.asked.is_past))[part]
        by_source = [
            (source, [row for _day, number, row in page if number == place])
            for place, source in enumerate(self.sources)
        ]
        told = {(entry.source, entry.key): entry for entry in tell(by_source, self.today)}
        return [told[self._named(place, row)] for _day, place, row in page]

    def _named(self, place: int, row: Any) -> tuple[str, str]:
        source = self.sources[place]
        return source.key, str(source.key_of(row))

    def _line(self, place: int, row: Any) -> Line:
        return (self._stands_under(self.sources[place].first_day(row)), place, row)

    def day_of(self, entry: Entry) -> date:
        """The day an entry of the list stands under."""
        return self._stands_under(entry.first)

    def _stands_under(self, first: date) -> date:
        """What began before today and goes on stands under today."""
        return first if self.asked.is_past else max(first, self.asked.day or self.today)
