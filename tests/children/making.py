"""Makers of keepers and of lists with children in them."""

from __future__ import annotations

from ketnghia.accounts.models import User
from ketnghia.children.models import ChildList, Keeper
from ketnghia.children.operations import add_children, entrust, make_list
from ketnghia.children.sealing import Particulars
from ketnghia.exchanges.models import Exchange
from ketnghia.units.models import Seat, Unit


def make_keeper(user: User, unit: Unit, *, by: User) -> Keeper:
    """Entrust somebody who sits in a unit with its child lists."""
    return entrust(Seat.objects.get(user=user, unit=unit), by=by)


def make_child_list(
    exchange: Exchange,
    unit: Unit,
    *names: str,
    by: User,
    purpose: str = "travel",
    born: str = "2015",
    at: Unit | None = None,
) -> ChildList:
    """A list the unit keeps with children of these names, for its own delegation or another's."""
    side = exchange.participations.get(unit=at or unit)
    child_list = make_list(
        side,
        about=exchange.title,
        last_day=exchange.ends_on,
        unit=unit,
        purpose=purpose,
        by=by,
    )
    children = [Particulars(name, born, "Lớp 5A") for name in names]
    if children:
        add_children(child_list, children=children, by=by)
    return child_list
