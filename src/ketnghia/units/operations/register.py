"""Founding a unit, and what changes while it stays itself: its names, its place in the tree."""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.units.models import (
    Level,
    Reach,
    Standing,
    Territory,
    Unit,
    UnitName,
    ordering_key,
    searchable,
)
from ketnghia.units.operations.reach import refresh_reach


@transaction.atomic
def found(  # noqa: PLR0913 - a unit is founded with all its facts at once
    name: str,
    *,
    level: Level,
    code: str = "",
    parent: Unit | None = None,
    kind: Unit.Kind = Unit.Kind.UNION,
    country: str = "VN",
    on: date | None = None,
    territory: Territory | None = None,
) -> Unit:
    """Create a unit with its first name and standing, and let its superiors reach it."""
    if parent and on and parent.began_on and parent.began_on > on:
        raise ValidationError({"on": _("Đơn vị cấp trên chưa thành lập vào ngày này.")})
    if parent and parent.ended_on and parent.ended_on <= (on or localdate()):
        raise ValidationError({"parent": _("Đơn vị cấp trên đã kết thúc vào ngày này.")})
    unit = Unit.objects.create(
        code=code or f"kn-{secrets.token_hex(6)}",
        kind=kind,
        country=country,
        territory=territory,
        began_on=on,
        name=name,
        search_text=searchable([name]),
        sort_key=ordering_key(name),
    )
    UnitName.objects.create(unit=unit, name=name, valid_from=on)
    Standing.objects.create(unit=unit, parent=parent, level=level, valid_from=on)
    holders = {unit.pk}
    if parent:
        holders |= set(Reach.objects.filter(unit=parent).values_list("holder", flat=True))
    Reach.objects.bulk_create(Reach(holder_id=holder, unit=unit) for holder in sorted(holders))
    return unit


def restate(unit: Unit) -> None:
    """Repeat the latest official name and all names on the unit, for lists and search."""
    names = list(unit.names.order_by(F("valid_from").asc(nulls_first=True), "pk"))
    official = [n for n in names if n.form == UnitName.Form.OFFICIAL and n.language == "vi"]
    unit.name = official[-1].name
    unit.search_text = searchable([unit.name, *(n.name for n in names)])
    unit.sort_key = ordering_key(unit.name)
    unit.save(update_fields=["name", "search_text", "sort_key"])


@transaction.atomic
def rename(unit: Unit, *, name: str, on: date) -> UnitName:
    """Give a unit a new official name from a day on; it stays the same unit.

    Its papers, seats and place in the tree are untouched: a merger makes a new unit, a renaming
    only a new line among its names.
    """
    last = unit.names.filter(form=UnitName.Form.OFFICIAL, language="vi").last()
    if last is None or unit.ended_on:
        raise ValidationError(_("Đơn vị đã kết thúc thì không đổi tên nữa."))
    if last.name == name:
        raise ValidationError({"name": _("Tên này đang dùng rồi.")})
    if last.valid_from and last.valid_from >= on:
        raise ValidationError({"on": _("Ngày đổi tên phải sau ngày bắt đầu dùng tên hiện nay.")})
    last.valid_until = on - timedelta(days=1)
    last.save(update_fields=["valid_until"])
    fresh = UnitName.objects.create(unit=unit, name=name, valid_from=on)
    restate(unit)
    return fresh


@transaction.atomic
def add_name(unit: Unit, *, name: str, form: str, language: str = "vi") -> UnitName:
    """Another way people write it: short, in another script, an alias."""
    if form == UnitName.Form.OFFICIAL and language == "vi":
        raise ValidationError({"form": _("Tên chính thức mới thì ghi ở phần Đổi tên, có ngày.")})
    if unit.names.filter(name=name, form=form, language=language).exists():
        raise ValidationError({"name": _("Tên này đã có.")})
    fresh = UnitName.objects.create(unit=unit, name=name, form=form, language=language)
    restate(unit)
    return fresh


@transaction.atomic
def remove_name(name: UnitName) -> None:
    """Take away a wrong alias; official names stay, they are corrected."""
    if name.form == UnitName.Form.OFFICIAL and name.language == "vi":
        raise ValidationError(_("Tên chính thức không bỏ được; sửa lại cho đúng."))
    unit = name.unit
    name.delete()
    restate(unit)


@transaction.atomic
def correct(unit: Unit, *, name: str, kind: str, began_on: date | None) -> None:
    """Mend what was written wrongly: the spelling of the latest name, the kind, the first day."""
    names = list(unit.names.filter(form=UnitName.Form.OFFICIAL, language="vi"))
    standing = unit.standings.order_by(F("valid_from").asc(nulls_first=True), "pk").first()
    ends = [names[0].valid_until, standing.valid_until if standing else None, unit.ended_on]
    if began_on and any(end and end < began_on for end in ends):
        raise ValidationError(
            {"began_on": _("Sau ngày này đơn vị đã đổi tên, chuyển hay kết thúc.")}
        )
    unit.kind, unit.began_on = kind, began_on
    unit.full_clean(exclude=["code"])
    unit.save(update_fields=["kind", "began_on"])
    names[-1].name = name
    names[0].valid_from = began_on
    for changed in {names[0].pk: names[0], names[-1].pk: names[-1]}.values():
        changed.save(update_fields=["name", "valid_from"])
    if standing:
        standing.valid_from = began_on
        standing.save(update_fields=["valid_from"])
    restate(unit)


@transaction.atomic
def move(unit: Unit, *, parent: Unit, on: date, level: str = "") -> Standing:
    """Let a unit stand under another from a day on."""
    last = unit.standings.order_by(F("valid_from").asc(nulls_first=True), "pk").last()
    if last is None or unit.ended_on:
        raise ValidationError(_("Đơn vị đã kết thúc thì không chuyển nữa."))
    level = level or last.level
    _refuse_wrong_parent(unit, parent, on)
    if (last.parent_id, last.level) == (parent.pk, level):
        raise ValidationError({"parent": _("Đơn vị đang trực thuộc nơi này.")})
    if last.valid_from and last.valid_from >= on:
        raise ValidationError({"on": _("Ngày chuyển phải sau ngày bắt đầu ở nơi hiện nay.")})
    last.valid_until = on - timedelta(days=1)
    last.save(update_fields=["valid_until"])
    fresh = Standing.objects.create(unit=unit, parent=parent, level=level, valid_from=on)
    refresh_reach([unit.pk])
    return fresh


def _refuse_wrong_parent(unit: Unit, parent: Unit, on: date) -> None:
    if parent == unit or Unit.objects.below(unit, on=on).filter(pk=parent.pk).exists():
        raise ValidationError({"parent": _("Đơn vị không thể trực thuộc chính mình hay cấp dưới.")})
    if not Unit.objects.filter(pk=parent.pk).living_on(on).exists():
        raise ValidationError({"parent": _("%(unit)s không còn vào ngày này.") % {"unit": parent}})
