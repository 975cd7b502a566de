"""Plain makers of honours, decisions and lines of a register."""

from __future__ import annotations

from datetime import date

from ketnghia.accounts.models import User
from ketnghia.commendations.models import Award, Decision, Honour
from ketnghia.commendations.operations import Recipient, record_decision
from ketnghia.commendations.terms import Kind
from ketnghia.units.models import Unit


def honour(code: str = "provincial-giay-khen") -> Honour:
    """One of the national forms."""
    return Honour.objects.get(code=code)


def make_decision(
    unit: Unit,
    *recipients: Recipient,
    by: User | None = None,
    on: date = date(2026, 3, 20),
    number: str = "",
    given: Honour | None = None,
    keeper: Unit | None = None,
    reason: str = "",
    campaign: str = "",
    takes_numbers: bool = False,
) -> Decision:
    return record_decision(
        keeper=keeper or unit,
        unit=unit,
        honour=given or honour(),
        number=number,
        decided_on=on,
        recipients=recipients,
        reason=reason,
        campaign=campaign,
        takes_numbers=takes_numbers,
        by=by,
    )


def to_unit(unit: Unit, on: date = date(2026, 3, 20)) -> Recipient:
    return Recipient(Kind.COLLECTIVE, unit.name_on(on), unit=unit)


def to_person(name: str, *, title: str = "", of: Unit | None = None) -> Recipient:
    return Recipient(Kind.PERSON, name, title=title, of_unit=of)


def make_award(giver: Unit, receiver: Unit, **facts: object) -> Award:
    return make_decision(giver, to_unit(receiver), **facts).awards.get()  # type: ignore[arg-type]
