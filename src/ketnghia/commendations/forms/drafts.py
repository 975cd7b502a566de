"""What is typed when a decision is drafted, mended and issued."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.commendations.forms.fields import MoneyField
from ketnghia.commendations.models import Decision
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

TEXTS = ("above", "body_name", "place", "about", "authority", "bases", "considering", "articles",
         "signed_for", "copies_to")  # fmt: skip


class DraftingForm(ActionForm):
    money_collective = MoneyField(label=_("Thưởng một tập thể"), required=False)
    money_person = MoneyField(label=_("Thưởng một cá nhân"), required=False)


class DraftForm(ActionForm):
    """The texts of the paper, one line for one paragraph."""

    above = forms.CharField(label=_("Cơ quan cấp trên"), max_length=200, required=False)
    body_name = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    place = forms.CharField(label=_("Nơi ký"), max_length=100, required=False)
    about = forms.CharField(label=_("Về việc"), max_length=300)
    authority = forms.CharField(label=_("Thẩm quyền"), max_length=200)
    bases = forms.CharField(label=_("Căn cứ"), widget=forms.Textarea({"rows": 4}))
    considering = forms.CharField(
        label=_("Xét đề nghị"), widget=forms.Textarea({"rows": 2}), required=False
    )
    articles = forms.CharField(
        label=_("Các điều"), widget=forms.Textarea({"rows": 8}),
        help_text=_("Mỗi dòng một đoạn; dòng đầu mỗi điều bắt đầu bằng “Điều 1.”."),
    )  # fmt: skip
    signed_for = forms.CharField(label=_("Thể thức ký"), max_length=100, required=False)
    copies_to = forms.CharField(
        label=_("Nơi nhận"), widget=forms.Textarea({"rows": 3}), required=False
    )

    @staticmethod
    def initial_of(decision: Decision) -> dict[str, Any]:
        return {name: getattr(decision, name) for name in TEXTS}


class IssuingForm(ActionForm):
    """What is known once the paper is signed."""

    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Nơi quyết định"))
    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=60, help_text=_("Như 12-QĐ/TĐTN-VP.")
    )
    decided_on = DayField(label=_("Ngày ký"))
    signer = forms.CharField(label=_("Người ký"), max_length=120)
    signer_title = forms.CharField(
        label=_("Chức vụ người ký"), max_length=200, required=False,
        help_text=_("Để trống thì lấy chức vụ đã ghi của ngày ấy."),
    )  # fmt: skip
    ceremony_on = DayField(label=_("Ngày trao"), required=False)
    takes_numbers = forms.BooleanField(
        label=_("Vào số tiếp theo trong sổ khen thưởng"), required=False
    )

    def __init__(self, *args: Any, is_own: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["unit" if is_own else "takes_numbers"]
