"""What is typed about a form of honour of a unit's own."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.commendations.forms.recording import choose
from ketnghia.commendations.models import Honour
from ketnghia.commendations.terms import ForWhom, Tier
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import tidy

_COPIES = re.compile(r"^(.*?)[,;:(\s]+0?(\d{1,2})\s*bản\)?$", re.IGNORECASE)


class HonourForm(ActionForm):
    owner = FinderField(Unit.objects.none(), url_name="units:find", label=_("Của đơn vị"))
    name = forms.CharField(label=_("Tên hình thức"), max_length=200)
    wording = forms.CharField(
        label=_("Cách ghi trong quyết định"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì ghi như tên; {unit} là tên đơn vị khen."),
    )
    tier = forms.ChoiceField(label=_("Cấp khen"), choices=Tier.choices)
    for_whom = forms.ChoiceField(label=_("Khen ai"), choices=ForWhom.choices)
    is_once = forms.BooleanField(label=_("Mỗi người chỉ tặng một lần"), required=False)
    votes_needed = forms.IntegerField(
        label=_("Tỷ lệ phiếu cần, %"),
        min_value=50,
        max_value=100,
        initial=50,
        help_text=_("50 là quá nửa số người dự họp."),
    )
    dossier = forms.CharField(
        label=_("Hồ sơ cần có"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Mỗi dòng một giấy tờ; hơn một bản thì ghi số: Báo cáo thành tích, 2 bản."),
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self.fields["owner"], Unit.objects.run_by(user))

    def clean_dossier(self) -> list[tuple[str, int]]:
        lines = [tidy(line) for line in self.cleaned_data["dossier"].splitlines()]
        return [_paper(line) for line in dict.fromkeys(lines) if line]

    @staticmethod
    def initial_of(honour: Honour) -> dict[str, Any]:
        names = ("owner", "name", "wording", "tier", "for_whom", "is_once", "votes_needed", "note")
        papers = [paper_line(item.name, item.copies) for item in honour.dossier.all()]
        return {name: getattr(honour, name) for name in names} | {"dossier": "\n".join(papers)}


def _paper(line: str) -> tuple[str, int]:
    found = _COPIES.match(line)
    return (found[1], max(int(found[2]), 1)) if found else (line[:200], 1)


def paper_line(name: str, copies: int) -> str:
    return name if copies == 1 else f"{name}, {copies} bản"
