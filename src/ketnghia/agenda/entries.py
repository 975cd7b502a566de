"""What stands in the agenda, whatever it comes from; no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import span

# Every mark is a shape and a word; the shapes are drawn in month.css.
MARKS: dict[str, str | Promise] = {
    "planned": _("dự kiến"),
    "confirmed": _("đã chốt"),
    "done": _("đã làm"),
    "due": _("đến hạn"),
    "late": _("quá hẹn"),
    "cancelled": _("đã hủy"),
}


@dataclass
class Entry:
    """One line of the agenda: from when until when, what, and how it stands.

    `words` tell the mark more exactly where the source knows better; `summary` is the title where
    nothing stands around it; `is_tentative`: nobody has fixed it yet. `units` are filled in for
    all entries together and shown by the names of the first day. `sequence` and `changed_at` are
    filled in for calendars.
    """

    source: str
    key: str
    first: date
    last: date
    title: str
    url: str
    mark: str
    words: str = ""
    kind: str = ""
    place: str = ""
    note: str = ""
    begins_at: time | None = None
    ends_at: time | None = None
    units: list[Unit] = field(default_factory=list)
    label: str | Promise = ""
    summary: str = ""
    is_tentative: bool = False
    sequence: int = 0
    changed_at: datetime | None = None

    @property
    def state(self) -> str:
        return self.words or str(MARKS[self.mark])

    @property
    def sides(self) -> str:
        """Who it is between, by the names of its time."""
        return " – ".join(unit.name_on(self.first) for unit in self.units)

    @property
    def is_long(self) -> bool:
        return self.first < self.last

    @property
    def days(self) -> str:
        return span(self.first, self.last)

    @property
    def hours(self) -> str:
        """7h30–9h00; empty for what takes the whole day."""
        if self.begins_at is None:
            return ""
        last = f"–{_hour(self.ends_at)}" if self.ends_at else ""
        return f"{_hour(self.begins_at)}{last}"

    @property
    def place_in_day(self) -> tuple[date, time, str]:
        return (self.first, self.begins_at or time.min, self.title)


def _hour(at: time) -> str:
    return f"{at.hour}h{at.minute:02}"
