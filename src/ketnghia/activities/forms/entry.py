"""The entry of one activity: its facts, its figures as understood, its photos; kept in one act."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils.functional import cached_property
from django.utils.timezone import localdate

from ketnghia.accounts.models import User
from ketnghia.activities.forms.activities import ActivityForm, open_duties
from ketnghia.activities.forms.figures import Lines, inside_question
from ketnghia.activities.hearing import Ear, Heard
from ketnghia.activities.models import Activity, Indicator
from ketnghia.activities.operations import Photo, record_with_photos
from ketnghia.ui.fields import OLDEST
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import WrongDayError, parse_day
from ketnghia.vietnamese.text import tidy


class Entry:
    """One filled page. Numbers typed after they were last understood are understood first."""

    def __init__(
        self, user: User, own: Unit, *, data: Any = None, files: Any = None, initial: Any = None
    ) -> None:
        self.user = user
        self.own = own
        self.data = data
        self.files = files
        start = {"organiser": own.pk, "client_key": uuid4().hex, **(initial or {})}
        self.form = ActivityForm(data, initial=start, duties=open_duties(user))

    @property
    def quick_words(self) -> list[str]:
        """What the thumb adds instead of typing."""
        return ["trên", "gần", "khoảng", "triệu", "tỷ"]

    @property
    def numbers(self) -> str:
        return tidy(self.data.get("numbers", "")) if self.data else ""

    @cached_property
    def indicators(self) -> Any:
        """What may be chosen: national ones and those of the unit, in today's edition."""
        usable = Indicator.objects.usable_by(self.own).in_year(localdate().year)
        return usable.filter(derived=Indicator.Derived.NO)

    @property
    def is_understood(self) -> bool:
        """The lines on the page are those of the text on the page."""
        return not self.numbers or tidy(self.data.get("heard", "")) == self.numbers

    @cached_property
    def heard(self) -> list[Heard]:
        title = self.data.get("title", "") if self.data else ""
        return Ear(self.indicators).hear(self.numbers, about=title)

    @cached_property
    def lines(self) -> Lines:
        if self.data and not self.is_understood:
            return Lines(self.indicators, data=self.data, heard=self.heard)
        return Lines(self.indicators, data=self.data if self.numbers else None)

    @property
    def question(self) -> tuple[Heard, Heard] | None:
        return inside_question(self.heard) if self.numbers else None

    @property
    def is_inside(self) -> str:
        return self.data.get("inside", "") if self.data else ""

    @property
    def is_certain(self) -> bool:
        """Nothing was left for the person to look at."""
        return not any(one.is_doubtful for one in self.heard) and self.question is None

    @property
    def has_to_be_looked_at(self) -> bool:
        """It was sent, and kept back so that the person sees what was understood."""
        return self.form.is_bound and not self._may_keep()

    def keep(self) -> Activity | None:
        """Record it; None when nothing was sent, something is refused, or has to be looked at."""
        if not self.form.is_bound or not self.form.is_valid() or not self._may_keep():
            return None
        figures = self._figures()
        if figures is None or not self.form.carry_out(
            record_with_photos, figures=figures, photos=self.photos, by=self.user
        ):
            return None
        return self.form.result  # type: ignore[no-any-return]

    def _may_keep(self) -> bool:
        return self.is_understood or self.is_certain

    def _figures(self) -> list[Any] | None:
        if not self.is_understood:
            return [one.line for one in self.heard]
        if not self.lines.is_valid():
            return None
        return self.lines.lines(are_inside=self.is_inside == "yes")

    @property
    def photos(self) -> list[Photo]:
        """The photos sent, each with the day the device read and whether children are in it."""
        if not self.files:
            return []
        days = self.data.getlist("photo_taken_on")
        marks = self.data.getlist("photo_children")
        return [
            Photo(upload, _day(days, place), shows_children=marks[place : place + 1] == ["1"])
            for place, upload in enumerate(self.files.getlist("photo"))
        ]


def _day(days: list[str], place: int) -> date | None:
    """A day the device read; nonsense is no day."""
    try:
        found = parse_day(days[place], today=localdate()) if place < len(days) else None
    except (WrongDayError, ValueError):
        return None
    return found if found and OLDEST <= found <= localdate() else None
