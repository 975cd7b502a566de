"""What a source of the agenda is: rows of one kind, and how each is told."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils.functional import Promise

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.vietnamese.text import fold

Rows = Any


@dataclass(frozen=True, kw_only=True)
class Source(ABC):
    """One kind of entry: the rows a scope may show, narrowed by days, and how to tell one.

    `counted` says how many. A source with `detail_of` stands only where a day has room, and is
    chosen together with the kind it belongs to.
    """

    key: str
    model: Any
    label: str | Promise
    counted: Any
    detail_of: str = ""

    @property
    def kind(self) -> str:
        return self.detail_of or self.key

    @abstractmethod
    def found(self, scope: Scope) -> Rows:
        """Every row of the scope, narrowed by the partner's name."""

    @abstractmethod
    def search(self, rows: Rows, words: str) -> Rows:
        """Rows with every word, without marks."""

    @abstractmethod
    def between(self, rows: Rows, first: date, last: date) -> Rows:
        """Rows that go on for at least one of these days."""

    @abstractmethod
    def coming(self, rows: Rows, today: date) -> Rows:
        """Rows that are not over."""

    @abstractmethod
    def past(self, rows: Rows, today: date) -> Rows:
        """Rows that are over."""

    @abstractmethod
    def in_order(self, rows: Rows, *, newest_first: bool = False) -> Rows:
        """Rows by their first day."""

    @abstractmethod
    def number(self, rows: Rows) -> int:
        """How many rows there are."""

    @abstractmethod
    def begun(self, rows: Rows) -> dict[date, int]:
        """How many rows begin on which day."""

    @abstractmethod
    def ended(self, rows: Rows) -> dict[date, int]:
        """How many rows end on which day."""

    @abstractmethod
    def told(self, row: Any, today: date) -> Entry:
        """The entry of a row, as it stands on a day."""

    @abstractmethod
    def first_day(self, row: Any) -> date:
        """The day a row begins."""

    @abstractmethod
    def key_of(self, row: Any) -> int:
        """The key of the record a row tells of."""

    @abstractmethod
    def sides(self, rows: list[Any]) -> dict[int, list[int]]:
        """The units each row is between, by its key."""

    def changes(self, keys: Iterable[int]) -> dict[int, tuple[int, datetime]]:
        """How often each record was written down, and when last."""
        rows = self.model.history.filter(id__in=keys).order_by().values("id")
        counted = rows.annotate(times=Count("history_id"), at=Max("history_date"))
        return {key: (times, at) for key, times, at in counted.values_list("id", "times", "at")}


@dataclass(frozen=True, kw_only=True)
class Stored(Source):
    """A source whose rows the database holds.

    `first` and `last` name the fields of its days, `then` what orders rows of one day, `units` the
    paths to whom it is between, `searched` its folded words.
    """

    rows: Callable[[Scope], QuerySet[Any]]
    tell: Callable[[Any, date], Entry]
    units: tuple[str, ...]
    first: str = "begins_on"
    last: str = "ends_on"
    then: str = "pk"
    searched: str = "search_text"

    def found(self, scope: Scope) -> Rows:
        rows = self.rows(scope)
        for word in fold(scope.partner).split():
            rows = rows.filter(self._is_with(word))
        return rows

    def _is_with(self, word: str) -> Q:
        """One of the units it is between has the word in its names."""
        named = Q()
        for path in self.units:
            wanted = {f"{path}__search_text__contains": word}
            named |= Q(Exists(self.model.objects.filter(pk=OuterRef("pk"), **wanted)))
        return named

    def search(self, rows: Rows, words: str) -> Rows:
        for word in fold(words).split():
            rows = rows.filter(**{f"{self.searched}__contains": word})
        return rows

    def between(self, rows: Rows, first: date, last: date) -> Rows:
        return rows.filter(**{f"{self.first}__lte": last, f"{self.last}__gte": first})

    def coming(self, rows: Rows, today: date) -> Rows:
        return rows.filter(**{f"{self.last}__gte": today})

    def past(self, rows: Rows, today: date) -> Rows:
        return rows.filter(**{f"{self.last}__lt": today})

    def in_order(self, rows: Rows, *, newest_first: bool = False) -> Rows:
        order = [self.first, self.then, "pk"]
        return rows.order_by(*(f"-{name}" if newest_first else name for name in order))

    def number(self, rows: Rows) -> int:
        return int(rows.count())

    def begun(self, rows: Rows) -> dict[date, int]:
        return _by_day(rows, self.first)

    def ended(self, rows: Rows) -> dict[date, int]:
        return _by_day(rows, self.last)

    def told(self, row: Any, today: date) -> Entry:
        return self.tell(row, today)

    def first_day(self, row: Any) -> date:
        first: date = getattr(row, self.first)
        return first

    def key_of(self, row: Any) -> int:
        return int(row.pk)

    def sides(self, rows: list[Any]) -> dict[int, list[int]]:
        """In the order they were written down; a detail stands beside its whole, which tells it."""
        found: dict[int, list[int]] = {}
        if not rows or self.detail_of:
            return found
        keys = [row.pk for row in rows]
        for path in self.units:
            part = path.rpartition("__")[0]
            pairs = self.model.objects.filter(pk__in=keys, **{f"{path}__isnull": False})
            pairs = pairs.order_by(f"{part}__pk" if part else "pk").values_list("pk", path)
            for key, unit in pairs:
                known = found.setdefault(key, [])
                if unit not in known:
                    known.append(unit)
        return found


def _by_day(rows: Rows, name: str) -> dict[date, int]:
    counted = rows.order_by().values(name).annotate(number=Count("pk"))
    return dict(counted.values_list(name, "number"))


@dataclass(frozen=True, kw_only=True)
class Worked(Source):
    """A source whose few entries are worked out, not stored: a list in place of rows."""

    work: Callable[[Scope], list[Entry]]

    def found(self, scope: Scope) -> Rows:
        return self.search(self.work(scope), scope.partner)

    def search(self, rows: Rows, words: str) -> Rows:
        wanted = fold(words).split()
        return [entry for entry in rows if all(word in _names(entry) for word in wanted)]

    def between(self, rows: Rows, first: date, last: date) -> Rows:
        return [entry for entry in rows if entry.first <= last and first <= entry.last]

    def coming(self, rows: Rows, today: date) -> Rows:
        return [entry for entry in rows if entry.last >= today]

    def past(self, rows: Rows, today: date) -> Rows:
        return [entry for entry in rows if entry.last < today]

    def in_order(self, rows: Rows, *, newest_first: bool = False) -> Rows:
        return sorted(rows, key=lambda entry: (entry.first, entry.key), reverse=newest_first)

    def number(self, rows: Rows) -> int:
        return len(rows)

    def begun(self, rows: Rows) -> dict[date, int]:
        return Counter(entry.first for entry in rows)

    def ended(self, rows: Rows) -> dict[date, int]:
        return Counter(entry.last for entry in rows)

    def told(self, row: Any, today: date) -> Entry:  # noqa: ARG002 - it was worked out for a day
        entry: Entry = row
        return entry

    def first_day(self, row: Any) -> date:
        first: date = row.first
        return first

    def key_of(self, row: Any) -> int:
        return int(row.key)

    def sides(self, rows: list[Any]) -> dict[int, list[int]]:
        return {int(entry.key): [unit.pk for unit in entry.units] for entry in rows}


def _names(entry: Entry) -> str:
    return fold(" ".join([entry.title, *(unit.search_text for unit in entry.units)]))
