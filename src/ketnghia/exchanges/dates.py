"""Days for a meeting of some units: what is proposed and why, what a typed day falls on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ketnghia.accounts.models import User
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.exchanges.windows import FRIDAY, ONE_DAY, Span, Wish, proposals, room_for
from ketnghia.holidays.calendar import Day, Kind
from ketnghia.holidays.names import HOME, country_name
from ketnghia.holidays.operations import days_kept
from ketnghia.units.lines import lineages
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import WEEKDAYS, day, span

LONGEST = 10
# A day kept so near a proposal is told with it.
NEAR = 7


@dataclass(frozen=True)
class Proposed:
    """A window with its words and what speaks for it."""

    span: Span
    words: str
    why: str

    @property
    def first(self) -> str:
        return day(self.span.first)

    @property
    def last(self) -> str:
        return day(self.span.last)


@dataclass(frozen=True)
class Busy:
    """A meeting one of the units has already; its title only for who may open it."""

    span: Span
    names: str
    title: str


@dataclass(frozen=True)
class Asked:
    """Whom the days are for and how long; `typed` is what stands in the fields by now."""

    units: Sequence[Unit]
    length: int = 1
    typed: Span | None = None
    on_weekends: bool = False
    due_on: date | None = None
    besides: Exchange | None = None


class Dates:
    """What stands beside the date fields when a meeting is planned."""

    def __init__(self, asked: Asked, *, user: User, today: date | None = None) -> None:
        self.asked = asked
        self.user = user
        self.today = today or localdate()

    @cached_property
    def wish(self) -> Wish:
        return Wish(
            length=self.asked.length,
            today=self.today,
            due_on=self.asked.due_on,
            is_abroad=len(self.countries) > 1,
            on_weekends=self.asked.on_weekends,
        )

    @cached_property
    def countries(self) -> list[str]:
        """Home first, then the friends'."""
        return list(dict.fromkeys([HOME, *(unit.country for unit in self.asked.units)]))

    @property
    def country_names(self) -> str:
        names = [country_name(country) for country in self.countries]
        if len(names) == 1:
            return names[0]
        return _("%(first)s và %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}

    @cached_property
    def _range(self) -> Span:
        """The days looked at: those searched, and those typed with what is near."""
        room = room_for(self.wish) or Span(self.today, self.today)
        typed = self.asked.typed or room
        near = NEAR * ONE_DAY
        return Span(min(room.first, typed.first) - near, max(room.last, typed.last) + near)

    @cached_property
    def kept(self) -> list[Day]:
        return days_kept(self.countries, self._range.first, self._range.last)

    @cached_property
    def busy(self) -> list[Busy]:
        """What the units have already in these days, this meeting apart."""
        prefetch_related_objects(list(self.asked.units), "names")
        lines = lineages({unit.pk for unit in self.asked.units})
        units = {one for line in lines.values() for one in line}
        parts = Participation.objects.filter(unit__in=units)
        found = Exchange.objects.filter(
            pk__in=parts.values("exchange"),
            state__in=Exchange.COMING,
            begins_on__lte=self._range.last,
            ends_on__gte=self._range.first,
        ).seen_by(self.user)
        if self.asked.besides:
            found = found.exclude(pk=self.asked.besides.pk)
        return [
            Busy(Span(one.begins_on, one.ends_on), self._whose(one, lines), self._title(one))
            for one in found.prefetch_related("participations").order_by("begins_on", "pk")
        ]

    def _whose(self, exchange: Exchange, lines: dict[int, set[int]]) -> str:
        """Which of the units take part, by their short names."""
        there = {part.unit_id for part in exchange.participations.all()}
        return ", ".join(u.short_name for u in self.asked.units if lines[u.pk] & there)

    @staticmethod
    def _title(exchange: Exchange) -> str:
        return exchange.title if getattr(exchange, "may_be_seen", False) else ""

    @cached_property
    def taken(self) -> dict[date, str]:
        """Days nothing is proposed on, and why."""
        found = {kept.on: kept.name for kept in self.kept}
        for busy in self.busy:
            found |= dict.fromkeys(busy.span.days, busy.title)
        return found

    # -------------------------------------------------------------- proposed

    @cached_property
    def proposed(self) -> list[Proposed]:
        found = proposals(self.wish, self.taken)
        return [Proposed(one, window_words(one), self._why(one)) for one in found]

    @property
    def has_no_room(self) -> bool:
        """The day of the turn is too near for a meeting of this length."""
        return room_for(self.wish) is None

    def _why(self, window: Span) -> str:
        """Time to prepare, time to the day of the turn, and the day it steers clear of."""
        reasons = [
            _("còn %(days)s ngày chuẩn bị") % {"days": (window.first - self.today).days},
            *self._before_due(window),
            *self._beside_a_day(window),
        ]
        return "; ".join(reasons)

    def _before_due(self, window: Span) -> Iterator[str]:
        due = self.wish.due_on
        if due and due >= window.last:
            days = (due - window.last).days
            yield _("trước hạn %(days)s ngày") % {"days": days} if days else _("đúng hạn của lượt")

    def _beside_a_day(self, window: Span) -> Iterator[str]:
        """The nearest day that is kept, where it is within a week."""
        near = [
            (abs((kept.on - edge).days), kept.country != HOME, kept)
            for kept in self.kept
            if kept.kind != Kind.EVE
            for edge in [window.first if kept.on < window.first else window.last]
        ]
        away, _is_friends, kept = min(near, default=(NEAR + 1, False, None))
        if kept is None or away > NEAR:
            return
        words = {"days": away, "name": kept.name, "on": f"{kept.on.day}/{kept.on.month}"}
        if kept.on < window.first:
            yield _("sau %(name)s (%(on)s) %(days)s ngày") % words
        else:
            yield _("trước %(name)s (%(on)s) %(days)s ngày") % words

    # -------------------------------------------------------------- typed

    @property
    def warnings(self) -> list[str]:
        """What the typed days fall on; told, never a refusal."""
        typed = self.asked.typed
        if typed is None or typed.last < self.today:
            return []
        return [
            *_falls_on(typed, self.kept),
            *self._meets(typed),
            *_on_weekends(typed, asked_for=self.asked.on_weekends),
            *self._after_due(typed),
        ]

    def _meets(self, typed: Span) -> Iterator[str]:
        for busy in self.busy:
            if busy.title and busy.span.meets(typed):
                words = {"names": busy.names, "title": busy.title}
                days = span(busy.span.first, busy.span.last)
                yield _("%(names)s đã có “%(title)s”, %(days)s.") % {**words, "days": days}

    def _after_due(self, typed: Span) -> Iterator[str]:
        due = self.wish.due_on
        if due and due >= self.today and typed.first > due:
            yield _("Sau hạn của lượt này, %(day)s.") % {"day": day(due)}


def clashes(exchange: Exchange, units: Sequence[Unit], *, user: User) -> list[str]:
    """What the days of a meeting to come fall on; weekends are known to who chose them."""
    if not exchange.is_coming:
        return []
    days = Span(exchange.begins_on, exchange.ends_on)
    asked = Asked(units, typed=days, on_weekends=True, besides=exchange)
    return Dates(asked, user=user).warnings


def _falls_on(typed: Span, kept: Collection[Day]) -> Iterator[str]:
    """Days of one name are told together: "14–16/4/2027 là Tết Bunpimay"."""
    inside = [one for one in kept if typed.first <= one.on <= typed.last]
    inside.sort(key=lambda one: (one.name, one.on))
    for name, group in groupby(inside, key=lambda one: one.name):
        days = list(group)
        words = {"days": span(days[0].on, days[-1].on), "name": name}
        if days[0].kind == Kind.EVE:
            yield _("%(days)s rơi vào %(name)s.") % words
        elif days[0].kind == Kind.OFF:
            yield _("%(days)s là %(name)s, ngày nghỉ.") % words
        else:
            yield _("%(days)s là %(name)s.") % words


def _on_weekends(typed: Span, *, asked_for: bool) -> Iterator[str]:
    if asked_for:
        return
    for one in list(typed.days)[:LONGEST]:
        if one.weekday() > FRIDAY:
            yield _("%(day)s là %(weekday)s.") % {"day": day(one), "weekday": _weekday(one)}


def _weekday(on: date) -> str:
    """As it stands inside a sentence: thứ Bảy, Chủ Nhật."""
    name = WEEKDAYS[on.weekday()]
    return name.replace("Thứ", "thứ")


def window_words(window: Span) -> str:
    """Thứ Ba, 8/12/2026; Thứ Ba – Thứ Tư, 8–9/12/2026."""
    first, last = WEEKDAYS[window.first.weekday()], WEEKDAYS[window.last.weekday()]
    days = span(window.first, window.last)
    return f"{first}, {days}" if window.first == window.last else f"{first} – {last}, {days}"
