"""What the records of a period tell of one unit or one person, each as a piece of evidence.

A unit is told with all that stands under it and what went into it, as its totals are. Nothing is
weighed or ranked: numbers keep their bound, and what may be counted twice says so. The words are
kept and printed, so they are Vietnamese whatever language is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ketnghia.accounts.models import User
from ketnghia.activities.models import (
    Activity,
    ActivityQuerySet,
    Contribution,
    Indicator,
    Organiser,
)
from ketnghia.activities.rollup import doubted, over_all
from ketnghia.agreements.models import Duty, DutyQuerySet
from ketnghia.commendations.models import AwardRound, Proof
from ketnghia.exchanges.models import Exchange, ExchangeQuerySet
from ketnghia.people.models import Person
from ketnghia.reviews.models import Report, ReportQuerySet
from ketnghia.reviews.wording import phrase
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, span

# So many of each kind are offered; the rest is one tap away in its own list.
MOST = 30
JUDGED = (Report.State.ACCEPTED, Report.State.LOCKED)


@override("vi")
def of_unit(unit: Unit, round: AwardRound, user: User) -> list[Proof]:  # noqa: A002
    """Totals, activities, kept duties and accepted reviews of a unit over the days of a round."""
    return [
        *_totals(unit, round),
        *_activities(unit, round, user),
        *_duties(unit, round, user),
        *_reports(unit, round, user),
    ]


@override("vi")
def of_person(person: Person, round: AwardRound, user: User) -> list[Proof]:  # noqa: A002
    """Delegations the person headed, parts of a programme they chaired or were in charge of."""
    led = exchanges_led(person, round).visible_to(user).order_by("-ends_on", "-pk")
    return [_exchange(exchange, person) for exchange in led[:MOST]]


def reached(unit: Unit, at: str = "unit") -> Q:
    """Condition of a row: the unit it names is this one, stands under it, or went into it."""
    return Q(**{f"{at}__reached_by__holder": unit})


def contributions(round: AwardRound) -> QuerySet[Contribution]:  # noqa: A002
    """What figures add over the days of a round, of its campaign alone where it has one."""
    found = Contribution.objects.between(round.first, round.last)
    if round.campaign_id:
        found = found.filter(figure__activity__campaign=round.campaign_id)
    return found


def activities(round: AwardRound) -> ActivityQuerySet:  # noqa: A002
    """Activities that ended in the days of a round, of its campaign alone where it has one."""
    found = Activity.objects.filter(ends_on__gte=round.first, ends_on__lte=round.last)
    return found.filter(campaign=round.campaign_id) if round.campaign_id else found


def duties(round: AwardRound) -> DutyQuerySet:  # noqa: A002
    """Counted duties of one side whose day came; a campaign has none of its own."""
    found = Duty.objects.counted().filter(
        ends_on__gte=round.first, ends_on__lte=round.last, dropped_on=None, party__isnull=False
    )
    return found.none() if round.campaign_id else found


def reports(round: AwardRound) -> ReportQuerySet:  # noqa: A002
    """Accepted reports about days that end within those of a round."""
    found = Report.objects.filter(
        state__in=JUDGED, round__last__gte=round.first, round__last__lte=round.last
    )
    return found.filter(round__campaign=round.campaign_id) if round.campaign_id else found


def exchanges_led(person: Person, round: AwardRound) -> ExchangeQuerySet:  # noqa: A002
    """Exchanges whose people the person headed, or part of whose programme was theirs."""
    led = Q(participations__head=person)
    led |= Q(programme__in_charge=person) | Q(programme__chairs__person=person)
    return exchanges(round).filter(led).distinct()


def exchanges(round: AwardRound) -> ExchangeQuerySet:  # noqa: A002
    """Exchanges that were held in the days of a round."""
    found = Exchange.objects.happened()
    return found.filter(ends_on__gte=round.first, ends_on__lte=round.last)


def _totals(unit: Unit, round: AwardRound) -> Iterator[Proof]:  # noqa: A002
    keys = Unit.objects.filter(reached_by__holder=unit)
    found = contributions(round).filter(unit__in=keys)
    tallies = doubted(over_all(found), found, first=round.first, last=round.last)
    asked = {"unit": unit.pk, "below": "1", "first": day(round.first), "last": day(round.last)}
    for indicator in Indicator.objects.filter(pk__in=tallies).order_by("group", "order", "pk"):
        text = phrase(tallies[indicator.pk], indicator)
        if text:
            url = reverse("activities:total_figures", args=[indicator.pk])
            yield Proof(
                kind=Proof.Kind.TOTAL,
                key=f"total:{indicator.pk}:{round.first}:{round.last}",
                text=f"{text[:1].upper()}{text[1:]}"[:500],
                url=f"{url}?{urlencode(asked)}",
            )


def _activities(unit: Unit, round: AwardRound, user: User) -> Iterator[Proof]:  # noqa: A002
    ran = Organiser.objects.filter(reached(unit)).exclude(answer=Organiser.Answer.DISPUTED)
    found = activities(round).visible_to(user).filter(pk__in=ran.values("activity"))
    for activity in found.order_by("-ends_on", "-pk")[:MOST]:
        yield Proof(
            kind=Proof.Kind.ACTIVITY,
            key=f"activity:{activity.pk}",
            text=f"{activity.title}, {span(activity.begins_on, activity.ends_on)}"[:500],
            on=activity.ends_on,
            url=activity.get_absolute_url(),
        )


def _duties(unit: Unit, round: AwardRound, user: User) -> Iterator[Proof]:  # noqa: A002
    kept = duties(round).visible_to(user).filter(reached(unit, at="party__unit"), is_met=True)
    kept = kept.select_related("commitment").prefetch_related("evidence", "commitment__branches")
    for duty in kept.order_by("ends_on", "pk")[:MOST]:
        words = {"wording": duty.commitment.wording, "done": duty.words}
        yield Proof(
            kind=Proof.Kind.DUTY,
            key=f"duty:{duty.pk}",
            text=(_("Giữ cam kết “%(wording)s”: %(done)s") % words)[:500],
            on=duty.ends_on,
            url=duty.get_absolute_url(),
        )


def _reports(unit: Unit, round: AwardRound, user: User) -> Iterator[Proof]:  # noqa: A002
    """Its own, and those of units that went into it; those of units below are theirs."""
    own = {unit.pk} | unit.predecessor_ids()
    found = reports(round).visible_to(user).filter(unit__in=own).select_related("round", "unit")
    for report in found.order_by("round__last", "pk")[:MOST]:
        late = report.days_late()
        words = {"round": report.round.title, "late": late}
        told = _("%(round)s: báo cáo đã duyệt, nộp muộn %(late)s ngày")
        if not late:
            told = _("%(round)s: báo cáo đã duyệt, nộp đúng hạn")
        yield Proof(
            kind=Proof.Kind.REPORT,
            key=f"report:{report.pk}",
            text=(told % words)[:500],
            on=report.submitted_on,
            url=report.get_absolute_url(),
        )


def _exchange(exchange: Exchange, person: Person) -> Proof:
    is_head = any(side.head_id == person.pk for side in exchange.participations.all())
    words = {"title": exchange.title, "days": span(exchange.begins_on, exchange.ends_on)}
    told = _("Trưởng đoàn, chủ trì: %(title)s, %(days)s")
    if not is_head:
        told = _("Phụ trách trong chương trình: %(title)s, %(days)s")
    return Proof(
        kind=Proof.Kind.EXCHANGE,
        key=f"exchange:{exchange.pk}",
        text=(told % words)[:500],
        on=exchange.ends_on,
        url=exchange.get_absolute_url(),
    )
