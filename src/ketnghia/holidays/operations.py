"""The days of the table as people corrected them, and correcting them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ketnghia.holidays.calendar import Day, Kind, known_days, table, without_doubles
from ketnghia.holidays.models import Holiday
from ketnghia.holidays.names import HOME, country_name


def days_kept(countries: Collection[str], first: date, last: date) -> list[Day]:
    """Days off, days kept and the weeks before Tết between two days, each country's day once.

    What a person corrected wins over the table. Home's days and the union's are always among them.
    """
    asked = {HOME, *countries}
    corrected = {
        (one.country, one.on): one
        for one in Holiday.objects.filter(country__in=asked, on__gte=first, on__lte=last)
    }
    known = [
        day
        for day in known_days(asked, first, last)
        if day.kind != Kind.OFF or (day.country, day.on) not in corrected
    ]
    added = [
        Day(one.on, one.country, Kind.OFF, one.name) for one in corrected.values() if one.is_off
    ]
    return without_doubles([*added, *known])


def is_working_day(on: date, off: Collection[date]) -> bool:
    """Monday to Friday, and not among the days off."""
    return on.weekday() < 5 and on not in off  # noqa: PLR2004 - five days a week


@transaction.atomic
def correct_day(
    *, country: str, on: date, is_off: bool, name: str = "", paper: str = ""
) -> Holiday:
    """Say that a country is off on a day, or is not; said again, it is corrected again."""
    stands = on in table().get(country, {})
    if is_off and not name:
        raise ValidationError({"name": _("Ghi ngày gì, ví dụ: nghỉ bù Quốc khánh.")})
    if not is_off and not stands and not Holiday.objects.filter(country=country, on=on).exists():
        words = {"country": country_name(country)}
        raise ValidationError({"on": _("%(country)s vốn không nghỉ ngày này.") % words})
    made, _is_new = Holiday.objects.update_or_create(
        country=country,
        on=on,
        defaults={"is_off": is_off, "name": name if is_off else "", "paper": paper},
    )
    return made
