"""The list of ledgers: the same tools as every list, over turns told in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import Rotation
from ketnghia.rotations.turn_words import when
from ketnghia.ui.listing import Column, Listing
from ketnghia.vietnamese.text import fold, sort_key

DUE_SOON = 60
STATES = [
    ("", _("Mọi tình trạng")),
    ("late", _("quá hẹn")),
    ("due", _("đến hạn trong hai tháng")),
    ("planned", _("đã lên lịch")),
]


def _order(ledger: Ledger) -> str:
    return " → ".join(ledger.unit_today(place).short_name for place in ledger.places)


def _next(ledger: Ledger) -> str:
    return ledger.next_unit.short_name if ledger.next_unit else ""


COLUMNS = [
    Column("name", _("Sổ luân phiên"), lambda ledger: str(ledger.rotation), sort="name"),
    Column("order", _("Thứ tự"), _order),
    Column("next", _("Đến lượt"), _next, sort="next"),
    Column("due", _("Trước ngày"), lambda ledger: ledger.due_on, sort="due"),
    Column("state", _("Tình trạng"), when),
    Column("last", _("Lần gần nhất"), lambda one: one.last.on if one.last else None, sort="-last"),
]


def _place(key: str, ledger: Ledger) -> tuple[Any, ...]:
    """What a column is ordered by; ledgers without the day stand last."""
    name = sort_key(str(ledger.rotation))
    last = ledger.last.on if ledger.last and ledger.last.on else date.min
    keys: dict[str, tuple[Any, ...]] = {
        "name": (name,),
        "next": (sort_key(_next(ledger)), name),
        "due": (ledger.due_on or date.max, name),
        "last": (last, name),
    }
    return (*keys[key], ledger.rotation.pk)


def state_of(ledger: Ledger) -> str:
    if ledger.planned:
        return "planned"
    if ledger.is_late:
        return "late"
    is_soon = ledger.due_on and (ledger.due_on - ledger.today).days <= DUE_SOON
    return "due" if is_soon else ""


class LedgerFilter(forms.Form):
    """By how the turn that waits stands."""

    state = forms.ChoiceField(label=_("Tình trạng"), choices=STATES, required=False)


class LedgerListing(Listing):
    """Search over the subject and the units in the order, without marks."""

    def __init__(self, request: HttpRequest, ledgers: Sequence[Ledger]) -> None:
        super().__init__(
            request,
            Rotation.objects.none(),
            columns=COLUMNS,
            default_sort="due",
            name="so-luan-phien",
        )
        self._ledgers = ledgers

    @cached_property
    def filter_form(self) -> LedgerFilter:
        return LedgerFilter(self.request.GET)

    @cached_property
    def found(self) -> Any:
        wanted = self.filter_form.cleaned_data["state"] if self.filter_form.is_valid() else ""
        words = fold(self.words).split()
        found = [
            ledger
            for ledger in self._ledgers
            if (not wanted or state_of(ledger) == wanted) and _is_named(ledger, words)
        ]
        key = self.ordering.removeprefix("-")
        turned = self.ordering.startswith("-")
        return sorted(found, key=lambda ledger: _place(key, ledger), reverse=turned)


def _is_named(ledger: Ledger, words: Sequence[str]) -> bool:
    names = [fold(str(ledger.rotation))]
    for place in ledger.rotation.places.all():
        names += [place.unit.search_text, ledger.unit_today(place).search_text]
    return all(word in " ".join(names) for word in words)
