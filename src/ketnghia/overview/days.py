"""Days a friend keeps, known without asking: when a letter of congratulation is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNTRIES: dict[str, str | Promise] = {
    "LA": _("Lào"),
    "CN": _("Trung Quốc"),
    "KH": _("Campuchia"),
}
# Day, month, and what it is (domain.md §5: anchor days).
KEPT: dict[str, list[tuple[int, int, str | Promise]]] = {
    "LA": [
        (14, 4, _("Tết Bunpimay")),
        (18, 7, _("Ngày Hiệp ước hữu nghị Việt Nam – Lào")),
        (5, 9, _("Ngày lập quan hệ ngoại giao Việt Nam – Lào")),
        (2, 12, _("Quốc khánh Lào")),
    ],
    "CN": [
        (18, 1, _("Ngày lập quan hệ ngoại giao Việt Nam – Trung Quốc")),
        (4, 5, _("Ngày Thanh niên Trung Quốc")),
        (1, 10, _("Quốc khánh Trung Quốc")),
    ],
}


@dataclass(frozen=True)
class FriendsDay:
    """A day of a country, the next time it comes."""

    on: date
    title: str | Promise
    country: str


def friends_days(countries: Iterable[str], *, today: date, within: int) -> list[FriendsDay]:
    """Days of these countries from today on, the nearest first."""
    until = today + timedelta(days=within)
    found = []
    for country in sorted(set(countries)):
        for day, month, title in KEPT.get(country, []):
            on = date(today.year, month, day)
            on = on if on >= today else date(today.year + 1, month, day)
            if on <= until:
                found.append(FriendsDay(on, title, country))
    return sorted(found, key=lambda kept: kept.on)
