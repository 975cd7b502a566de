"""What a calendar gets that reads a feed: within the owner's rights of this moment."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import override

from ketnghia.agenda.calendars import write
from ketnghia.agenda.entries import Entry
from ketnghia.agenda.gathering import tell
from ketnghia.agenda.merging import Asked, Merged
from ketnghia.agenda.models import Feed
from ketnghia.agenda.months import Month
from ketnghia.agenda.sources import EXCHANGES, PROGRAMME, SOURCES
from ketnghia.exchanges.models import Exchange
from ketnghia.units.models import Seat

MONTHS_BACK, MONTHS_AHEAD = 6, 18
MOST_ENTRIES = 500
# Stands where nobody knows when a record was written down.
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
# How long the same answer is given again, in seconds; and how many questions a minute are answered.
SAME_FOR = 300
MOST_A_MINUTE = 30


@dataclass(frozen=True)
class Answer:
    """A calendar as bytes, and the mark that tells it from another."""

    content: bytes
    etag: str


def is_asked_too_often(feed: Feed) -> bool:
    """Whether somebody reads the feed more often than any calendar has a reason to."""
    key = f"agenda-asked-{feed.pk}"
    cache.add(key, 0, 60)
    try:
        return cache.incr(key) > MOST_A_MINUTE
    except ValueError:  # the minute ended just now
        return False


def answer(feed: Feed, *, base: str, today: date) -> Answer:
    """The calendar of a feed; made anew when the owner's seats, the day or five minutes passed."""
    seats = Seat.objects.of(feed.owner).order_by("pk").values_list("pk", "unit", "role")
    key = _digest(f"{feed.digest} {list(seats)} {base} {today}".encode())
    found: Answer | None = cache.get(key)
    if found is None:
        found = _made(feed, base, today)
        cache.set(key, found, SAME_FOR)
    return found


def _made(feed: Feed, base: str, today: date) -> Answer:
    with override("vi"):
        name = _("Kết Nghĩa: %(what)s") % {"what": feed}
        content = write(entries_of(feed, today), name=name, base=base, stamp=feed.made_at)
    return Answer(content, _digest(content))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def entries_of(feed: Feed, today: date) -> list[Entry]:
    """Half a year back and a year and a half ahead; where that is too much, what is nearest."""
    scope = replace(feed.scope, with_cancelled=True)
    this = Month.of(today)
    within = (this.later(-MONTHS_BACK).first, this.later(MONTHS_AHEAD).last)
    asked = Asked(within=within, details=True)
    coming = Merged(scope, asked, today=today)[:MOST_ENTRIES]
    room = MOST_ENTRIES - len(coming)
    past = Merged(scope, replace(asked, is_past=True), today=today)[:room] if room else []
    return with_changes([*reversed(past), *coming])


def exchange_calendar(exchange: Exchange, *, base: str, today: date) -> bytes:
    """One exchange with the hours of its programme."""
    items = exchange.programme.filter(on__isnull=False, begins_at__isnull=False)
    picked = [(EXCHANGES, [exchange]), (PROGRAMME, items.select_related("exchange"))]
    entries = with_changes(tell([(source, list(rows)) for source, rows in picked], today))
    stamp = max((e.changed_at for e in entries if e.changed_at), default=FIRST)
    return write(entries, name=exchange.title, base=base, stamp=stamp)


def with_changes(entries: list[Entry]) -> list[Entry]:
    """Write into each entry how often its record was changed, and when last."""
    for source in SOURCES:
        mine = [entry for entry in entries if entry.source == source.key]
        changes = source.changes([int(entry.key) for entry in mine]) if mine else {}
        for entry in mine:
            times, entry.changed_at = changes.get(int(entry.key), (1, None))
            entry.sequence = times - 1
    return entries
