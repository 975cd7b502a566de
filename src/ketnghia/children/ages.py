"""How old a child may be, where often only the year of birth is known; no database."""

from __future__ import annotations

import re
from datetime import date

from ketnghia.vietnamese.dates import WrongDayError, day, parse_day

# Luật Trẻ em 2016, Điều 1: under sixteen. From seven a child is asked too (Điều 21; NĐ 56/2017).
ADULT_AT = 16
ASKED_FROM = 7
OLDEST = 18
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\D+\d{1,2}\D+(?:\d{4}|\d{2})")


class WrongBirthError(ValueError):
    """Neither a year nor a day of birth of anybody young."""


def read_birth(text: str, *, today: date) -> str:
    """A year as 2015, a day as 2015-04-03; empty stays empty. Raises WrongBirthError."""
    plain = text.strip()
    if not plain:
        return ""
    if _YEAR.fullmatch(plain):
        return _sensible(plain, today)
    if not _DAY.fullmatch(plain):
        raise WrongBirthError
    try:
        return _sensible(parse_day(plain, today=today).isoformat(), today)
    except WrongDayError as wrong:
        raise WrongBirthError from wrong


def _sensible(born: str, today: date) -> str:
    if _earliest(born) > today or today.year - int(born[:4]) > OLDEST:
        raise WrongBirthError
    return born


def has_day(born: str) -> bool:
    return "-" in born


def shown(born: str) -> str:
    """2014, 3/4/2015."""
    return day(date.fromisoformat(born)) if has_day(born) else born


def _earliest(born: str) -> date:
    return date.fromisoformat(born if has_day(born) else f"{born}-01-01")


def _latest(born: str) -> date:
    return date.fromisoformat(born if has_day(born) else f"{born}-12-31")


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def is_child(born: str, on: date) -> bool:
    """Under sixteen on a day; where only the year is known, as long as it may be so."""
    return _age(_latest(born), on) < ADULT_AT


def is_asked(born: str, on: date) -> bool:
    """From seven on the child agrees too; where only the year is known, as soon as it may be so."""
    return not born or _age(_earliest(born), on) >= ASKED_FROM
