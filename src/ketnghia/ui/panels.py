"""Places on a page where rooms above put what belongs there.

A panel is a page of its own that is fetched; an inset is drawn with the page; a link leads away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

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


@dataclass(frozen=True, order=True)
class Inset:
    """A part of a page that a higher room draws with it.

    `tell` gives what its template needs to know of the subject beside what the page knows;
    None where there is nothing to draw.
    """

    order: int
    template: str = field(compare=False)
    tell: Callable[[Any], dict[str, Any] | None] = field(compare=False)


_set_in: dict[str, list[Inset]] = defaultdict(list)


def set_in(place: str, inset: Inset) -> None:
    """Set an inset in; done in a room's `ready()`. The same template is set in once."""
    if inset.template not in {other.template for other in _set_in[place]}:
        _set_in[place] = sorted([*_set_in[place], inset])


def insets_at(place: str) -> list[Inset]:
    return _set_in[place]


@dataclass(frozen=True, order=True)
class Link:
    """A way from a page to what a higher room makes of its subject."""

    order: int
    label: str | Promise = field(compare=False)
    url_name: str = field(compare=False)
    icon: str = field(compare=False, default="")


_offered: dict[str, list[Link]] = defaultdict(list)


def offer(place: str, link: Link) -> None:
    """Offer a link; done in a room's `ready()`. The same link is offered once."""
    if link.url_name not in {other.url_name for other in _offered[place]}:
        _offered[place] = sorted([*_offered[place], link])


def links_at(place: str) -> list[Link]:
    return _offered[place]
