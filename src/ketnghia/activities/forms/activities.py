"""What people type about an activity: a minute on a phone, the rest when there is time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.activities.models import Activity, Organiser
from ketnghia.agreements.models import Duty
from ketnghia.agreements.terms import Counted
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

MOST_JOINT = 3


def unit_field(**options: Any) -> FinderField:
    return FinderField(Unit.objects.all(), url_name="units:find", required=False, **options)


class DutyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A promise this may be counted for, told by its wording and its year."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.commitment.wording[:90]} ({obj.starts_on.year})"


class FactsForm(ActionForm):
    """What is said of an activity, when it is recorded and when it is corrected."""

    title = forms.CharField(label=_("Việc gì"), max_length=300)
    begins_on = DayField(label=_("Ngày"), initial=localdate)
    ends_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu một ngày."))
    place = forms.CharField(label=_("Nơi làm"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=[("", _("Theo tên và số liệu")), *Counted.choices],
        required=False,
        help_text=_("Cam kết đếm theo loại này."),
    )
    campaign = forms.CharField(
        label=_("Chiến dịch, đợt"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"list": "campaigns"}),
    )
    beneficiaries = forms.CharField(
        label=_("Làm cho ai"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: các cháu nơi cách ly, gia đình có công."),
    )
    partner = unit_field(label=_("Đơn vị bạn"))
    at_unit = unit_field(label=_("Làm tại đơn vị"))
    note = forms.CharField(label=_("Ghi chú"), widget=forms.Textarea({"rows": 3}), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("begins_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày kết thúc phải sau ngày bắt đầu."))
        return data


class ActivityForm(FactsForm):
    """The entry of an activity; `numbers` is typed as spoken and understood into lines."""

    numbers = forms.CharField(
        label=_("Các con số"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Gõ như nói: “gần 40 triệu, 20 suất quà”."),
    )
    organiser = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị chủ trì"))
    duty = DutyField(
        Duty.objects.none(),
        label=_("Thuộc việc nào đã hứa?"),
        required=False,
        empty_label=_("Không thuộc việc nào"),
    )
    source = forms.CharField(
        label=_("Nguồn"), max_length=300, required=False, help_text=_("Báo cáo, bài viết nào.")
    )
    client_key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, duties: QuerySet[Duty], **options: Any) -> None:
        super().__init__(*args, **options)
        duty = self.fields["duty"]
        assert isinstance(duty, DutyField)  # noqa: S101 - declared above
        duty.queryset = duties
        for place in range(1, MOST_JOINT + 1):
            self.fields[f"joint_{place}"] = unit_field(label=_("Đơn vị cùng làm"))

    @property
    def joint_fields(self) -> list[forms.BoundField]:
        return [self[f"joint_{place}"] for place in range(1, MOST_JOINT + 1)]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        found = [data.pop(f"joint_{place}", None) for place in range(1, MOST_JOINT + 1)]
        units = list(dict.fromkeys(unit for unit in found if unit))
        if data.get("organiser") in units:
            self.add_error("joint_1", _("Đơn vị chủ trì không ghi lại ở đơn vị cùng làm."))
        data["joint"] = [(unit, None) for unit in units]
        data.pop("numbers", None)
        data["client_key"] = data.get("client_key") or None
        return data


class CorrectionForm(FactsForm):
    """The facts of an activity, written anew."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Counted)

    @staticmethod
    def initial_of(activity: Activity) -> dict[str, Any]:
        names = ("title", "kind", "begins_on", "ends_on", "place", "beneficiaries", "note",
                 "partner", "at_unit")  # fmt: skip
        initial = {name: getattr(activity, name) for name in names}
        initial["campaign"] = activity.campaign.name if activity.campaign else ""
        return initial


class OfferForm(ActionForm):
    """A unit that joined in, and its part where the sides have said one."""

    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị cùng làm"))
    share = forms.DecimalField(
        label=_("Phần của đơn vị này, %"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(100),
        decimal_places=2,
        localize=True,
        help_text=_("Để trống: số liệu tính cho đơn vị chủ trì, đơn vị này được ghi là phối hợp."),
        widget=forms.TextInput({"inputmode": "decimal"}),
    )


class ShareForm(ActionForm):
    share = OfferForm.base_fields["share"]


class ReplyForm(ActionForm):
    agrees = forms.TypedChoiceField(
        label=_("Hoạt động này có đúng như ghi không?"),
        choices=[("1", _("Đúng, chúng tôi cùng làm")), ("0", _("Có ý kiến khác"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("Ý kiến"),
        max_length=300,
        required=False,
        help_text=_("Khác ở chỗ nào: số, ngày, phần của mình."),
    )


def open_duties(user: User) -> QuerySet[Duty]:
    """Promises of today's year a person's units may still keep by an activity, nearest first."""
    today = localdate()
    found = Duty.objects.editable_by(user).open_on(today).select_related("commitment")
    return found.exclude(ends_on__lt=today).order_by("ends_on", "pk")


def answered(organiser: Organiser) -> dict[str, Any]:
    """What a unit said before, where it answers again."""
    if organiser.answer == Organiser.Answer.NONE:
        return {}
    agrees = "1" if organiser.answer == Organiser.Answer.CONFIRMED else "0"
    return {"agrees": agrees, "remark": organiser.remark}
