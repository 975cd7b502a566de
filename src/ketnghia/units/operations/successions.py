"""Successions: some units end, others take over; and how one is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, ProtectedError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.events import publish
from ketnghia.units.events import SuccessionUndone, UnitsSucceeded
from ketnghia.units.models import Level, Standing, Succession, Unit, UnitName
from ketnghia.units.operations.reach import refresh_reach
from ketnghia.units.operations.register import found

AHEAD = timedelta(days=366)
PAIR = 2


@transaction.atomic
def succeed(  # noqa: PLR0913 - a succession is one act with all its facts
    *,
    kind: str,
    on: date,
    legal_basis: str,
    predecessors: Sequence[Unit],
    successors: Sequence[Unit] = (),
    new_name: str = "",
    by: User | None = None,
    note: str = "",
) -> Succession:
    """Record that units went into others, or ended; the predecessors end on that day.

    With `new_name` the successor is founded at the place of the first predecessor. Where one
    unit takes over, what stood under the predecessors stands under it from then on.
    Raises ValidationError in words where the day, the units or their number do not fit.
    """
    olds, news = _fresh(predecessors), _fresh(successors)
    refuse_wrong_succession(
        kind=kind,
        on=on,
        legal_basis=legal_basis,
        predecessors=olds,
        successors=news,
        new_name=new_name,
    )
    founded = _found_beside(olds[0], new_name, on) if new_name else None
    if founded:
        news.append(founded)
    succession = Succession.objects.create(
        kind=kind, on=on, legal_basis=legal_basis, note=note, recorded_by=by, founded=founded
    )
    succession.predecessors.set(olds)
    succession.successors.set(news)
    if len(news) == 1:
        _bring_subordinates(olds, news[0], on)
    for unit in olds:
        _end(unit, on)
    refresh_reach(unit.pk for unit in olds)
    publish(UnitsSucceeded(succession.pk, on, _keys(olds), _keys(news)))
    return succession


def refuse_wrong_succession(
    *,
    kind: str,
    on: date,
    legal_basis: str,
    predecessors: Sequence[Unit],
    successors: Sequence[Unit],
    new_name: str,
) -> None:
    """Say in words what does not fit, before anything is written."""
    if not legal_basis.strip():
        raise ValidationError({"legal_basis": _("Ghi văn bản làm căn cứ.")})
    if on > localdate() + AHEAD:
        raise ValidationError({"on": _("Ngày này còn quá một năm nữa mới tới; xem lại năm.")})
    _refuse_wrong_units(on, predecessors, successors)
    _refuse_wrong_number(kind, len(predecessors), len(successors) + bool(new_name))


def _fresh(units: Sequence[Unit]) -> list[Unit]:
    """As they stand in the database, kept from others until this is done."""
    return list(Unit.objects.select_for_update().filter(pk__in=[unit.pk for unit in units]))


def _keys(units: Sequence[Unit]) -> tuple[int, ...]:
    return tuple(unit.pk for unit in units)


def _refuse_wrong_units(on: date, olds: Sequence[Unit], news: Sequence[Unit]) -> None:
    if not olds:
        raise ValidationError({"predecessors": _("Chọn ít nhất một đơn vị kết thúc.")})
    if set(olds) & set(news):
        raise ValidationError({"successors": _("Một đơn vị không thể tự kế thừa mình.")})
    for unit in olds:
        _refuse_wrong_end(unit, on)
    for unit in news:
        _refuse_wrong_heir(unit, on)
    if any(unit.predecessor_ids() & {new.pk for new in news} for unit in olds):
        raise ValidationError({"successors": _("Đơn vị này là gốc của đơn vị kết thúc.")})


def _refuse_wrong_end(unit: Unit, on: date) -> None:
    if unit.ended_on:
        words = _("%(unit)s đã ghi là kết thúc rồi.")
    elif unit.began_on and unit.began_on >= on:
        words = _("%(unit)s chưa thành lập trước ngày này.")
    elif unit.names.filter(valid_from__gt=on) or unit.standings.filter(valid_from__gt=on):
        words = _("%(unit)s còn đổi tên hoặc chuyển nơi trực thuộc sau ngày này.")
    else:
        return
    raise ValidationError({"predecessors": words % {"unit": unit}})


def _refuse_wrong_heir(unit: Unit, on: date) -> None:
    if unit.ended_on and unit.ended_on <= on:
        words = _("%(unit)s không còn vào ngày này.")
    elif unit.began_on and unit.began_on > on:
        words = _("%(unit)s chưa thành lập vào ngày này.")
    else:
        return
    raise ValidationError({"successors": words % {"unit": unit}})


def _refuse_wrong_number(kind: str, olds: int, news: int) -> None:
    kinds = Succession.Kind
    if kind == kinds.MERGED and (olds < PAIR or news != 1):
        raise ValidationError(_("Hợp nhất cần từ hai đơn vị cũ và đúng một đơn vị mới."))
    if kind == kinds.ABSORBED and news != 1:
        raise ValidationError({"successors": _("Sáp nhập cần đúng một đơn vị nhận.")})
    if kind == kinds.SPLIT and (olds != 1 or news < PAIR):
        raise ValidationError(_("Chia tách cần một đơn vị cũ và từ hai đơn vị mới."))
    if kind == kinds.RENAMED:
        raise ValidationError(_("Đổi tên thì sửa tên trên trang của đơn vị; đơn vị vẫn là nó."))


def _found_beside(old: Unit, name: str, on: date) -> Unit:
    last = old.standings.last()
    return found(
        name,
        level=Level(last.level) if last else Level.BASE,
        parent=last.parent if last else None,
        kind=Unit.Kind(old.kind),
        country=old.country,
        on=on,
    )


def _bring_subordinates(olds: Sequence[Unit], new: Unit, on: date) -> None:
    """What stood under those that end stands under the one that takes over."""
    ending = [unit.pk for unit in olds]
    under = Standing.objects.filter(parent__in=ending, valid_until=None, unit__ended_on=None)
    for standing in under.exclude(unit__in=[*ending, new.pk]):
        if standing.valid_from and standing.valid_from >= on:
            continue
        standing.valid_until = on - timedelta(days=1)
        standing.save(update_fields=["valid_until"])
        Standing.objects.create(
            unit_id=standing.unit_id, parent=new, level=standing.level, valid_from=on
        )


def _end(unit: Unit, on: date) -> None:
    """Close what runs on; what began that same day is left with no day of its own."""
    unit.ended_on = on
    unit.save(update_fields=["ended_on"])
    running: list[UnitName | Standing] = [*unit.names.filter(valid_until=None)]
    running += unit.standings.filter(valid_until=None)
    _limit(running, on - timedelta(days=1))


def _reopen(unit: Unit, on: date) -> None:
    """What `_end` closed runs on; a name or standing that had a follower stays closed."""
    last = on - timedelta(days=1)
    unit.ended_on = None
    unit.save(update_fields=["ended_on"])
    official = {"form": UnitName.Form.OFFICIAL, "language": "vi"}
    closed: list[UnitName | Standing] = [
        *unit.names.filter(valid_until=last).exclude(**official),
        *unit.names.filter(**official).reverse()[:1],
        *unit.standings.reverse()[:1],
    ]
    _limit(closed, None)


def _limit(parts: Sequence[UnitName | Standing], until: date | None) -> None:
    for part in parts:
        part.valid_until = until
        part.save(update_fields=["valid_until"])


@transaction.atomic
def undo_succession(succession: Succession) -> None:
    """Take a succession back as if it had not been; refused once later facts build on it."""
    olds, news = list(succession.predecessors.all()), list(succession.successors.all())
    _refuse_later_changes(succession, news)
    publish(SuccessionUndone(succession.pk, succession.on, _keys(olds), _keys(news)))
    returned = _return_subordinates(succession.on, olds, news)
    for unit in olds:
        _reopen(unit, succession.on)
    founded = succession.founded
    succession.delete()
    if founded:
        _unfound(founded)
    refresh_reach([*_keys(olds), *returned])


def _refuse_later_changes(succession: Succession, news: Sequence[Unit]) -> None:
    later = Succession.objects.filter(predecessors__in=news, on__gte=succession.on)
    if later.exists():
        raise ValidationError(
            _("Đơn vị kế thừa đã có thay đổi sau đó; hoàn tác thay đổi ấy trước.")
        )
    founded = succession.founded
    if founded and (founded.seats.exists() or founded.names.count() > 1):
        raise ValidationError(
            _("%(unit)s đã có người làm việc hoặc đã đổi tên; không hoàn tác được nữa.")
            % {"unit": founded}
        )


def _return_subordinates(on: date, olds: Sequence[Unit], news: Sequence[Unit]) -> list[int]:
    """Undo what `_bring_subordinates` did; returns the units that went back."""
    before = Standing.objects.filter(parent__in=olds, valid_until=on - timedelta(days=1))
    returned = []
    for standing in before.exclude(unit__in=olds).select_related("unit"):
        last = standing.unit.standings.order_by(F("valid_from").asc(nulls_first=True)).last()
        if last is None or last.parent not in news:
            raise ValidationError(
                _("%(unit)s đã chuyển nơi trực thuộc sau đó; không hoàn tác được nữa.")
                % {"unit": standing.unit}
            )
        if last.valid_from == on:
            last.delete()
            standing.valid_until = None
            standing.save(update_fields=["valid_until"])
            returned.append(standing.unit_id)
    return returned


def _unfound(unit: Unit) -> None:
    """A unit that only the wrong succession made goes again, unless something hangs on it."""
    try:
        unit.delete()
    except ProtectedError as used:
        raise ValidationError(
            _("Đã có văn bản hoặc việc ghi cho %(unit)s; không hoàn tác được nữa.") % {"unit": unit}
        ) from used
