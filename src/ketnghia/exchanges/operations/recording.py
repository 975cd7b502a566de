"""Recording that units met, or will."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.units.models import Unit, searchable


@transaction.atomic
def record(  # noqa: PLR0913 - an exchange is recorded with all its facts
    *,
    kind: str,
    title: str,
    begins_on: date,
    host: Unit,
    guest: Unit,
    ends_on: date | None = None,
    place: str = "",
    children_count: int | None = None,
    by: User | None = None,
) -> Exchange:
    """Record an exchange that was held, or one that is planned for a day to come."""
    runs = Unit.objects.run_by(by).filter(pk__in=[host.pk, guest.pk]) if by else None
    if runs is not None and not runs.exists():
        raise ValidationError({"host": _("Một trong hai bên phải là đơn vị của đồng chí.")})
    is_coming = begins_on > localdate()
    exchange = Exchange.objects.create(
        kind=kind,
        title=title,
        begins_on=begins_on,
        ends_on=ends_on or begins_on,
        place=place,
        children_count=children_count,
        state=Exchange.State.PLANNED if is_coming else Exchange.State.HELD,
        recorded_by=by,
        search_text=searchable([title, place, host.name, guest.name]),
    )
    for unit, role in ((host, Participation.Role.HOST), (guest, Participation.Role.GUEST)):
        Participation.objects.create(exchange=exchange, unit=unit, role=role)
    return exchange
