"""What happens to accounts."""

from __future__ import annotations

from dataclasses import dataclass

from ketnghia.events import Event


@dataclass(frozen=True)
class InvitationAccepted(Event):
    """Somebody followed an invitation and now has an account."""

    invitation_id: int
    user_id: int
