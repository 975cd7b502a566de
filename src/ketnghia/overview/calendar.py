"""The days that come, beside the list of today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.holidays.calendar import festive_days
from ketnghia.overview.home import Home
from ketnghia.overview.shapes import LIVING
from ketnghia.overview.words import all_of
from ketnghia.vietnamese.dates import day

DAYS_AHEAD = 60
DATES_SHOWN = 8


@dataclass(frozen=True)
class DateLine:
    """A day that comes."""

    on: date
    title: str
    note: str = ""
    url: str = ""


def date_lines(home: Home) -> list[DateLine]:
    """What was planned, what ends, what turns a year, and the days the friends keep."""
    until = home.today + timedelta(days=DAYS_AHEAD)
    lines = [*_planned(home, until), *_papers(home, until), *_friends(home)]
    return sorted(lines, key=lambda line: (line.on, line.title))[:DATES_SHOWN]


def _planned(home: Home, until: date) -> list[DateLine]:
    found = home.scope.exchanges.filter(
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
            kept.name,
            _("Thư chúc mừng %(units)s")
            % {"units": all_of(list(dict.fromkeys(partners[kept.country]))[:4])},
        )
        for kept in festive_days(partners, home.today, home.today + timedelta(days=DAYS_AHEAD))
    ]
