"""The desk where one unit is corrected: several small forms on one page, one sent at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import Request
from ketnghia.ui.forms import ActionForm
from ketnghia.units.forms import CorrectingForm, MovingForm, NamingForm, RenamingForm
from ketnghia.units.models import Unit
from ketnghia.units.operations import add_name, correct, move, rename


class Part(NamedTuple):
    """One form of the desk, with the act it carries out and what is said after."""

    key: str
    title: str | Promise
    button: str | Promise
    said: str | Promise
    form_class: type[ActionForm]
    act: Callable[..., Any]


PARTS = [
    Part("rename", _("Đổi tên"), _("Ghi tên mới"), _("Đã ghi tên mới."), RenamingForm, rename),
    Part("move", _("Chuyển nơi trực thuộc"), _("Chuyển"), _("Đã chuyển."), MovingForm, move),
    Part("name", _("Thêm cách viết"), _("Thêm"), _("Đã thêm cách viết."), NamingForm, add_name),
    Part("correct", _("Sửa chỗ ghi sai"), _("Sửa"), _("Đã sửa."), CorrectingForm, correct),
]


class Desk:
    """What the page shows, and the one form that was sent."""

    def __init__(self, request: Request, unit: Unit) -> None:
        self.unit = unit
        self.data = request.POST if request.method == "POST" else None
        self.mine = Unit.objects.administered_by(request.user)

    @cached_property
    def forms(self) -> list[tuple[Part, ActionForm]]:
        return [
            (part, self._form(part))
            for part in PARTS
            if not self.unit.ended_on or part.key in {"name", "correct"}
        ]

    def _form(self, part: Part) -> ActionForm:
        sent = self.data if self.data and part.key in self.data else None
        now = {"name": self.unit.name, "kind": self.unit.kind, "began_on": self.unit.began_on}
        form = part.form_class(
            sent, prefix=part.key, initial=now if part.key == "correct" else None
        )
        if "parent" in form.fields:
            form.fields["parent"].queryset = self.mine  # type: ignore[attr-defined]
        return form

    def carry_out(self) -> str | Promise:
        """What to say when something was done; empty where nothing was, or it was refused."""
        for part, form in self.forms:
            if form.is_bound and form.carry_out(partial(part.act, self.unit)):
                return part.said
        return ""
