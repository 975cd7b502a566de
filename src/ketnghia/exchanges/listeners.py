"""What this room does when one of its exchanges changes."""

from __future__ import annotations

from ketnghia.children.operations import purpose_ended, shift_lists
from ketnghia.events import listen_to
from ketnghia.exchanges.events import ExchangeCancelled, ExchangeMoved
from ketnghia.exchanges.models import Participation


@listen_to(ExchangeMoved)
def names_are_erased_later_or_sooner(event: ExchangeMoved) -> None:
    """An exchange on other days has its children's names erased on another day."""
    for side in Participation.objects.filter(exchange=event.exchange_id):
        shift_lists(side, last_day=event.ends_on)


@listen_to(ExchangeCancelled)
def names_lose_their_purpose(event: ExchangeCancelled) -> None:
    """An exchange that was called off needs no names."""
    for side in Participation.objects.filter(exchange=event.exchange_id):
        purpose_ended(side)
