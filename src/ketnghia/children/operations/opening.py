"""Opening a list: the reason first, then half an hour, and an entry for everything."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.models import ChildList, Opening
from ketnghia.children.terms import Act


@transaction.atomic
def open_list(child_list: ChildList, *, why: str, by: User) -> Opening:
    """Say why, and read the names for half an hour."""
    if child_list.is_erased:
        raise ValidationError(_("Danh sách này đã xóa tên, không còn gì để mở."))
    close_list(child_list, by=by)
    return Opening.objects.create(child_list=child_list, by=by, why=why)


def close_list(child_list: ChildList, *, by: User) -> None:
    """Done with it before the half hour is over."""
    now = timezone.now()
    Opening.objects.open_at(now).filter(child_list=child_list, by=by).update(closed_at=now)


def current_opening(child_list: ChildList, user: User) -> Opening | None:
    """The opening somebody reads by just now."""
    found = Opening.objects.open_at(timezone.now()).filter(child_list=child_list, by=user.pk)
    return found.first()


def note_act(opening: Opening, act: Act) -> None:
    """Enter what was done with an open list."""
    Opening.objects.create(child_list=opening.child_list, by=opening.by, act=act, why=opening.why)
