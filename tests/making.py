"""Plain makers of test records: keyword arguments, no hidden relations."""

from __future__ import annotations

from datetime import date
from itertools import count

from ketnghia.accounts.models import User
from ketnghia.units.models import Level, Seat, Unit
from ketnghia.units.operations import found

_numbers = count(1)


def make_user(username: str, *, full_name: str = "") -> User:
    return User.objects.create_user(
        username, f"{username}@example.vn", "mat-khau-thu", full_name=full_name or username.title()
    )


def make_unit(
    name: str,
    *,
    level: Level = Level.PROVINCIAL,
    parent: Unit | None = None,
    kind: Unit.Kind = Unit.Kind.UNION,
    country: str = "VN",
    on: date | None = None,
) -> Unit:
    code = f"thu-{next(_numbers)}"
    return found(name, code=code, level=level, parent=parent, kind=kind, country=country, on=on)


def make_seat(user: User, unit: Unit, role: Seat.Role = Seat.Role.OFFICER) -> Seat:
    return Seat.objects.create(user=user, unit=unit, role=role, valid_from=date(2020, 1, 1))
