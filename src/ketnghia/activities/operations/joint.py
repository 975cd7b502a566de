"""Who ran an activity together, in which shares, and what the others say of it."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.activities.models import Activity, Organiser
from ketnghia.activities.operations.ledger import enter
from ketnghia.activities.operations.overlaps import look_for_overlaps
from ketnghia.activities.shares import exceeds_whole
from ketnghia.units.models import Unit


@transaction.atomic
def offer(activity: Activity, *, unit: Unit, share: Decimal | None = None) -> Organiser:
    """Name a unit that joined in; it is asked whether it was so."""
    if activity.organisers.filter(unit=unit).exists():
        raise ValidationError({"unit": _("Đơn vị này đã có trong hoạt động.")})
    _refuse_more_than_whole(activity, share)
    organiser = Organiser.objects.create(
        activity=activity, unit=unit, role=Organiser.Role.JOINT, share=share
    )
    enter(activity)
    look_for_overlaps(activity)
    return organiser


@transaction.atomic
def divide(organiser: Organiser, *, share: Decimal | None) -> None:
    """Say which part of every figure is a unit's own; it is asked again whether it agrees."""
    if organiser.role == Organiser.Role.LEAD:
        raise ValidationError(_("Đơn vị chủ trì nhận phần còn lại. Ghi phần của đơn vị phối hợp."))
    _refuse_more_than_whole(organiser.activity, share, besides=organiser)
    organiser.share = share
    organiser.answer, organiser.answered_by, organiser.answered_at = "none", None, None
    organiser.save(update_fields=["share", "answer", "answered_by", "answered_at"])
    enter(organiser.activity)


@transaction.atomic
def withdraw(organiser: Organiser) -> None:
    """Take a unit that joined in out of an activity."""
    if organiser.role == Organiser.Role.LEAD:
        raise ValidationError(_("Hoạt động phải có đơn vị chủ trì."))
    activity = organiser.activity
    organiser.delete()
    enter(activity)


def _refuse_more_than_whole(
    activity: Activity, share: Decimal | None, *, besides: Organiser | None = None
) -> None:
    others = activity.organisers.filter(role=Organiser.Role.JOINT)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if exceeds_whole([*others.values_list("share", flat=True), share]):
        raise ValidationError({"share": _("Phần các đơn vị cộng lại quá 100 %. Ghi lại phần này.")})
