"""What stands beside the list of today: whose turn it is, and the days that come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement, Duty
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.overview.days import friends_days
from ketnghia.overview.home import Home
from ketnghia.overview.shapes import LIVING
from ketnghia.overview.ties import Tie
from ketnghia.overview.turns import MEETINGS, alternates
from ketnghia.overview.words import all_of
from ketnghia.vietnamese.dates import day

DAYS_AHEAD = 60
DATES_SHOWN = 8


@dataclass(frozen=True)
class TurnLine:
    """With whom the sides take turns, who hosted last, and who is next."""

    tie: Tie
    last: str
    next: str
    is_ours: bool


@dataclass(frozen=True)
class DateLine:
    """A day that comes."""

    on: date
    title: str
    note: str = ""
    url: str = ""


def turn_lines(home: Home) -> list[TurnLine]:
    """One line for each tie whose newest paper says that the sides take turns."""
    newest = {tie.newest.pk: tie for tie in home.ties if tie.newest}
    found = Duty.objects.filter(
        commitment__agreement__in=newest, party__isnull=True, starts_on__lte=home.today
    )
    duties = {
        duty.commitment.agreement_id: duty
        for duty in found.select_related("commitment")
        .prefetch_related("commitment__branches")
        .order_by("starts_on")
        if alternates(duty.commitment)
    }
    ties = {pk: newest[pk] for pk in duties}
    hosted = _last_hosted(list(ties.values()))
    lines = [_turn_line(ties[pk], duties[pk], hosted.get(ties[pk].url)) for pk in ties]
    return sorted(lines, key=lambda line: not line.is_ours)


def _turn_line(tie: Tie, duty: Duty, last: tuple[date, str] | None) -> TurnLine:
    if last is None:
        return TurnLine(tie, _("chưa ghi"), _("chưa rõ"), is_ours=False)
    on, side = last
    is_ours = side == "right"
    month = f"{on.month}/{on.year}"
    before = _("%(who)s, %(month)s") % {
        "who": _("Ta") if side == "left" else _("Bạn"),
        "month": month,
    }
    if duty.is_met:
        year = (duty.ends_on or on).year + 1
    else:
        year = max((duty.ends_on or tie.today).year, tie.today.year)
    after = _("%(who)s, %(year)s") % {"who": _("Ta") if is_ours else _("Bạn"), "year": year}
    return TurnLine(tie, before, after, is_ours=is_ours)


def _last_hosted(ties: list[Tie]) -> dict[str, tuple[date, str]]:
    """For each tie the day of its last meeting that one of the two hosted, and which side."""
    units = {unit for tie in ties for unit in tie.left_ids | tie.right_ids}
    rows = Participation.objects.filter(
        unit__in=units, exchange__kind__in=MEETINGS, exchange__state__in=Exchange.HAPPENED
    ).values_list("exchange", "exchange__begins_on", "unit", "role")
    meetings: dict[int, list[tuple[date, int, str]]] = {}
    for exchange, on, unit, role in rows:
        meetings.setdefault(exchange, []).append((on, unit, role))
    found: dict[str, tuple[date, str]] = {}
    for tie in ties:
        sides = {"left": tie.left_ids, "right": tie.right_ids}
        for parts in meetings.values():
            present = {side for side, ids in sides.items() for _o, u, _r in parts if u in ids}
            host = [
                side
                for side, ids in sides.items()
                for _o, u, r in parts
                if r == "host" and u in ids
            ]
            if len(present) == len(sides) and host:
                new = parts[0][0], host[0]
                found[tie.url] = max(found.get(tie.url, new), new)
    return found


def date_lines(home: Home) -> list[DateLine]:
    """What was planned, what ends, what turns a year, and the days the friends keep."""
    until = home.today + timedelta(days=DAYS_AHEAD)
    lines = [*_planned(home, until), *_papers(home, until), *_friends(home)]
    return sorted(lines, key=lambda line: (line.on, line.title))[:DATES_SHOWN]


def _planned(home: Home, until: date) -> list[DateLine]:
    found = Exchange.objects.visible_to(home.user).filter(
        ~Q(state=Exchange.State.CANCELLED), begins_on__gte=home.today, begins_on__lte=until
    )
    return [
        DateLine(exchange.begins_on, exchange.title, exchange.place, exchange.get_absolute_url())
        for exchange in found.order_by("begins_on", "pk")[:DATES_SHOWN]
    ]


def _papers(home: Home, until: date) -> list[DateLine]:
    lines = []
    for paper in home.papers:
        if paper.state_on(home.today) not in LIVING:
            continue
        with_whom = home.tie_of[paper.pk].right.short_name
        url = paper.get_absolute_url()
        if paper.last_day and paper.last_day <= until:
            title = _("Hết hạn %(title)s") % {"title": paper.title}
            lines.append(
                DateLine(paper.last_day, title, _("với %(unit)s") % {"unit": with_whom}, url)
            )
        turned = _anniversary(paper, home.today)
        if turned and turned.on <= until:
            title = turned.title % {"unit": with_whom}
            lines.append(replace(turned, title=title, url=url))
    return lines


def _anniversary(paper: Agreement, today: date) -> DateLine | None:
    """The next time the day of signing comes round."""
    if paper.signed_on is None:
        return None
    signed = paper.signed_on
    last_of_february = signed.month == 2 and signed.day > 28  # noqa: PLR2004 - 29/2 comes as 28/2
    this_year = signed.replace(year=today.year, day=28 if last_of_february else signed.day)
    on = this_year if this_year >= today else this_year.replace(year=today.year + 1)
    title = _("Tròn %(years)s năm ký với %(unit)s")
    years = on.year - signed.year
    return DateLine(
        on, title.replace("%(years)s", str(years)), _("ký %(day)s") % {"day": day(signed)}
    )


def _friends(home: Home) -> list[DateLine]:
    """Days of the countries of the ties, with whom to write to."""
    partners: dict[str, list[str]] = {}
    for tie in home.ties:
        partners.setdefault(tie.right.country, []).append(tie.right.short_name)
    return [
        DateLine(
            kept.on,
            str(kept.title),
            _("Thư chúc mừng %(units)s")
            % {"units": all_of(list(dict.fromkeys(partners[kept.country]))[:4])},
        )
        for kept in friends_days(partners, today=home.today, within=DAYS_AHEAD)
    ]
