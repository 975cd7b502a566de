"""Entries written as a calendar other programmes read (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneStandard

from ketnghia.agenda.entries import Entry

ZONE = "Asia/Ho_Chi_Minh"
HERE = ZoneInfo(ZONE)
REFRESH = timedelta(hours=1)
ONE_DAY = timedelta(days=1)
ONE_HOUR = timedelta(hours=1)
# Nobody's telephone leaves the house, wherever somebody typed it.
_PHONE = re.compile(
    r"(?<!\d)(?:"
    r"(?:\+84|84|0)[ .\-]?(?:[35789](?:[ .\-]?\d){8}|2(?:[ .\-]?\d){9})"
    r"|\+\d(?:[ .\-]?\d){8,13}"
    r")(?!\d)"
)


def write(entries: Iterable[Entry], *, name: str, base: str, stamp: datetime) -> bytes:
    """The calendar; `base` is the address of the house, `stamp` stands where no change is known."""
    calendar = Calendar()
    calendar.add("prodid", "-//Ket Nghia//Lich//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, base, stamp))
    written: bytes = calendar.to_ical()
    return written


def _zone() -> Timezone:
    """Vietnam has kept one hour since 1975, so its zone is one line."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - a zone begins in local time
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _event(entry: Entry, base: str, stamp: datetime) -> Event:
    event = Event()
    changed = (entry.changed_at or stamp).astimezone(UTC).replace(microsecond=0)
    event.add("uid", f"{entry.source}-{entry.key}@ketnghia")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", entry.sequence)
    event.add("summary", without_phones(entry.summary or entry.title))
    event.add("status", _status(entry))
    event.add("categories", [str(entry.label)])
    event.add("url", f"{base}{entry.url}")
    event.add("description", without_phones(_description(entry, base)))
    if entry.place:
        event.add("location", without_phones(entry.place))
    _add_time(event, entry)
    return event


def _status(entry: Entry) -> str:
    if entry.mark == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if entry.is_tentative else "CONFIRMED"


def _add_time(event: Event, entry: Entry) -> None:
    """Whole days end on the morning after, as the format wants; hours keep their zone."""
    if entry.begins_at is None:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + ONE_DAY)
        event.add("transp", "TRANSPARENT")
        return
    begins = datetime.combine(entry.first, entry.begins_at, HERE)
    ends = datetime.combine(entry.first, entry.ends_at, HERE) if entry.ends_at else None
    event.add("dtstart", begins)
    event.add("dtend", ends or begins + ONE_HOUR)
    event.add("transp", "OPAQUE")


def _description(entry: Entry, base: str) -> str:
    lines = [entry.kind, entry.sides, entry.note, entry.state]
    said = [line[:1].upper() + line[1:] for line in lines if line]
    link = _("Mở trong Kết Nghĩa: %(url)s") % {"url": f"{base}{entry.url}"}
    return "\n".join([*said, link])


def without_phones(text: str) -> str:
    """The text with telephone numbers taken out."""
    return _PHONE.sub("…", text)
