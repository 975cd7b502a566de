"""Giving people their seats."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import Invitation, User
from ketnghia.accounts.operations import invite
from ketnghia.units.models import Seat, SeatOffer, Unit


def give_seat(unit: Unit, *, user: User, role: str) -> Seat:
    """Let somebody who signs in already work in a unit from today on."""
    if unit.ended_on and unit.ended_on <= localdate():
        raise ValidationError(_("Đơn vị đã kết thúc; cấp quyền ở đơn vị kế thừa."))
    if unit.seats.held_on(localdate()).filter(user=user, role=role).exists():
        raise ValidationError({"user": _("Đồng chí này đang có quyền ấy rồi.")})
    return Seat.objects.create(user=user, unit=unit, role=role)


@transaction.atomic
def offer_seat(
    unit: Unit, *, email: str, full_name: str, role: str, by: User
) -> tuple[Invitation, str]:
    """Invite somebody without an account; returns the invitation and the secret of its link."""
    if unit.ended_on and unit.ended_on <= localdate():
        raise ValidationError(_("Đơn vị đã kết thúc; mời vào đơn vị kế thừa."))
    invitation, secret = invite(email=email, full_name=full_name, by=by)
    SeatOffer.objects.create(invitation=invitation, unit=unit, role=role)
    return invitation, secret


def grant_offered(*, invitation: int, user: int) -> None:
    """Give what was offered; a unit that ended meanwhile leaves it to whom it went."""
    for offer in SeatOffer.objects.filter(invitation=invitation).select_related("unit"):
        for unit in offer.unit.heirs():
            Seat.objects.create(user_id=user, unit=unit, role=offer.role)


def end_seat(seat: Seat) -> None:
    """From today on the person no longer works there; that they did stays on record."""
    if seat.valid_until is not None:
        raise ValidationError(_("Quyền này đã hết rồi."))
    seat.valid_until = localdate() - timedelta(days=1)
    seat.save(update_fields=["valid_until"])
