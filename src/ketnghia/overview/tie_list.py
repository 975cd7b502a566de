"""The list of relations: the same tools as every list, over ties woven in memory."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.overview.ties import Tie
from ketnghia.ui.listing import Column, Listing
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import fold

SHAPES: dict[str, str | Promise] = {
    "taut": _("còn đều"),
    "slack": _("lặng"),
    "cut": _("bên ký không còn"),
    "off": _("đã xong"),
}

COLUMNS = [
    Column("left", _("Bên ta"), lambda tie: tie.left.name, sort="left"),
    Column("right", _("Bên bạn"), lambda tie: tie.right.name, sort="right"),
    Column("shape", _("Tình trạng"), lambda tie: SHAPES[tie.shape], sort="shape"),
    Column("last", _("Lần cuối có ghi"), lambda tie: tie.last_on, sort="-last"),
    Column("next", _("Ngày tới"), lambda tie: tie.next_on, sort="next"),
    Column("paper", _("Văn bản mới nhất"), lambda tie: tie.newest.title if tie.newest else ""),
]


def _place(key: str, tie: Tie) -> tuple[Any, ...]:
    """What a column is ordered by; ties without the day stand last."""
    keys: dict[str, tuple[Any, ...]] = {
        "left": (tie.left.sort_key, tie.right.sort_key),
        "right": (tie.right.sort_key, tie.left.sort_key),
        "shape": (list(SHAPES).index(tie.shape), tie.right.sort_key),
        "last": (tie.last_on or date.min, tie.right.sort_key),
        "next": (tie.next_on or date.max, tie.right.sort_key),
    }
    return keys[key]


class TieFilter(forms.Form):
    """By the shape of the tie."""

    shape = forms.ChoiceField(
        label=_("Tình trạng"), choices=[("", _("Mọi tình trạng")), *SHAPES.items()], required=False
    )


class TieListing(Listing):
    """Search over both names, without marks; filter by shape; order by any column."""

    def __init__(self, request: HttpRequest, ties: list[Tie]) -> None:
        super().__init__(
            request, Unit.objects.none(), columns=COLUMNS, default_sort="right", name="quan-he"
        )
        self._ties = ties

    @cached_property
    def filter_form(self) -> TieFilter:
        return TieFilter(self.request.GET)

    @cached_property
    def found(self) -> Any:
        """Everything the search and the filter let through, in order."""
        wanted = self.filter_form.cleaned_data["shape"] if self.filter_form.is_valid() else ""
        found = [
            tie
            for tie in self._ties
            if (not wanted or tie.shape == wanted) and _is_named(tie, self.words)
        ]
        key = self.ordering.removeprefix("-")
        return sorted(
            found, key=lambda tie: _place(key, tie), reverse=self.ordering.startswith("-")
        )


def _is_named(tie: Tie, words: str) -> bool:
    """Every word somewhere in a name of either side."""
    names = f"{tie.left.search_text} {tie.right.search_text}"
    return all(word in names for word in fold(words).split())
