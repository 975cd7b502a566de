"""What is typed about a meeting of the council and what it said."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.commendations.models import Council, Verdict
from ketnghia.commendations.sitting import Sitting, sittings
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm

MEMBERS = _(
    "Mỗi dòng một người: họ tên, chức vụ. Dòng đầu là chủ tịch hội đồng. "
    "Ghi “thư ký”, “vắng” ở cuối dòng khi cần."
)


class CouncilForm(ActionForm):
    held_on = DayField(label=_("Ngày họp"))
    place = forms.CharField(label=_("Nơi họp"), max_length=200, required=False)
    members = forms.CharField(
        label=_("Thành viên hội đồng"), widget=forms.Textarea({"rows": 7}), help_text=MEMBERS
    )
    note = forms.CharField(
        label=_("Ý kiến chung"), widget=forms.Textarea({"rows": 3}), required=False
    )

    def clean_members(self) -> list[Sitting]:
        return sittings(self.cleaned_data["members"])

    @staticmethod
    def initial_of(council: Council) -> dict[str, Any]:
        return {
            "held_on": council.held_on,
            "place": council.place,
            "note": council.note,
            "members": members_told(council),
        }


def members_told(council: Council | None) -> str:
    """The members as they are typed: those of the last meeting are the first guess of the next."""
    if council is None:
        return ""
    sat = council.members.all()
    return "\n".join(Sitting(m.name, m.title, m.role, m.is_present).line for m in sat)


class VerdictForm(ActionForm):
    """By votes, or by what all present said."""

    agrees = forms.ChoiceField(
        label=_("Hội đồng"),
        choices=[("1", _("nhất trí")), ("0", _("không đồng ý"))],
        widget=forms.RadioSelect,
        help_text=_("Có bỏ phiếu thì ghi số phiếu, kết quả tính theo tỷ lệ của hình thức."),
    )
    votes_for = forms.IntegerField(
        label=_("Phiếu đồng ý"), min_value=0, max_value=999, required=False
    )
    votes_against = forms.IntegerField(
        label=_("Phiếu không đồng ý"), min_value=0, max_value=999, required=False
    )
    remark = forms.CharField(
        label=_("Ý kiến"), max_length=500, widget=forms.Textarea({"rows": 3}), required=False
    )

    def clean_agrees(self) -> bool:
        return bool(self.cleaned_data["agrees"] == "1")

    @staticmethod
    def initial_of(verdict: Verdict | None) -> dict[str, Any]:
        if verdict is None:
            return {"agrees": "1"}
        names = ("votes_for", "votes_against", "remark")
        kept = {name: getattr(verdict, name) for name in names}
        return kept | {"agrees": "1" if verdict.is_agreed else "0"}
