"""Plain makers of rounds and nominations."""

from __future__ import annotations

from datetime import date

from ketnghia.accounts.models import User
from ketnghia.commendations.models import AwardRound, Honour, Nomination, Proof
from ketnghia.commendations.operations import Recipient, nominate, open_round, submit
from ketnghia.units.models import Unit
from tests.commendations.making import honour, to_unit


def make_award_round(
    unit: Unit,
    *honours: Honour,
    first: date = date(2026, 1, 1),
    last: date = date(2026, 6, 30),
    due_on: date = date(2026, 7, 15),
    collectives: int | None = None,
    people: int | None = None,
    by: User | None = None,
) -> AwardRound:
    """A round of the first half of 2026 for the province's certificate."""
    return open_round(
        unit=unit,
        title="Khen thưởng 6 tháng đầu năm 2026",
        first=first,
        last=last,
        due_on=due_on,
        honours=honours or [honour()],
        collectives=collectives,
        people=people,
        by=by,
    )


def make_nomination(
    made: AwardRound,
    nominator: Unit,
    recipient: Recipient | None = None,
    *,
    given: Honour | None = None,
    reason: str = "Hiến máu tình nguyện",
    keys: tuple[str, ...] = (),
    sent_by: User | None = None,
) -> Nomination:
    """Put a unit forward, the nominating one itself when nobody is named; sent where `sent_by`."""
    nomination = nominate(
        made,
        nominator=nominator,
        honour=given or made.honours.get(),
        recipient=recipient or to_unit(nominator),
        reason=reason,
        proofs=[Proof(kind="activity", key=key, text=key) for key in keys],
        by=sent_by,
    )
    if sent_by:
        submit(nomination, by=sent_by)
    return nomination
