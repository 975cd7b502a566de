"""Turns to host in the agenda: the day by which the next one is due, where nothing is planned."""

from __future__ import annotations

from django.db.models import OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from ketnghia.agenda.entries import Entry
from ketnghia.agenda.scopes import Scope
from ketnghia.agenda.source import Worked
from ketnghia.rotations.ledger_reading import ledgers_of
from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation, RotationPlace


def _turns(scope: Scope) -> list[Entry]:
    places = RotationPlace.objects.filter(rotation=OuterRef("pk"))
    orders = Rotation.objects.visible_to(scope.user).filter(scope.touched(places))
    ledgers = ledgers_of(orders, today=localdate())
    return [entry for ledger in ledgers for entry in _waiting(ledger)]


def _waiting(ledger: Ledger) -> list[Entry]:
    """The turn that waits; one that is planned stands in the agenda as its exchange."""
    unit, due = ledger.next_unit, ledger.due_on
    if unit is None or due is None or ledger.planned:
        return []
    title = _now("Đến lượt %(unit)s đăng cai") % {"unit": unit.short_name}
    return [
        Entry(
            source="luot",
            key=str(ledger.rotation.pk),
            first=due,
            last=due,
            title=title,
            summary=f"{title}: {ledger.rotation}",
            url=ledger.rotation.get_absolute_url(),
            mark="late" if ledger.is_late else "due",
            note=str(ledger.rotation),
            units=ledger.units_today,
        )
    ]


TURNS = Worked(
    key="luot",
    model=Rotation,
    label=_("Lượt đăng cai"),
    counted=ngettext_lazy("%(number)s lượt đăng cai", "%(number)s lượt đăng cai", "number"),
    work=_turns,
)
