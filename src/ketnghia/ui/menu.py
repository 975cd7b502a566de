"""The main menu: rooms add their entries when they are ready."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True, order=True)
class Entry:
    """One line of the menu. `prefix` is the start of the paths that belong to it.

    `in_foot`: about the person who is signed in, so it stands at the foot beside their name.
    """

    order: int
    label: str | Promise = field(compare=False)
    url_name: str = field(compare=False)
    icon: str = field(compare=False)
    prefix: str = field(compare=False)
    in_tabbar: bool = field(compare=False, default=True)
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


def foot_entries() -> list[Entry]:
    return [entry for entry in _entries if entry.in_foot]
