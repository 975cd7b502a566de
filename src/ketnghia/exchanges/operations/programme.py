"""Writing the programme of an exchange, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.exchanges.hours import Hours
from ketnghia.exchanges.models import Chair, Exchange, ProgrammeItem, Site
from ketnghia.exchanges.operations.delegations import post_of
from ketnghia.people.operations import person_named
from ketnghia.vietnamese.dates import span


@transaction.atomic
def write_item(  # noqa: PLR0913 - a line of a programme with all its fields
    exchange: Exchange,
    item: ProgrammeItem | None = None,
    *,
    kind: str,
    title: str = "",
    on: date | None = None,
    hours: Hours | None = None,
    place: str = "",
    site: Site | None = None,
    chairs: Sequence[tuple[str, str]] = (),
    in_charge: str = "",
) -> ProgrammeItem:
    """Add a line, or mend one; a site gives its name where nothing else is said."""
    if not title and site is None:
        raise ValidationError({"title": _("Ghi nội dung, hoặc chọn một địa điểm.")})
    if on and not exchange.begins_on <= on <= exchange.ends_on:
        days = span(exchange.begins_on, exchange.ends_on)
        raise ValidationError(
            {"on": _("Ngày này ngoài cuộc giao lưu (%(days)s).") % {"days": days}}
        )
    if item is None:
        last = exchange.programme.order_by("-order").values_list("order", flat=True).first()
        item = ProgrammeItem(exchange=exchange, order=(last or 0) + 1)
    hours = hours or Hours()
    item.kind, item.title, item.on, item.place = kind, title or str(site), on, place
    item.at, item.begins_at, item.ends_at = hours.part, hours.begins_at, hours.ends_at
    item.site = site
    item.in_charge = person_named(in_charge) if in_charge else None
    item.save()
    _set_chairs(item, chairs)
    return item


def _set_chairs(item: ProgrammeItem, chairs: Sequence[tuple[str, str]]) -> None:
    on = item.on or item.exchange.begins_on
    kept = []
    for order, (name, title) in enumerate(chairs, start=1):
        person = person_named(name)
        told = {"title": post_of(person, title, on), "order": order}
        chair, _is_new = Chair.objects.update_or_create(item=item, person=person, defaults=told)
        kept.append(chair.pk)
    item.chairs.exclude(pk__in=kept).delete()
