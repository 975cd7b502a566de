"""Making a list with its purpose, and the children in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.ages import has_day, is_asked, is_child
from ketnghia.children.models import Child, ChildList, units_kept_by
from ketnghia.children.operations.erasing import blank
from ketnghia.children.sealing import Particulars
from ketnghia.children.terms import Basis, Purpose, Removal
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.text import fold

LONGEST = timedelta(days=365)
AFTER_CANCELLING = timedelta(days=7)


@transaction.atomic
def make_list(  # noqa: PLR0913 - a list is made with its purpose, grounds and end
    subject: models.Model,
    *,
    about: str,
    last_day: date,
    unit: Unit,
    purpose: str,
    purpose_note: str = "",
    basis: str = Basis.CONSENT,
    basis_note: str = "",
    erase_on: date | None = None,
    by: User,
) -> ChildList:
    """Begin a list: what for, on what grounds, until when."""
    if unit.pk not in units_kept_by(by):
        raise ValidationError({"unit": _("Đồng chí không được giao giữ danh sách ở đơn vị này.")})
    if purpose == Purpose.OTHER and not purpose_note:
        raise ValidationError({"purpose_note": _("Nói rõ mục đích, không ghi tên các em.")})
    if basis == Basis.LAW and not basis_note:
        raise ValidationError({"basis_note": _("Ghi điều luật hoặc văn bản yêu cầu.")})
    erase_on = erase_on or default_erase_day(last_day)
    _refuse_day(erase_on, last_day)
    return ChildList.objects.create(
        subject=subject,
        about=about[:300],
        last_day=last_day,
        unit=unit,
        purpose=purpose,
        purpose_note=purpose_note,
        basis=basis,
        basis_note=basis_note,
        erase_on=erase_on,
        made_by=by,
        search_text=fold(f"{about} | {unit.name} | {Purpose(purpose).label}"),
    )


def default_erase_day(last_day: date) -> date:
    """So many days after the last day, as the settings say."""
    return max(last_day, localdate()) + timedelta(days=settings.CHILDREN_KEPT_DAYS)


def _refuse_day(erase_on: date, last_day: date) -> None:
    if erase_on < localdate():
        raise ValidationError({"erase_on": _("Ngày xóa đã qua.")})
    longest = max(last_day, localdate()) + LONGEST
    if erase_on > longest:
        told = _("Giữ tên lâu nhất đến %(day)s.") % {"day": day(longest)}
        raise ValidationError({"erase_on": told})


@transaction.atomic
def change_erase_day(child_list: ChildList, *, erase_on: date, why: str) -> None:
    """Erase sooner, or keep longer with the reason."""
    _refuse_erased(child_list)
    _refuse_day(erase_on, child_list.last_day)
    child_list.erase_on, child_list.erase_why = erase_on, why
    child_list.save(update_fields=["erase_on", "erase_why"])


@transaction.atomic
def shift_lists(subject: models.Model, *, last_day: date) -> None:
    """The occasion is on other days: the day of erasing moves with it."""
    for child_list in ChildList.objects.of(subject).holding():
        by = last_day - child_list.last_day
        child_list.erase_on = max(child_list.erase_on + by, localdate())
        child_list.last_day = last_day
        child_list.save(update_fields=["erase_on", "last_day"])


@transaction.atomic
def purpose_ended(subject: models.Model) -> None:
    """The occasion was called off: names are kept a week at most, should that be taken back."""
    for child_list in ChildList.objects.of(subject).holding():
        child_list.erase_on = min(child_list.erase_on, localdate() + AFTER_CANCELLING)
        child_list.erase_why = _("cuộc này đã hủy")
        child_list.save(update_fields=["erase_on", "erase_why"])


@dataclass(frozen=True)
class Added:
    """How many children are new in a list, and how many stood there already."""

    added: int
    known: int


@transaction.atomic
def add_children(child_list: ChildList, *, children: Sequence[Particulars], by: User) -> Added:
    """Put children into a list, no more of each than its purpose needs; nobody twice."""
    _refuse_erased(child_list)
    there = {child.particulars for child in child_list.children.filter(removed_on=None)}
    wanted = dict.fromkeys(child.only(child_list.fields) for child in children)
    new = [child for child in wanted if child not in there]
    last = child_list.children.aggregate(last=Max("place"))["last"] or 0
    for place, kept in enumerate(new, start=last + 1):
        _refuse_particulars(child_list, kept)
        Child.objects.create(
            child_list=child_list,
            place=place,
            sealed=kept.sealed(),
            is_asked=_is_asked(child_list, kept),
            added_by=by,
        )
    return Added(len(new), len(children) - len(new))


def _is_asked(child_list: ChildList, child: Particulars) -> bool:
    """Whether the child is seven by the end of what the list is for."""
    return is_asked(child.born, max(child_list.last_day, localdate()))


@transaction.atomic
def correct_child(child: Child, *, particulars: Particulars) -> None:
    kept = particulars.only(child.child_list.fields)
    _refuse_particulars(child.child_list, kept)
    child.sealed = kept.sealed()
    child.is_asked = _is_asked(child.child_list, kept)
    child.save(update_fields=["sealed", "is_asked"])


def _refuse_particulars(child_list: ChildList, child: Particulars) -> None:
    if not child.name:
        raise ValidationError({"name": _("Ghi họ tên của em.")})
    if not child.born:
        raise ValidationError({"born": _("Ghi năm sinh: từ 7 tuổi phải hỏi cả em.")})
    if "birthday" in child_list.fields and not has_day(child.born):
        raise ValidationError({"born": _("Mục đích này cần cả ngày sinh, như 3/4/2015.")})
    if not is_child(child.born, child_list.last_day):
        told = _("Đủ 16 tuổi thì không còn là thiếu nhi: ghi vào danh sách đoàn.")
        raise ValidationError({"born": told})


@transaction.atomic
def let_go(child: Child) -> None:
    """The child does not come after all: the name leaves, the place stays."""
    if child.removed_on:
        raise ValidationError(_("Em này đã ra khỏi danh sách rồi."))
    blank(child, Removal.LEFT)


def _refuse_erased(child_list: ChildList) -> None:
    if child_list.is_erased:
        raise ValidationError(_("Danh sách này đã xóa tên."))
