"""Entrusting somebody with children's names."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.models import Keeper
from ketnghia.units.models import Seat


def entrust(seat: Seat, *, by: User) -> Keeper:
    """Let whoever sits there keep the lists of that unit, and of no other."""
    today = localdate()
    if not Seat.objects.held_on(today).filter(pk=seat.pk, role__in=Seat.RUNNING).exists():
        raise ValidationError({"seat": _("Chỉ giao cho người đang nhập liệu ở đơn vị này.")})
    if Keeper.objects.on(today).filter(seat__user=seat.user, seat__unit=seat.unit).exists():
        raise ValidationError({"seat": _("Đồng chí này đang giữ danh sách rồi.")})
    return Keeper.objects.create(seat=seat, given_by=by, given_on=today)
