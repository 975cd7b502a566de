"""What people type about an exchange as a whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.forms.fields import AwaitedField
from ketnghia.exchanges.models import Exchange, Participation
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

OTHER_GUESTS = ("guest_2", "guest_3", "guest_4")


class ExchangeForm(ActionForm):
    kind = forms.ChoiceField(label=_("Loại"), choices=Exchange.Kind)
    title = forms.CharField(label=_("Tên cuộc giao lưu"), max_length=300)
    begins_on = DayField(
        label=_("Từ ngày"), help_text=_("Ngày chưa tới thì là dự kiến. Ghi cả năm: 12/12/2026.")
    )
    ends_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu một ngày."))
    place = forms.CharField(label=_("Nơi tổ chức"), max_length=200, required=False)
    host = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị đăng cai"))
    guest = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị khách"))
    guest_2 = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Khách thứ hai"), required=False
    )
    guest_3 = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Khách thứ ba"), required=False
    )
    guest_4 = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Khách thứ tư"), required=False
    )
    theme = forms.CharField(label=_("Chủ đề"), max_length=300, required=False)
    occasion = forms.CharField(
        label=_("Nhân dịp"), max_length=200, required=False, help_text=_("Ngày lễ, ngày kỷ niệm.")
    )
    children_count = forms.IntegerField(
        label=_("Số thiếu nhi đi cùng"),
        min_value=0,
        required=False,
        help_text=_("Chỉ ghi số, không ghi tên các em."),
    )
    # Set where the meeting is planned because somebody waits for it.
    rotation = AwaitedField(required=False)

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        rotation = self.fields["rotation"]
        assert isinstance(rotation, AwaitedField)  # noqa: S101 - declared above
        rotation.by = by

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if awaited := data.pop("rotation", None):
            data |= {"series": awaited.series, "agreement": awaited.agreement}
        data["others"] = [unit for key in OTHER_GUESTS if (unit := data.pop(key, None))]
        if data.get("host") and data.get("host") == data.get("guest"):
            self.add_error("guest", _("Khách phải là đơn vị khác với bên đăng cai."))
        _refuse_wrong_order(self, data)
        return data


def _refuse_wrong_order(form: forms.BaseForm, data: dict[str, Any]) -> None:
    first, last = data.get("begins_on"), data.get("ends_on")
    if first and last and last < first:
        form.add_error("ends_on", _("Ngày kết thúc phải sau ngày bắt đầu."))


class CorrectionForm(ActionForm):
    kind = forms.ChoiceField(label=_("Loại"), choices=Exchange.Kind)
    title = forms.CharField(label=_("Tên cuộc giao lưu"), max_length=300)
    begins_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến ngày"), required=False)
    place = forms.CharField(label=_("Nơi tổ chức"), max_length=200, required=False)
    theme = forms.CharField(label=_("Chủ đề"), max_length=300, required=False)
    occasion = forms.CharField(label=_("Nhân dịp"), max_length=200, required=False)
    series = forms.CharField(
        label=_("Chuỗi cuộc gặp"),
        max_length=200,
        required=False,
        help_text=_("Tên chung của những lần gặp lặp lại, ví dụ: Gặp gỡ hữu nghị ba tỉnh."),
    )
    ordinal = forms.IntegerField(label=_("Lần thứ"), min_value=1, max_value=999, required=False)
    agreement = forms.ModelChoiceField(
        label=_("Theo văn bản"),
        queryset=Agreement.objects,
        required=False,
        empty_label=_("Không theo văn bản nào"),
    )
    note = forms.CharField(label=_("Ghi chú"), widget=forms.Textarea({"rows": 3}), required=False)

    def __init__(self, *args: Any, papers: QuerySet[Agreement], **options: Any) -> None:
        super().__init__(*args, **options)
        agreement = self.fields["agreement"]
        assert isinstance(agreement, forms.ModelChoiceField)  # noqa: S101 - declared above
        agreement.queryset = papers

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        _refuse_wrong_order(self, data)
        return data


class CancellationForm(ActionForm):
    why = forms.CharField(
        label=_("Vì sao hủy"), max_length=300, help_text=_("Lý do hiện trên trang này.")
    )


class ReportForm(ActionForm):
    on = DayField(label=_("Báo cáo ngày"), initial=localdate)
    result = forms.CharField(
        label=_("Kết quả"),
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Vài câu: đã làm gì, được gì, còn gì phải làm tiếp."),
    )


class SideForm(ActionForm):
    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị"))
    role = forms.ChoiceField(
        label=_("Vai"), choices=Participation.Role, initial=Participation.Role.GUEST
    )
