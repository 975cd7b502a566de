"""Which periods a promise opens over the term of its agreement; dates only, no database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from ketnghia.agreements.terms import Rhythm

# A paper signed on 12 December for a year does not owe two exchanges in its first twenty days:
# a piece of a calendar year shorter than a quarter joins the year beside it.
SHORT_PIECE = timedelta(days=92)
ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """From one day to another, both inside; an open end is None."""

    starts_on: date
    ends_on: date | None

    @property
    def length(self) -> timedelta:
        return self.ends_on - self.starts_on + ONE_DAY if self.ends_on else timedelta.max


def periods(
    rhythm: str, *, starts_on: date, ends_on: date | None, today: date, due_on: date | None = None
) -> list[Period]:
    """The periods a promise of this rhythm opens; without an end, those begun until today."""
    if rhythm == Rhythm.EACH_YEAR:
        return _years(starts_on, ends_on, today)
    if rhythm == Rhythm.ONCE_BY and due_on:
        return [Period(starts_on, max(due_on, starts_on))]
    return [Period(starts_on, ends_on)]


def _years(starts_on: date, ends_on: date | None, today: date) -> list[Period]:
    last = ends_on or date(max(today, starts_on).year, 12, 31)
    pieces = [
        Period(
            max(starts_on, date(year, 1, 1)),
            min(last, date(year, 12, 31)),
        )
        for year in range(starts_on.year, last.year + 1)
    ]
    return _joined_at_end(_joined_at_start(pieces), is_open=ends_on is None)


def _joined_at_start(pieces: list[Period]) -> list[Period]:
    if len(pieces) > 1 and pieces[0].length < SHORT_PIECE:
        first, second, *rest = pieces
        return [Period(first.starts_on, second.ends_on), *rest]
    return pieces


def _joined_at_end(pieces: list[Period], *, is_open: bool) -> list[Period]:
    if not is_open and len(pieces) > 1 and pieces[-1].length < SHORT_PIECE:
        *rest, before, last = pieces
        return [*rest, Period(before.starts_on, last.ends_on)]
    return pieces
