"""The main menu: rooms add their entries when they are ready."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True, order=True)
class Entry:
    """One line of the menu. `prefix` is the start of the paths that belong to it.

    `in_tabbar`: one of the four at the thumb's reach on a phone. `in_more`: used now and then, so
    it stands behind "Thêm". `in_foot`: about the person who is signed in, so it stands at the foot
    beside their name.
    """

    order: int
    label: str | Promise = field(compare=False)
    url_name: str = field(compare=False)
    icon: str = field(compare=False)
    prefix: str = field(compare=False)
    in_tabbar: bool = field(compare=False, default=False)
    in_more: bool = field(compare=False, default=False)
    key: str = field(compare=False, default="")
    in_foot: bool = field(compare=False, default=False)

    def is_current(self, path: str) -> bool:
        return path == self.prefix if self.prefix == "/" else path.startswith(self.prefix)


_entries: list[Entry] = []


def add_entry(entry: Entry) -> None:
    if entry.url_name not in {other.url_name for other in _entries}:
        _entries.append(entry)
        _entries.sort()


def entries() -> list[Entry]:
    return [entry for entry in _entries if not entry.in_foot]


@dataclass(frozen=True)
class Item:
    """An entry on one page: whether the page belongs to it."""

    entry: Entry
    is_current: bool


class Menu:
    """The menu as one page shows it, by where its entries stand."""

    def __init__(self, path: str) -> None:
        self.all = [Item(entry, entry.is_current(path)) for entry in entries()]

    @property
    def main(self) -> list[Item]:
        return [item for item in self.all if not item.entry.in_more]

    @property
    def more(self) -> list[Item]:
        return [item for item in self.all if item.entry.in_more]

    @property
    def tabs(self) -> list[Item]:
        return [item for item in self.all if item.entry.in_tabbar]

    @property
    def beyond_tabs(self) -> list[Item]:
        return [item for item in self.all if not item.entry.in_tabbar]


def foot_entries() -> list[Entry]:
    return [entry for entry in _entries if entry.in_foot]
