"""What a delegation stands for when children in it are named: see `children.occasions`."""

from __future__ import annotations

from ketnghia.children.occasions import Occasion
from ketnghia.exchanges.models import Participation


def occasion_of_side(side: Participation) -> Occasion:
    """The exchange with its last day; the other sides may be given a list."""
    exchange = side.exchange
    others = exchange.participations.exclude(pk=side.pk).select_related("unit").order_by("pk")
    partners = [(other.unit.name, other.unit.country) for other in others]
    partners.sort(key=lambda partner: partner[1] == side.unit.country)
    return Occasion(
        title=exchange.title,
        last_day=exchange.ends_on,
        units=(side.unit_id,),
        url=exchange.get_absolute_url(),
        partners=tuple(partners),
    )
