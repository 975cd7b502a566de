"""What this room does when a paper below it changes."""

from __future__ import annotations

from ketnghia.agreements.events import AgreementSigned
from ketnghia.agreements.models import Agreement
from ketnghia.events import listen_to
from ketnghia.rotations.operations.orders import carry_over


@listen_to(AgreementSigned)
def keep_the_order(event: AgreementSigned) -> None:
    """Turns go on when a paper is renewed."""
    carry_over(Agreement.objects.get(pk=event.agreement_id))
