"""Changes to several units at once: founding, successions, and the cache of who reaches whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.events import publish
from ketnghia.units.events import UnitsSucceeded
from ketnghia.units.models import (
    Level,
    Reach,
    Standing,
    Succession,
    Territory,
    Unit,
    UnitName,
    ordering_key,
    searchable,
)


@transaction.atomic
def found(  # noqa: PLR0913 - a unit is founded with all its facts at once
    name: str,
    *,
    code: str,
    level: Level,
    parent: Unit | None = None,
    kind: Unit.Kind = Unit.Kind.UNION,
    country: str = "VN",
    on: date | None = None,
    territory: Territory | None = None,
) -> Unit:
    """Create a unit with its first name and standing, and let its superiors reach it."""
    unit = Unit.objects.create(
        code=code,
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


@transaction.atomic
def rebuild_reach() -> int:
    """Write the cache afresh from last standings and successions; returns the number of rows."""
    below: dict[int, set[int]] = defaultdict(set)
    last = {s.unit_id: s.parent_id for s in Standing.objects.order_by("valid_from", "pk")}
    for unit, parent in last.items():
        if parent:
            below[parent].add(unit)
    pairs = Succession.objects.values_list("successors", "predecessors")
    for successor, predecessor in pairs:
        if successor and predecessor:
            below[successor].add(predecessor)
    rows = [
        Reach(holder_id=holder, unit_id=unit)
        for holder in Unit.objects.values_list("pk", flat=True)
        for unit in _reached(holder, below)
    ]
    Reach.objects.all().delete()
    Reach.objects.bulk_create(rows, batch_size=5000)
    return len(rows)


def _reached(holder: int, below: dict[int, set[int]]) -> set[int]:
    seen = {holder}
    waiting = [holder]
    while waiting:
        fresh = below[waiting.pop()] - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen


@transaction.atomic
def succeed(  # noqa: PLR0913 - a succession is one act with all its facts
    *,
    kind: str,
    on: date,
    legal_basis: str,
    predecessors: Sequence[Unit],
    successors: Sequence[Unit] = (),
    by: User | None = None,
    note: str = "",
) -> Succession:
    """Record that units went into others, or ended; the predecessors end on that day.

    Raises ValidationError in words where the day, the units or their number do not fit.
    """
    _refuse_wrong_units(kind, on, predecessors, successors)
    if not legal_basis.strip():
        raise ValidationError({"legal_basis": _("Ghi văn bản làm căn cứ.")})
    succession = Succession.objects.create(
        kind=kind, on=on, legal_basis=legal_basis, note=note, recorded_by=by
    )
    succession.predecessors.set(predecessors)
    succession.successors.set(successors)
    for unit in predecessors:
        _end(unit, on)
    rebuild_reach()
    publish(
        UnitsSucceeded(
            succession.pk, on, tuple(u.pk for u in predecessors), tuple(u.pk for u in successors)
        )
    )
    return succession


def _refuse_wrong_units(
    kind: str, on: date, predecessors: Sequence[Unit], successors: Sequence[Unit]
) -> None:
    if not predecessors:
        raise ValidationError({"predecessors": _("Chọn ít nhất một đơn vị kết thúc.")})
    if set(predecessors) & set(successors):
        raise ValidationError({"successors": _("Một đơn vị không thể tự kế thừa mình.")})
    ended = [unit for unit in predecessors if unit.ended_on and unit.ended_on <= on]
    if ended:
        raise ValidationError(
            {"predecessors": _("%(unit)s đã kết thúc trước ngày này.") % {"unit": ended[0]}}
        )
    gone = [unit for unit in successors if unit.ended_on and unit.ended_on <= on]
    if gone:
        raise ValidationError(
            {"successors": _("%(unit)s không còn vào ngày này.") % {"unit": gone[0]}}
        )
    _refuse_wrong_number(kind, len(predecessors), len(successors))


def _refuse_wrong_number(kind: str, olds: int, news: int) -> None:
    kinds = Succession.Kind
    if kind == kinds.MERGED and (olds < 2 or news != 1):  # noqa: PLR2004 - two make a merger
        raise ValidationError(_("Hợp nhất cần từ hai đơn vị cũ và đúng một đơn vị mới."))
    if kind == kinds.ABSORBED and news != 1:
        raise ValidationError({"successors": _("Sáp nhập cần đúng một đơn vị nhận.")})
    if kind == kinds.SPLIT and (olds != 1 or news < 2):  # noqa: PLR2004 - two make a split
        raise ValidationError(_("Chia tách cần một đơn vị cũ và từ hai đơn vị mới."))
    if kind == kinds.RENAMED:
        raise ValidationError(_("Đổi tên thì sửa tên trên trang của đơn vị; đơn vị vẫn là nó."))


def _end(unit: Unit, on: date) -> None:
    last = on - timedelta(days=1)
    unit.ended_on = on
    unit.save(update_fields=["ended_on"])
    _move_end(unit, None, last)


def _move_end(unit: Unit, before: date | None, after: date | None) -> None:
    """Close or reopen the names and standings that ran until a day."""
    parts: list[UnitName | Standing] = [*unit.names.filter(valid_until=before)]
    parts += unit.standings.filter(valid_until=before)
    for part in parts:
        part.valid_until = after
        part.save(update_fields=["valid_until"])


@transaction.atomic
def undo_succession(succession: Succession) -> None:
    """Take a succession back; refused once a decision or a later succession builds on it."""
    successors = list(succession.successors.all())
    later = Succession.objects.filter(predecessors__in=successors, on__gte=succession.on)
    if later.exists():
        raise ValidationError(
            _("Đơn vị kế thừa đã có thay đổi sau đó; hoàn tác thay đổi ấy trước.")
        )
    last = succession.on - timedelta(days=1)
    for unit in succession.predecessors.all():
        unit.ended_on = None
        unit.save(update_fields=["ended_on"])
        _move_end(unit, last, None)
    succession.delete()
    rebuild_reach()
