"""What this room does when something is said below."""

from __future__ import annotations

from ketnghia.activities.events import FiguresChanged
from ketnghia.events import listen_to
from ketnghia.reviews.operations import mark_moved


@listen_to(FiguresChanged)
def tell_frozen_reports(event: FiguresChanged) -> None:
    """A figure changed after its report was handed in: the frozen line says so."""
    mark_moved(units=event.unit_ids, indicators=event.indicator_ids, on=event.on)
