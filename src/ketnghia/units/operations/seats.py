"""Giving people their seats."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.units.models import Seat, Unit


def give_seat(unit: Unit, *, user: User, role: str) -> Seat:
    """Let somebody who signs in already work in a unit from today on."""
    if unit.ended_on and unit.ended_on <= localdate():
        raise ValidationError(_("Đơn vị đã kết thúc; cấp quyền ở đơn vị kế thừa."))
    if unit.seats.held_on(localdate()).filter(user=user, role=role).exists():
        raise ValidationError({"user": _("Đồng chí này đang có quyền ấy rồi.")})
    return Seat.objects.create(user=user, unit=unit, role=role)


def end_seat(seat: Seat) -> None:
    """From today on the person no longer works there; that they did stays on record."""
    if seat.valid_until is not None:
        raise ValidationError(_("Quyền này đã hết rồi."))
    seat.valid_until = localdate() - timedelta(days=1)
    seat.save(update_fields=["valid_until"])
