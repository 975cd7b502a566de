"""What this room does when somebody signs in."""

from __future__ import annotations

from typing import Any

from ketnghia.accounts.models import Request, User
from ketnghia.units.models import Seat


def remember_place(*, request: Request, user: User, **_signal: Any) -> None:
    """Keep the unit a person sits in for the head of every page, so that no page asks again."""
    seat = Seat.objects.of(user).select_related("unit").first()
    request.session["place"] = seat.unit.name if seat else ""
