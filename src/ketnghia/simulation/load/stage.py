"""A province small enough to be made in seconds, for a short run."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.activities.operations import load_indicators
from ketnghia.reviews.operations import open_round
from ketnghia.units.models import Level, Seat, Unit
from ketnghia.units.operations import found

SINCE = date(2020, 1, 1)


@transaction.atomic
def set_stage(communes: int) -> None:
    """A centre, a province with so many communes, somebody for each, and an open review."""
    load_indicators()
    centre = found("Trung ương Đoàn", code="mp-tai-tw", level=Level.CENTRAL)
    province = found("Tỉnh đoàn Đo Tải", code="mp-tai-t", level=Level.PROVINCIAL, parent=centre)
    _seat("mp-tai-tinh", province, Seat.Role.LEADER)
    for number in range(1, communes + 1):
        commune = found(
            f"Đoàn xã Đo Tải {number}",
            code=f"mp-tai-{number}",
            level=Level.UPPER_BASE,
            parent=province,
        )
        _seat(f"mp-tai-{number}", commune, Seat.Role.OFFICER)
    today = localdate()
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    open_round(centre, title="Đo tải", first=first, last=last, due_on=last + timedelta(days=10))


def _seat(username: str, unit: Unit, role: Seat.Role) -> None:
    user = User.objects.create(username=username, email=f"{username}@example.vn")
    Seat.objects.create(user=user, unit=unit, role=role, valid_from=SINCE)
