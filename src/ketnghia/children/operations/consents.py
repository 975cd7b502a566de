"""Who agreed to what, and what stops at once when it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.events import ConsentWithdrawn
from ketnghia.children.models import Child, ChildList, Consent
from ketnghia.children.operations.erasing import blank
from ketnghia.children.sealing import seal
from ketnghia.children.terms import Removal, Use
from ketnghia.events import publish


@dataclass(frozen=True, repr=False)
class Giver:
    """Who agreed for one child. Printed, it says nothing."""

    place: int
    relation: str
    name: str
    child_agreed: bool = False

    def __repr__(self) -> str:
        return "Giver(…)"


@transaction.atomic
def record_consents(  # noqa: PLR0913 - a consent is told with all its facts
    child_list: ChildList,
    *,
    uses: Iterable[str],
    form: str,
    given_on: date,
    valid_until: date,
    givers: Sequence[Giver],
    by: User,
) -> int:
    """Write down that representatives, and children from seven, agreed; returns for how many."""
    if not givers:
        raise ValidationError(_("Đánh dấu ít nhất một em."))
    if given_on > localdate():
        raise ValidationError({"given_on": _("Ngày đồng ý chưa tới.")})
    if valid_until < given_on:
        raise ValidationError({"valid_until": _("Ngày hết phải sau ngày đồng ý.")})
    children = {child.place: child for child in child_list.children.filter(removed_on=None)}
    for giver in givers:
        child = children[giver.place]
        _refuse_giver(child, giver)
        for use in uses:
            Consent.objects.create(
                child=child,
                use=use,
                relation=giver.relation,
                sealed_giver=seal(giver.name),
                child_agreed=giver.child_agreed,
                form=form,
                given_on=given_on,
                valid_until=valid_until,
                recorded_by=by,
            )
    return len(givers)


def _refuse_giver(child: Child, giver: Giver) -> None:
    if not giver.name:
        told = _("Em số %(place)s: ghi tên người đồng ý.") % {"place": child.place}
        raise ValidationError(told)
    if child.is_asked and not giver.child_agreed:
        told = _("Em số %(place)s từ 7 tuổi: em cũng phải đồng ý.") % {"place": child.place}
        raise ValidationError(told)


@transaction.atomic
def withdraw(
    child: Child, *, uses: Iterable[str], on: date, by_child: bool = False, by: User
) -> None:
    """Take consents back: the name leaves at once what rested on them.

    Without the consent to the list itself the child is no longer in it. Whoever was given the
    list has to be told.
    """
    chosen = list(uses)
    found = child.consents.filter(use__in=chosen, withdrawn_on=None)
    if not found.exists():
        raise ValidationError(_("Không có đồng ý nào còn hiệu lực để rút."))
    if on > localdate():
        raise ValidationError({"on": _("Ngày rút chưa tới.")})
    found.update(withdrawn_on=on, withdrawn_by_child=by_child, withdrawal_recorded_by=by)
    if Use.LIST in chosen:
        child.consents.filter(withdrawn_on=None).update(
            withdrawn_on=on, withdrawn_by_child=by_child, withdrawal_recorded_by=by
        )
        blank(child, Removal.WITHDRAWN)
    _ask_back(child, chosen, on)
    for use in Use.values if Use.LIST in chosen else chosen:
        publish(ConsentWithdrawn(use, child.pk, None, on))


def _ask_back(child: Child, uses: list[str], on: date) -> None:
    """Mark what was given of the child: all of it, or only what went abroad."""
    handed = child.handed.filter(withdrawn_on=None)
    if Use.LIST in uses:
        handed.update(withdrawn_on=on)
    elif Use.ABROAD in uses:
        handed.filter(handover__is_abroad=True).update(withdrawn_on=on)
