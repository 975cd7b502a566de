"""A promise heard in a sentence: the fields a form starts from."""

from __future__ import annotations

from typing import Any

from ketnghia.agreements.models import Agreement
from ketnghia.agreements.terms import Area, Counted
from ketnghia.agreements.understanding import understand
from ketnghia.amounts.bounds import Bound


def heard(sentence: str, agreement: Agreement) -> dict[str, Any]:
    """The fields of a promise as its sentence says them, for the form to start from."""
    parties = list(agreement.parties.select_related("unit").prefetch_related("unit__names"))
    read = understand(sentence, parties=tuple(party.unit.short_name for party in parties))
    first, second = (*read.ways, None, None)[:2]
    return {
        "wording": sentence,
        "rhythm": read.rhythm.value,
        "due_on": read.due_on,
        "who": read.who.value,
        "side": parties[int(read.side.value)].pk if read.side else None,
        "where": read.where.value,
        "counted": first.counted if first else Counted.ACTIVITY,
        "bound": first.bound if first else Bound.AT_LEAST,
        "quantity": first.quantity if first else None,
        "counted_2": second.counted if second else "",
        "quantity_2": second.quantity if second else None,
        "area": AREAS.get(first.counted, Area.OTHER) if first else Area.OTHER,
        "read": read,
    }


# The area a promise most likely belongs to; the officer may choose another.
AREAS: dict[str, str] = {
    Counted.PROJECT: Area.PROJECTS,
    Counted.WELFARE: Area.VOLUNTEERING,
    Counted.VOLUNTEER: Area.VOLUNTEERING,
    Counted.TRAINING: Area.TRAINING,
    Counted.PROPAGANDA: Area.TRADITION,
    Counted.EXCHANGE: Area.EXPERIENCE,
    Counted.MEETING: Area.EXPERIENCE,
    Counted.DELEGATION: Area.EXPERIENCE,
    Counted.SUPPORT: Area.VOLUNTEERING,
}
