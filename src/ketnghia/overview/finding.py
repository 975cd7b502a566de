"""One search over everything a person may see, without marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.people.models import Person
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold

AT_MOST = 10


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    title: str | Promise
    records: list[Any]


def find_everywhere(words: str, user: User) -> list[Group]:
    """Groups that have anything, each at most ten records."""
    kinds = [
        (_("Đơn vị"), Unit.objects.order_by("ended_on", "sort_key")),
        (_("Văn bản"), Agreement.objects.visible_to(user).order_by("-signed_on", "pk")),
        (_("Giao lưu"), Exchange.objects.visible_to(user)),
        (_("Hoạt động"), Activity.objects.visible_to(user)),
        (_("Nhân sự"), Person.objects.order_by("sort_key")),
    ]
    groups = []
    for title, found in kinds:
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)  # noqa: PLW2901 - narrows step by step
        records = list(found[:AT_MOST])
        if records:
            groups.append(Group(title, records))
    return groups
