"""What people type about an indicator of their own unit, and about the days of a campaign."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.forms.fields import IndicatorField
from ketnghia.activities.models import Indicator
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Unit


class IndicatorForm(ActionForm):
    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=200)
    measure = forms.CharField(label=_("Đơn vị tính"), max_length=40)
    nature = forms.ChoiceField(
        label=_("Đếm gì"), choices=Indicator.Nature, help_text=_("Lượt khác người: không cộng lẫn.")
    )
    under = IndicatorField(
        label=_("Tính vào chỉ tiêu dùng chung"),
        required=False,
        empty_label=_("Không, chỉ tiêu riêng"),
        help_text=_("Cùng đơn vị tính thì cộng vào chỉ tiêu đó khi báo cáo lên trên."),
    )
    group = forms.ChoiceField(
        label=_("Nhóm"), choices=[("", _("Theo chỉ tiêu dùng chung")), *Indicator.Group.choices],
        required=False,
    )  # fmt: skip
    adds = forms.ChoiceField(label=_("Cách cộng"), choices=Indicator.Adds)
    words = forms.CharField(
        label=_("Cách gọi khác"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        help_text=_("Mỗi dòng một cách gọi; gõ số liệu theo cách nào cũng hiểu."),
    )
    from_year = forms.IntegerField(label=_("Dùng từ năm"), min_value=2000, max_value=2100)
    until_year = forms.IntegerField(
        label=_("Đến hết năm"), min_value=2000, max_value=2100, required=False
    )

    def __init__(self, *args: Any, national: QuerySet[Indicator], **options: Any) -> None:
        options["initial"] = {"from_year": localdate().year, **(options.get("initial") or {})}
        super().__init__(*args, **options)
        under = self.fields["under"]
        assert isinstance(under, IndicatorField)  # noqa: S101 - declared above
        under.queryset = national

    @staticmethod
    def initial_of(indicator: Indicator) -> dict[str, Any]:
        names = IndicatorForm.base_fields
        return {name: getattr(indicator, name) for name in names}


class NewIndicatorForm(IndicatorForm):
    owner = forms.ModelChoiceField(Unit.objects.none(), label=_("Của đơn vị"), empty_label=None)

    field_order = ["owner"]

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101 - declared above
        owner.queryset = units


class CampaignForm(ActionForm):
    name = forms.CharField(label=_("Tên"), max_length=200)
    begins_on = DayField(label=_("Từ ngày"), required=False)
    ends_on = DayField(label=_("Đến ngày"), required=False)
