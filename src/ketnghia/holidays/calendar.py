"""Which days a country or the union keeps; a table and fixed days, no database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.holidays.names import FESTIVE, HOME, NEW_YEARS, Words, day_name

TABLE = Path(__file__).parent / "data" / "days_off.tsv"
ONE_DAY = timedelta(days=1)
BEFORE_NEW_YEAR = timedelta(days=7)


class Kind(StrEnum):
    """Off: offices are closed. Kept: the union or a friend marks it. Eve: the week before Tết."""

    OFF = "off"
    KEPT = "kept"
    EVE = "eve"


@dataclass(frozen=True, order=True)
class Day:
    """A day and why it is kept."""

    on: date
    country: str
    kind: Kind
    name: str = field(compare=False)


@dataclass(frozen=True)
class Anchor:
    """A day that comes each year on the same date."""

    day: int
    month: int
    name: Words
    country: str = HOME


# Days of the union and of the friends that are marked but not days off (domain.md §5.5).
ANCHORS = (
    Anchor(9, 1, _("Ngày Học sinh, sinh viên")),
    Anchor(18, 1, _("Ngày lập quan hệ ngoại giao Việt Nam – Trung Quốc"), "CN"),
    Anchor(3, 2, _("Ngày thành lập Đảng")),
    Anchor(3, 3, _("Ngày truyền thống Bộ đội Biên phòng")),
    Anchor(26, 3, _("Ngày thành lập Đoàn")),
    Anchor(4, 5, _("Ngày Thanh niên Trung Quốc"), "CN"),
    Anchor(15, 5, _("Ngày thành lập Đội")),
    Anchor(19, 5, _("Ngày sinh Chủ tịch Hồ Chí Minh")),
    Anchor(1, 6, _("Quốc tế Thiếu nhi")),
    Anchor(24, 6, _("Ngày lập quan hệ ngoại giao Việt Nam – Campuchia"), "KH"),
    Anchor(18, 7, _("Ngày Hiệp ước hữu nghị Việt Nam – Lào"), "LA"),
    Anchor(27, 7, _("Ngày Thương binh, Liệt sĩ")),
    Anchor(5, 9, _("Ngày lập quan hệ ngoại giao Việt Nam – Lào"), "LA"),
    Anchor(15, 10, _("Ngày truyền thống Hội Liên hiệp Thanh niên")),
    Anchor(20, 11, _("Ngày Nhà giáo")),
    Anchor(22, 12, _("Ngày thành lập Quân đội")),
)


@cache
def table() -> Mapping[str, Mapping[date, str]]:
    """The days off of each country: the day and the code of its name."""
    found: dict[str, dict[date, str]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        country, on, code = line.split("\t")
        found.setdefault(country, {})[date.fromisoformat(on)] = code
    return found


def last_known_day() -> date:
    """The day up to which days off are told; after it only fixed days are known."""
    return min(max(days) for days in table().values())


def days_off(country: str, first: date, last: date) -> Iterator[Day]:
    """Days on which the offices of a country are closed, as the table has them."""
    for on, code in table().get(country, {}).items():
        if first <= on <= last:
            yield Day(on, country, Kind.OFF, day_name(code, country))


def anchors(countries: Collection[str], first: date, last: date) -> Iterator[Day]:
    """Days these countries mark, with the union's own for home."""
    for year in range(first.year, last.year + 1):
        for anchor in ANCHORS:
            on = date(year, anchor.month, anchor.day)
            if anchor.country in countries and first <= on <= last:
                yield Day(on, anchor.country, Kind.KEPT, str(anchor.name))


def eves(country: str, first: date, last: date) -> Iterator[Day]:
    """The week before the New Year feast of a country."""
    feasts = {on for on, code in table().get(country, {}).items() if code in NEW_YEARS}
    for feast in feasts:
        if feast - ONE_DAY in feasts:
            continue
        name = _now("tuần trước %(feast)s") % {"feast": day_name(table()[country][feast], country)}
        on = feast - BEFORE_NEW_YEAR
        while on < feast:
            if first <= on <= last and on not in table()[country]:
                yield Day(on, country, Kind.EVE, name)
            on += ONE_DAY


def festive_days(countries: Collection[str], first: date, last: date) -> list[Day]:
    """Days on which one writes to these friends: their anchors and the first of their feasts."""
    friends = set(countries) - {HOME}
    found = [*anchors(friends, first, last)]
    for country in friends:
        days = table().get(country, {})
        found += [
            day
            for day in days_off(country, first, last)
            if days[day.on] in FESTIVE and days.get(day.on - ONE_DAY) != days[day.on]
        ]
    return sorted(found)


def known_days(countries: Collection[str], first: date, last: date) -> list[Day]:
    """Everything known of the days between, home's and the union's days always among them."""
    asked = {HOME, *countries}
    found = [*anchors(asked, first, last)]
    for country in asked:
        found += [*days_off(country, first, last), *eves(country, first, last)]
    return sorted(found)


def without_doubles(days: Iterable[Day]) -> list[Day]:
    """A country's day once: a day off says more than a day that is only kept."""
    found: dict[tuple[date, str], Day] = {}
    for day in days:
        other = found.get((day.on, day.country))
        if other is None or (day.kind == Kind.OFF and other.kind != Kind.OFF):
            found[(day.on, day.country)] = day
    return sorted(found.values())
