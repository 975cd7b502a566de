"""An exchange with its sides, their heads, and the places it went to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ketnghia.exchanges.models import Exchange, Participation, ProgrammeItem
from ketnghia.exchanges.names import HEAD
from ketnghia.exchanges.operations import Entry, correct, enter_list, record, write_item
from ketnghia.reading.composing import Composition, Kind, Role
from ketnghia.reading.writers.writing import Written

SITES = {"memorial": ProgrammeItem.Kind.SITE, "model": ProgrammeItem.Kind.MODEL}
TWO = 2


def write(composed: Composition, written: Written) -> Exchange:
    """Record it, under the paper it belongs to."""
    first, last = composed.days
    units = composed.tied
    if len(units) < TWO:
        raise ValidationError(_("Giao lưu cần hai bên. Sửa đơn vị, hoặc đổi việc thành hoạt động."))
    if first is None:
        raise ValidationError(_("Bài không cho biết ngày. Thêm ngày ở mục Thời gian rồi ghi."))
    exchange = record(
        kind=composed.deed,
        title=composed.title,
        begins_on=first,
        ends_on=last,
        host=units[0],
        guest=units[1],
        others=units[2:],
        place=composed.place,
        children_count=_children(composed),
        by=written.by,
    )
    if written.agreement is not None:
        _put_under(exchange, written.agreement)
    for side in exchange.participations.select_related("unit"):
        _people(side, composed, written)
    for field in composed.of(Kind.SITE):
        kind = SITES.get(field.value["sort"], ProgrammeItem.Kind.SITE)
        write_item(exchange, kind=kind, title=str(field.value["name"])[:300])
    written.made.append(exchange)
    return exchange


def _children(composed: Composition) -> int | None:
    """A number of children, where a person said it is of this event."""
    told = [f.value for f in composed.of(Kind.FIGURE) if f.value.get("goes") == "children"]
    return int(sum(value["value"] for value in told)) if told else None


def _put_under(exchange: Exchange, agreement: object) -> None:
    told = ("kind", "title", "begins_on", "ends_on", "place", "theme", "occasion", "note")
    facts = {name: getattr(exchange, name) for name in told}
    correct(exchange, agreement=agreement, **facts)  # type: ignore[arg-type]


def _people(side: Participation, composed: Composition, written: Written) -> None:
    entries = [
        Entry(
            name=written.person_of(field).name,
            title=str(field.value.get("position", ""))[:200],
            duty=HEAD if field.role == Role.HEAD else "",
            person=written.person_of(field),
        )
        for field in composed.people_of(side.unit)
    ]
    if entries:
        enter_list(side, entries=entries)
