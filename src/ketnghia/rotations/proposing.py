"""An order of hosts read from a paper that says the sides take turns, for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.agreements.chains import chains
from ketnghia.agreements.models import Agreement, Commitment
from ketnghia.agreements.terms import Counted, Rhythm, Who
from ketnghia.exchanges.models import Exchange, ExchangeQuerySet, Participation, Series
from ketnghia.rotations.ledger_reading import MEETINGS
from ketnghia.rotations.turns import YEAR_END
from ketnghia.units.lines import Lines, lineages
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold

# How papers say that the sides take turns.
ALTERNATING = ("luan phien", "thay nhau", "lan luot", "thay phien")
# A paper for about a year is due by the day it turns a year; a longer one by the end of each.
ABOUT_A_YEAR = timedelta(days=396)
MOST_HOSTS = 5


@dataclass(frozen=True)
class Proposal:
    """An order with its rhythm as the records suggest it; nothing of it is stored."""

    hosts: list[Unit] = field(default_factory=list)
    since: int = 0
    every: int | None = 1
    due: tuple[int, int] = YEAR_END


def alternates(commitment: Commitment) -> bool:
    """Whether a promise says that the sides take turns with a meeting."""
    return (
        commitment.who == Who.JOINTLY
        and any(branch.counted == Counted.MEETING for branch in commitment.branches.all())
        and any(words in fold(commitment.wording) for words in ALTERNATING)
    )


def papers_without_order(user: User) -> list[Agreement]:
    """The newest papers the person may change that say the sides take turns, and have no order."""
    found = (
        Commitment.objects.filter(
            who=Who.JOINTLY,
            branches__counted=Counted.MEETING,
            agreement__in=Agreement.objects.editable_by(user),
            agreement__signed_on__isnull=False,
            agreement__closed_on__isnull=True,
            agreement__reviewed_on__isnull=True,
            agreement__renewals__isnull=True,
            agreement__rotation__isnull=True,
        )
        .select_related("agreement")
        .prefetch_related("branches", "agreement__parties__unit__names")
        .order_by("-agreement__signed_on", "pk")
    )
    return list({c.agreement_id: c.agreement for c in found if alternates(c)}.values())


def proposed_for_paper(agreement: Agreement) -> Proposal:
    """The parties in their order, whoever hosted last first; its year and day from the paper."""
    chain = chains([agreement.pk])[agreement.pk]
    held = Exchange.objects.happened().filter(agreement__in=chain, kind__in=MEETINGS)
    parties = [party.unit for party in agreement.parties.select_related("unit").order_by("order")]
    hosts, since = _turned(parties[:MOST_HOSTS], held)
    promises = agreement.commitments.prefetch_related("branches")
    promise = next((one for one in promises if alternates(one)), None)
    is_yearly = promise is None or promise.rhythm == Rhythm.EACH_YEAR
    return Proposal(hosts, since, 1 if is_yearly else None, _due(agreement))


def proposed_for_series(series: Series) -> Proposal:
    """Everyone who took part, hosts in the order they hosted, whoever hosted last first."""
    held = series.exchanges.happened()
    parts = Participation.objects.filter(exchange__in=held).select_related("unit")
    by_hosting = parts.order_by("-role", "exchange__begins_on", "pk")
    units = _once([part.unit for part in by_hosting])
    hosts, since = _turned(units[:MOST_HOSTS], held)
    return Proposal(hosts, since)


def _once(units: list[Unit]) -> list[Unit]:
    """Each line of units once, by the first of it that is named."""
    lines = lineages({unit.pk for unit in units})
    kept: list[Unit] = []
    for unit in units:
        if not any(unit.pk in lines[other.pk] for other in kept):
            kept.append(unit)
    return kept


def _turned(units: list[Unit], held: ExchangeQuerySet) -> tuple[list[Unit], int]:
    """The order turned so that it begins with whoever hosted last, and the year that was."""
    lines = lineages({unit.pk for unit in units})
    last = _last_host(units, lines, held)
    if last is None:
        return units, localdate().year
    place, on = last
    return [*units[place:], *units[:place]], on.year


def _last_host(units: list[Unit], lines: Lines, held: ExchangeQuerySet) -> tuple[int, date] | None:
    hosts = Participation.objects.filter(exchange__in=held, role=Participation.Role.HOST)
    rows = hosts.order_by("-exchange__begins_on", "-exchange", "pk")
    for unit, on in rows.values_list("unit", "exchange__begins_on"):
        for place, candidate in enumerate(units):
            if unit in lines[candidate.pk]:
                return place, on
    return None


def _due(agreement: Agreement) -> tuple[int, int]:
    first, last = agreement.starts_on, agreement.ends_on
    is_short = first and last and last - first <= ABOUT_A_YEAR
    if not first or not is_short or (first.month, first.day) == (1, 1):
        return YEAR_END
    return first.month, first.day
