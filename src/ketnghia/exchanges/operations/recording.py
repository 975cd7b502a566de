"""Planning and recording that units meet: the facts of the whole, and who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.children.operations import erase_lists_of
from ketnghia.events import publish
from ketnghia.exchanges.events import ExchangeMoved
from ketnghia.exchanges.models import Exchange, Participation, Series
from ketnghia.units.models import Unit, searchable

FEWEST = 2


@transaction.atomic
def record(  # noqa: PLR0913 - an exchange is recorded with all its facts
    *,
    kind: str,
    title: str,
    begins_on: date,
    host: Unit,
    guest: Unit,
    others: Sequence[Unit] = (),
    ends_on: date | None = None,
    place: str = "",
    theme: str = "",
    occasion: str = "",
    children_count: int | None = None,
    series: Series | None = None,
    agreement: Agreement | None = None,
    by: User | None = None,
) -> Exchange:
    """Record an exchange that was held, or one that is planned for a day to come.

    In a series it is numbered after the last one that was.
    """
    units = _different([host, guest, *others])
    runs = Unit.objects.run_by(by).filter(pk__in=[unit.pk for unit in units]) if by else None
    if runs is not None and not runs.exists():
        raise ValidationError({"host": _("Một trong các bên phải là đơn vị của đồng chí.")})
    is_coming = (ends_on or begins_on) > localdate()
    exchange = Exchange.objects.create(
        kind=kind,
        title=title,
        begins_on=begins_on,
        ends_on=ends_on or begins_on,
        place=place,
        theme=theme,
        occasion=occasion,
        children_count=children_count,
        series=series,
        ordinal=series.next_ordinal if series else None,
        agreement=agreement,
        state=Exchange.State.PLANNED if is_coming else Exchange.State.HELD,
        recorded_by=by,
        search_text="",
    )
    for unit in units:
        role = Participation.Role.HOST if unit == host else Participation.Role.GUEST
        Participation.objects.create(exchange=exchange, unit=unit, role=role)
    refresh_search(exchange)
    return exchange


def _different(units: Sequence[Unit]) -> list[Unit]:
    if len({unit.pk for unit in units}) < len(units):
        raise ValidationError({"guest": _("Mỗi đơn vị chỉ ghi một lần.")})
    return list(units)


def refresh_search(exchange: Exchange) -> None:
    """Let the exchange be found by its words and by the names of who takes part."""
    names = exchange.participations.values_list("unit__name", flat=True)
    series = str(exchange.series) if exchange.series else ""
    words = [exchange.title, exchange.place, exchange.theme, exchange.occasion, series, *names]
    exchange.search_text = searchable([word for word in words if word])
    exchange.save(update_fields=["search_text"])


@transaction.atomic
def correct(  # noqa: PLR0913 - the facts of an exchange
    exchange: Exchange,
    *,
    kind: str,
    title: str,
    begins_on: date,
    ends_on: date | None = None,
    place: str = "",
    theme: str = "",
    occasion: str = "",
    series: str = "",
    ordinal: int | None = None,
    agreement: Agreement | None = None,
    note: str = "",
) -> Exchange:
    """Mend the facts; a day that was counted for a duty stays as it is."""
    last = ends_on or begins_on
    if last < begins_on:
        raise ValidationError({"ends_on": _("Ngày kết thúc phải sau ngày bắt đầu.")})
    if begins_on != exchange.begins_on and exchange.is_counted:
        raise ValidationError(
            {"begins_on": _("Cuộc này đã tính vào việc phải làm. Bỏ tính rồi mới đổi ngày.")}
        )
    if exchange.has_happened and begins_on > localdate():
        raise ValidationError(
            {"begins_on": _("Cuộc này đã tổ chức, ngày không thể ở sau hôm nay.")}
        )
    is_moved = (exchange.begins_on, exchange.ends_on) != (begins_on, last)
    exchange.kind, exchange.title, exchange.place = kind, title, place
    exchange.begins_on, exchange.ends_on = begins_on, last
    exchange.theme, exchange.occasion, exchange.note = theme, occasion, note
    exchange.series = Series.objects.called(series) if series else None
    exchange.ordinal = ordinal if series else None
    exchange.agreement = agreement
    exchange.save()
    refresh_search(exchange)
    if is_moved:
        publish(ExchangeMoved(exchange.pk, begins_on, last))
    return exchange


@transaction.atomic
def add_side(exchange: Exchange, *, unit: Unit, role: str) -> Participation:
    """Add a unit that hosts or comes."""
    if exchange.participations.filter(unit=unit).exists():
        raise ValidationError({"unit": _("Đơn vị này đã có trong cuộc giao lưu.")})
    side = Participation.objects.create(exchange=exchange, unit=unit, role=role)
    refresh_search(exchange)
    return side


@transaction.atomic
def remove_side(side: Participation, *, by: User) -> None:
    """Take a unit out, children's names with it; two stay, one of them the person's own."""
    rest = side.exchange.participations.exclude(pk=side.pk)
    if rest.count() < FEWEST:
        raise ValidationError(_("Cuộc giao lưu cần ít nhất hai bên. Thêm bên khác trước khi bỏ."))
    if not Unit.objects.run_by(by).filter(participations__in=rest).exists():
        raise ValidationError(_("Bỏ bên này thì không còn đơn vị nào của đồng chí ở đây."))
    erase_lists_of(side, by=by)
    side.delete()
    refresh_search(side.exchange)
