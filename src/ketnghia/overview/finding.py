"""One search over everything a person may see, without marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.people.models import Person
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day, span

AT_MOST = 10


@dataclass(frozen=True)
class Found:
    """One record: what it is called, where it stands, when it was."""

    title: str
    url: str
    when: str = ""
    ended_on: date | None = None


@dataclass(frozen=True)
class Group:
    """What was found of one kind, at most ten; `more_url` leads to all of them."""

    title: str | Promise
    records: list[Found]
    more_url: str = ""


def find_everywhere(words: str, user: User) -> list[Group]:
    """Groups that have anything, each at most ten records."""
    papers = Agreement.objects.visible_to(user).search(words).order_by("-signed_on", "pk")
    return [
        group
        for group in (
            _group(_("Đơn vị"), Unit.objects.ranked(words), _unit),
            _group(_("Văn bản"), papers, _paper, "agreements:list", words),
            _group(
                _("Giao lưu"),
                Exchange.objects.visible_to(user).search(words),
                _held,
                "exchanges:list",
                words,
            ),
            _group(
                _("Hoạt động"),
                Activity.objects.newest_seen_by(user).search(words),
                _held,
                "activities:list",
                words,
            ),
            _group(_("Nhân sự"), Person.objects.search(words).order_by("sort_key"), _person),
        )
        if group.records
    ]


def _group(
    title: str | Promise,
    found: Any,
    told: Callable[[Any], Found],
    list_name: str = "",
    words: str = "",
) -> Group:
    records = [told(record) for record in found[: AT_MOST + 1]]
    is_more = len(records) > AT_MOST and list_name
    more_url = f"{reverse(list_name)}?{urlencode({'q': words})}" if is_more else ""
    return Group(title, records[:AT_MOST], more_url)


def _unit(unit: Unit) -> Found:
    return Found(unit.name, unit.get_absolute_url(), ended_on=unit.ended_on)


def _paper(paper: Agreement) -> Found:
    when = day(paper.signed_on) if paper.signed_on else ""
    return Found(paper.title, paper.get_absolute_url(), when)


def _held(record: Exchange | Activity) -> Found:
    when = span(record.begins_on, record.ends_on)
    return Found(record.title, record.get_absolute_url(), when)


def _person(person: Person) -> Found:
    return Found(person.name, person.get_absolute_url())
