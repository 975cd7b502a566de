"""What checklists do when an exchange changes."""

from __future__ import annotations

from ketnghia.checklists.operations import move
from ketnghia.events import listen_to
from ketnghia.exchanges.events import ExchangeMoved
from ketnghia.exchanges.models import Exchange


@listen_to(ExchangeMoved)
def due_days_follow(event: ExchangeMoved) -> None:
    """An exchange on other days has its work due on other days."""
    move(Exchange.objects.get(pk=event.exchange_id))
