"""Numbers the house keeps itself: papers, delegations, meetings, duties, support, children.

Each is a list of records with the units they belong to, so a total opens down to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.urls import reverse

from ketnghia.activities.models import Indicator
from ketnghia.activities.spans import Span
from ketnghia.activities.tallies import Tally, added, share_of
from ketnghia.agreements.models import Agreement, Duty, Party
from ketnghia.amounts.bounds import Bound
from ketnghia.amounts.sums import Amount
from ketnghia.exchanges.models import Exchange, Group, Participation
from ketnghia.gifts.models import Gift
from ketnghia.reviews.sums import Piece
from ketnghia.units.models import UnitQuerySet

# Keys of units, or a query that gives them.
Units = Collection[int] | UnitQuerySet
ONE = Decimal(1)
HOME = "VN"
# Meetings of talk and friendship; a visit is counted as a delegation, a review as nothing.
MEETINGS = (
    Exchange.Kind.TALKS,
    Exchange.Kind.SEMINAR,
    Exchange.Kind.MEETING,
    Exchange.Kind.CAMP,
    Exchange.Kind.SPORT,
    Exchange.Kind.ONLINE,
)


@dataclass(frozen=True)
class Entry:
    """One record as one unit reports it. `value` None: it was, but nobody knows how many."""

    unit: int
    key: str
    value: Decimal | None
    label: str
    url: str
    on: date
    bound: Bound = Bound.EXACTLY
    whole: Decimal | None = None
    is_shared: bool = False


def entries(kind: str, units: Units, span: Span) -> list[Entry]:
    """What units have under a derived indicator over some days; a record once for each unit."""
    return list(_SOURCES[Indicator.Derived(kind)](units, span))


def piece_of(found: Iterable[Entry], *, adds: str) -> Piece:
    """What entries come to: each record once, whoever reports it."""
    once = {entry.key: entry for entry in found}
    known = [entry for entry in once.values() if entry.value is not None]
    unknown = len(once) - len(known)
    if adds == Indicator.Adds.SHARE:
        told = share_of([(entry.value or Decimal(0), entry.whole) for entry in known])
        return Piece(told, _shared(known))
    told = added(Tally(Amount(e.value or Decimal(0), e.bound), number=1) for e in known)
    return Piece(Tally(told.amount, told.number, unknown), _shared(known))


def _shared(known: Iterable[Entry]) -> dict[str, Decimal]:
    return {entry.key: entry.value or Decimal(0) for entry in known if entry.is_shared}


def _papers(units: Units, span: Span) -> Iterable[Entry]:
    """Papers in force on the last day."""
    running = Agreement.objects.in_force_on(span.last)
    parties = Party.objects.filter(unit__in=units, agreement__in=running)
    home = _home_sides(Party.objects.filter(agreement__in=parties.values("agreement")), "agreement")
    rows = parties.values_list(
        "unit_id", "agreement_id", "agreement__title", "agreement__signed_on"
    )
    for unit, paper, title, signed_on in rows:
        yield Entry(
            unit=unit,
            key=f"p{paper}",
            value=ONE,
            label=title,
            url=reverse("agreements:detail", args=[paper]),
            on=signed_on or span.last,
            is_shared=home[paper] > 1,
        )


def _happened(span: Span) -> QuerySet[Exchange]:
    return Exchange.objects.happened().filter(ends_on__gte=span.first, ends_on__lte=span.last)


def _delegations(units: Units, span: Span) -> Iterable[Entry]:
    """Our people going abroad, and foreign guests whom we host; each delegation once."""
    sides = Participation.objects.filter(exchange__in=_happened(span)).select_related(
        "exchange", "unit"
    )
    ours = sides.filter(unit__in=units).values("exchange")
    of: dict[int, list[Participation]] = defaultdict(list)
    for side in sides.filter(exchange__in=ours):
        of[side.exchange_id].append(side)
    mine = _keys(units)
    for whole in of.values():
        hosts = [side for side in whole if side.role == Participation.Role.HOST]
        for side in whole:
            for unit in _reporters(side, hosts):
                if unit in mine:
                    yield _delegation(side, unit, is_shared=len(hosts) > 1)


def _reporters(side: Participation, hosts: list[Participation]) -> list[int]:
    """Units that count this delegation: itself going out, or the hosts at home it came to."""
    if side.role != Participation.Role.GUEST or side.direction == Participation.Direction.ONLINE:
        return []
    goes_out = side.direction in {Participation.Direction.OUT, Participation.Direction.THIRD}
    is_abroad = bool(hosts) and all(host.unit.country != HOME for host in hosts)
    if side.unit.country == HOME:
        return [side.unit_id] if goes_out or is_abroad else []
    return [host.unit_id for host in hosts if host.unit.country == HOME]


def _delegation(side: Participation, unit: int, *, is_shared: bool) -> Entry:
    return Entry(
        unit=unit,
        key=f"d{side.pk}",
        value=ONE,
        label=f"{side.exchange.title}: {side.unit}",
        url=side.exchange.get_absolute_url(),
        on=side.exchange.begins_on,
        is_shared=is_shared,
    )


def _meetings(units: Units, span: Span) -> Iterable[Entry]:
    yield from _exchanges(units, _happened(span).filter(kind__in=MEETINGS), lambda _exchange: ONE)


def _children(units: Units, span: Span) -> Iterable[Entry]:
    """Children at exchanges: the number written for the whole, else the groups of children."""
    grouped = dict(
        Group.objects.filter(kind=Group.Kind.CHILDREN, participation__exchange__in=_happened(span))
        .values_list("participation__exchange")
        .annotate(number=Sum("number"))
    )

    def number(exchange: Exchange) -> Decimal:
        told = exchange.children_count
        return Decimal(grouped.get(exchange.pk, 0) if told is None else told)

    some = _happened(span).filter(Q(children_count__gt=0) | Q(pk__in=grouped))
    yield from _exchanges(units, some, number)


def _exchanges(
    units: Units, found: QuerySet[Exchange], number: Callable[[Exchange], Decimal]
) -> Iterable[Entry]:
    sides = Participation.objects.filter(unit__in=units, exchange__in=found)
    among = Participation.objects.filter(exchange__in=sides.values("exchange"))
    home = _home_sides(among, "exchange")
    for side in sides.select_related("exchange"):
        yield Entry(
            unit=side.unit_id,
            key=f"e{side.exchange_id}",
            value=number(side.exchange),
            label=side.exchange.title,
            url=side.exchange.get_absolute_url(),
            on=side.exchange.begins_on,
            is_shared=home[side.exchange_id] > 1,
        )


def _home_sides(sides: QuerySet[Participation] | QuerySet[Party], of: str) -> dict[int, int]:
    """How many units of this country take part in each."""
    found: dict[int, int] = defaultdict(int)
    rows: Iterable[int] = sides.filter(unit__country=HOME).values_list(f"{of}_id", flat=True)
    for key in rows:
        found[key] += 1
    return found


def _duties(units: Units, span: Span) -> Iterable[Entry]:
    """Counted duties whose day came: one whole each, a part where met; joint ones on each side."""
    due = Duty.objects.counted().filter(
        ends_on__gte=span.first, ends_on__lte=span.last, dropped_on__isnull=True
    )
    mine = _keys(units)
    found = due.filter(
        Q(party__unit__in=units)
        | Q(party__isnull=True, commitment__agreement__parties__unit__in=units)
    )
    for duty in (
        found.distinct()
        .select_related("commitment", "party")
        .prefetch_related("commitment__agreement__parties")
    ):
        sides = [duty.party] if duty.party else duty.commitment.agreement.parties.all()
        for party in sides:
            if party.unit_id in mine:
                yield Entry(
                    unit=party.unit_id,
                    key=f"v{duty.pk}",
                    value=ONE if duty.is_met else Decimal(0),
                    whole=ONE,
                    label=duty.commitment.wording,
                    url=duty.get_absolute_url(),
                    on=duty.ends_on or span.last,
                    is_shared=duty.party is None,
                )


def _support(units: Units, span: Span) -> Iterable[Entry]:
    """What units gave partners, souvenirs apart; its worth may be unknown."""
    gifts = Gift.objects.filter(giver__in=units, on__gte=span.first, on__lte=span.last)
    for gift in gifts.exclude(kind=Gift.Kind.SOUVENIR).select_related("exchange", "receiver"):
        yield Entry(
            unit=gift.giver_id,
            key=f"g{gift.pk}",
            value=gift.value_in_dong,
            bound=Bound(gift.bound),
            label=f"{gift.what}: {gift.receiver}",
            url=gift.get_absolute_url(),
            on=gift.on,
        )


def _keys(units: Units) -> set[int]:
    if isinstance(units, QuerySet):
        return set(units.values_list("pk", flat=True))
    return set(units)


_SOURCES: Mapping[Indicator.Derived, Callable[[Units, Span], Iterable[Entry]]] = {
    Indicator.Derived.PAPERS: _papers,
    Indicator.Derived.DELEGATIONS: _delegations,
    Indicator.Derived.MEETINGS: _meetings,
    Indicator.Derived.DUTIES: _duties,
    Indicator.Derived.SUPPORT: _support,
    Indicator.Derived.CHILDREN: _children,
}
