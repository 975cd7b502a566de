"""What people type about minutes, what was agreed, and what follows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Agreement, Party
from ketnghia.agreements.terms import Area, Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.vietnamese.text import tidy


class MinutesForm(ActionForm):
    on = DayField(label=_("Lập ngày"), initial=localdate)
    text = forms.CharField(
        label=_("Nội dung làm việc"), widget=forms.Textarea({"rows": 5}), required=False
    )
    points = forms.CharField(
        label=_("Điều thống nhất"),
        widget=forms.Textarea({"rows": 6}),
        required=False,
        help_text=_("Mỗi dòng một điều. Sau đó đưa từng điều vào văn bản thành cam kết."),
    )

    def clean_points(self) -> list[str]:
        lines = (tidy(line).lstrip("-–•* ") for line in self.cleaned_data["points"].splitlines())
        return [line for line in lines if line]


class PointForm(ActionForm):
    """The fields of the commitment an agreed point becomes, as they were understood."""

    agreement = forms.ModelChoiceField(label=_("Vào văn bản"), queryset=Agreement.objects)
    wording = forms.CharField(label=_("Cam kết"), widget=forms.Textarea({"rows": 3}))
    who = forms.ChoiceField(label=_("Ai làm"), choices=Who)
    side = forms.ModelChoiceField(label=_("Bên làm"), queryset=Party.objects, required=False)
    rhythm = forms.ChoiceField(label=_("Nhịp"), choices=Rhythm)
    due_on = DayField(label=_("Trước ngày"), required=False)
    counted = forms.ChoiceField(label=_("Việc gì"), choices=Counted)
    bound = forms.ChoiceField(label=_("Mức"), choices=Bound)
    quantity = forms.IntegerField(
        label=_("Bao nhiêu"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Để trống nếu không ghi số."),
    )
    counted_2 = forms.ChoiceField(
        label=_("Hoặc việc gì"), required=False, choices=[("", "—"), *Counted.choices]
    )
    quantity_2 = forms.IntegerField(
        label=_("Hoặc bao nhiêu"), min_value=1, max_value=100_000, required=False
    )
    where = forms.ChoiceField(label=_("Ở đâu"), choices=Where)
    area = forms.ChoiceField(label=_("Lĩnh vực"), choices=Area)

    def __init__(self, *args: Any, papers: list[Agreement], **options: Any) -> None:
        super().__init__(*args, **options)
        agreement, side = self.fields["agreement"], self.fields["side"]
        assert isinstance(agreement, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(side, forms.ModelChoiceField)  # noqa: S101 - declared above
        keys = [paper.pk for paper in papers]
        agreement.queryset = Agreement.objects.filter(pk__in=keys)
        agreement.empty_label = None
        side.queryset = Party.objects.filter(agreement__in=keys).select_related("unit")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rhythm") == Rhythm.ONCE_BY and not data.get("due_on"):
            self.add_error("due_on", _("Ghi ngày phải xong."))
        bound = data.pop("bound", Bound.AT_LEAST)
        first = (data.pop("counted", ""), bound, data.pop("quantity", None))
        second = (data.pop("counted_2", ""), bound, data.pop("quantity_2", None))
        data["ways"] = [way for way in (first, second) if way[0]]
        return data


class FollowUpForm(ActionForm):
    what = forms.CharField(label=_("Việc phải làm"), max_length=300)
    person = forms.CharField(
        label=_("Ai làm"), max_length=120, required=False, help_text=_("Họ và tên.")
    )
    due_on = DayField(label=_("Trước ngày"), help_text=_("Ghi cả năm: 12/12/2026."))
