"""Giving a list to somebody: only children who agreed, and never without an entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.children.models import Child, ChildList, Consent, Handed, Handover
from ketnghia.children.terms import Basis, Channel, Use
from ketnghia.vietnamese.text import fold

HOME = "VN"


def use_for(child_list: ChildList, *, is_abroad: bool) -> Use | None:
    """What children have to have agreed to before they are given; nothing where a law asks."""
    if is_abroad:
        return Use.ABROAD
    return Use.LIST if child_list.basis == Basis.CONSENT else None


def is_across_the_border(country: str, channel: str) -> bool:
    """Given to somebody abroad, or through a platform abroad (Luật 91/2025/QH15)."""
    return country != HOME or channel == Channel.FOREIGN_PLATFORM


@transaction.atomic
def hand_over(  # noqa: PLR0913 - what, to whom, where, how, why, when, by whom
    child_list: ChildList,
    *,
    children: Sequence[Child],
    recipient: str,
    country: str,
    channel: str,
    basis: str,
    on: date,
    keeps_until: date | None = None,
    by: User,
) -> Handover:
    """Enter that a list was given; refused while one of the children has not agreed."""
    is_abroad = is_across_the_border(country, channel)
    _refuse(child_list, children, on=on, keeps_until=keeps_until)
    _refuse_without_consent(child_list, children, is_abroad=is_abroad, on=on)
    handover = Handover.objects.create(
        child_list=child_list,
        recipient=recipient,
        country=country,
        channel=channel,
        is_abroad=is_abroad,
        basis=basis,
        given=" ".join(child_list.fields),
        number=len(children),
        on=on,
        keeps_until=keeps_until,
        by=by,
        search_text=fold(f"{recipient} | {child_list.about} | {child_list.unit.name}"),
    )
    Handed.objects.bulk_create(Handed(handover=handover, child=child) for child in children)
    return handover


def _refuse(
    child_list: ChildList, children: Sequence[Child], *, on: date, keeps_until: date | None
) -> None:
    if child_list.is_erased:
        raise ValidationError(_("Danh sách này đã xóa tên."))
    if not children:
        raise ValidationError({"children": _("Chọn ít nhất một em.")})
    if any(child.removed_on or child.child_list_id != child_list.pk for child in children):
        raise ValidationError({"children": _("Có em đã ra khỏi danh sách. Tải lại trang.")})
    if on > localdate():
        raise ValidationError({"on": _("Ngày giao chưa tới. Giao rồi mới ghi sổ.")})
    if keeps_until and keeps_until < on:
        raise ValidationError({"keeps_until": _("Ngày bên nhận xóa phải sau ngày giao.")})


def _refuse_without_consent(
    child_list: ChildList, children: Sequence[Child], *, is_abroad: bool, on: date
) -> None:
    use = use_for(child_list, is_abroad=is_abroad)
    if use is None:
        return
    agreed = set(
        Consent.objects.valid_on(on)
        .filter(use=use, child__in=children)
        .values_list("child", flat=True)
    )
    places = [str(child.place) for child in children if child.pk not in agreed]
    if places:
        words = {"places": ", ".join(places), "use": use.label}
        told = _("Em số %(places)s chưa đồng ý: %(use)s. Bỏ ra, hoặc ghi đồng ý trước.") % words
        raise ValidationError({"children": told})
