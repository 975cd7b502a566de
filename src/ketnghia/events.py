"""What happened, told upwards: a room publishes, rooms above listen in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True)
class Event:
    """Base of every event: a frozen dataclass of ids and plain values, named in the past tense."""


E = TypeVar("E", bound=Event)
_listeners: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)


def listen_to(kind: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register a listener; it runs inside the publisher's transaction, in order of registration."""

    def register(listener: Callable[[E], None]) -> Callable[[E], None]:
        _listeners[kind].append(listener)
        return listener

    return register


def publish(event: Event) -> None:
    """Run every listener of the event; one that raises undoes the whole change."""
    for listener in _listeners[type(event)]:
        listener(event)


def listeners(kind: type[Event]) -> list[Callable[[Any], None]]:
    """Who listens to an event, in order: for the page of events in the docs."""
    return list(_listeners[kind])
