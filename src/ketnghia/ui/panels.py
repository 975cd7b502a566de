"""Places on a page where rooms above hang what belongs there; each panel is a page of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True, order=True)
class Panel:
    """A part of a page that a higher room serves at `url_name` with the subject's key."""

    order: int
    title: str | Promise = field(compare=False)
    url_name: str = field(compare=False)


_hung: dict[str, list[Panel]] = defaultdict(list)


def hang(place: str, panel: Panel) -> None:
    """Hang a panel; done in a room's `ready()`. The same panel is hung once."""
    if panel.url_name not in {other.url_name for other in _hung[place]}:
        _hung[place] = sorted([*_hung[place], panel])


def panels_at(place: str) -> list[Panel]:
    return _hung[place]
