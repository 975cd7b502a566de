"""What this room does when a room below publishes, and when somebody signs in."""

from __future__ import annotations

from typing import Any

from ketnghia.accounts.events import InvitationAccepted
from ketnghia.accounts.models import Request, User
from ketnghia.events import listen_to
from ketnghia.units.models import Seat
from ketnghia.units.operations import grant_offered


@listen_to(InvitationAccepted)
def seat_the_invited(event: InvitationAccepted) -> None:
    grant_offered(invitation=event.invitation_id, user=event.user_id)


def remember_place(*, request: Request, user: User, **_signal: Any) -> None:
    """Keep the unit a person sits in for the head of every page, so that no page asks again."""
    seat = Seat.objects.of(user).select_related("unit").first()
    request.session["place"] = seat.unit.name if seat else ""
