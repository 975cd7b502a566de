"""What people type into a report and about one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Indicator
from ketnghia.activities.templatetags.activities import MILLION
from ketnghia.amounts.bounds import Bound
from ketnghia.reviews.models import Aim, Line, Report
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.vietnamese.numbers import spoken
from ketnghia.vietnamese.quantities import quantities

WIDE = {"rows": 8}
UNKNOWN, ZERO, NUMBER = "unknown", "zero", "number"


class SpokenField(forms.Field):
    """A number as it is said: 1.900, gần 40 triệu. Of money, a bare small number is millions."""

    widget = forms.TextInput

    def __init__(self, *, is_money: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.is_money = is_money
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def to_python(self, value: Any) -> tuple[Decimal, str] | None:
        if value in self.empty_values:
            return None
        found = quantities(str(value))
        if len(found) != 1:
            raise ValidationError(_("Không đọc được số này. Gõ như 1.900 hoặc trên 40 triệu."))
        number = found[0].value
        # The column of money is in millions: "180" there means 180 triệu.
        if self.is_money and number < MILLION:
            number *= MILLION
        return number, found[0].bound

    def prepare_value(self, value: Any) -> Any:
        return spoken(value) if isinstance(value, Decimal | int) else value


class CorrectionForm(ActionForm):
    """Another number than the computed one, zero and unknown said as such."""

    answer = forms.ChoiceField(
        label=_("Số đúng là"),
        choices=[
            (NUMBER, _("một số")),
            (ZERO, _("không có, là 0")),
            (UNKNOWN, _("có, không rõ số")),
        ],
        widget=forms.RadioSelect,
        initial=NUMBER,
    )
    value = SpokenField(
        label=_("Số"), required=False, help_text=_("Gõ như nói: 1.900; trên 100 triệu; gần 40.")
    )
    reason = forms.CharField(label=_("Lý do sửa"), max_length=300)

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        value = self.fields["value"]
        assert isinstance(value, SpokenField)  # noqa: S101 - declared above
        value.is_money = line.indicator.is_money
        if line.is_corrected:
            self.initial = {**self.initial, "reason": line.reason, **_answered(line)}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        answer, typed = data.pop("answer", NUMBER), data.pop("value", None)
        data["value"], data["bound"] = None, Bound.EXACTLY
        if answer == ZERO:
            data["value"] = Decimal(0)
        elif answer == NUMBER and typed:
            data["value"], data["bound"] = typed
        elif answer == NUMBER and "value" not in self.errors:
            self.add_error("value", _("Gõ số, hoặc chọn “là 0”, “không rõ số”."))
        return data


def _answered(line: Line) -> dict[str, Any]:
    if line.said_value is None:
        return {"answer": UNKNOWN}
    if not line.said_value:
        return {"answer": ZERO}
    bound = "" if line.said_bound == Bound.EXACTLY else f"{line.get_said_bound_display()} "
    return {"answer": NUMBER, "value": f"{bound}{spoken(line.said_value.normalize() + 0)}"}


class PlanForm(ActionForm):
    plan = SpokenField(
        label=_("Kế hoạch"),
        required=False,
        help_text=_("Để trống là không có kế hoạch, không tính phần trăm."),
    )

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        plan = self.fields["plan"]
        assert isinstance(plan, SpokenField)  # noqa: S101 - declared above
        plan.is_money = line.indicator.is_money
        self.initial["plan"] = None if line.plan is None else spoken(line.plan.normalize() + 0)

    def clean_plan(self) -> Decimal | None:
        typed = self.cleaned_data["plan"]
        return typed[0] if typed else None


class SubmittingForm(ActionForm):
    on = DayField(label=_("Ngày nộp"), required=False, help_text=_("Để trống là hôm nay."))


class RemarkForm(ActionForm):
    remark = forms.CharField(label=_("Ý kiến"), widget=forms.Textarea({"rows": 4}))


class ReminderForm(ActionForm):
    words = forms.CharField(
        label=_("Lời nhắn thêm"), widget=forms.Textarea({"rows": 3}), required=False
    )


class PassageForm(ActionForm):
    text = forms.CharField(label=_("Lời văn"), widget=forms.Textarea(WIDE), required=False)


class ReplyForm(ActionForm):
    text = forms.CharField(label=_("Trả lời"), widget=forms.Textarea({"rows": 5}), required=False)


class AimForm(ActionForm):
    text = forms.CharField(label=_("Nhiệm vụ"), max_length=500)
    indicator = forms.ModelChoiceField(
        Indicator.objects.none(), label=_("Chỉ tiêu"), required=False,
        empty_label=_("Không theo chỉ tiêu nào"),
        help_text=_("Có chỉ tiêu và số lượng thì thành kế hoạch của đợt sau."),
    )  # fmt: skip
    quantity = SpokenField(label=_("Số lượng"), required=False)
    due_on = DayField(label=_("Trước ngày"), required=False)

    def __init__(self, *args: Any, report: Report, aim: Aim | None = None, **options: Any) -> None:
        if aim:
            quantity = None if aim.quantity is None else spoken(aim.quantity.normalize() + 0)
            options["initial"] = {
                "text": aim.text,
                "indicator": aim.indicator_id,
                "quantity": quantity,
                "due_on": aim.due_on,
            }
        super().__init__(*args, **options)
        asked = report.round.asked.values("indicator")
        field = self.fields["indicator"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = Indicator.objects.filter(pk__in=asked)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        typed, indicator = data.get("quantity"), data.get("indicator")
        number = typed[0] if typed else None
        if number is not None and indicator and indicator.is_money and number < MILLION:
            number *= MILLION
        data["quantity"] = number
        return data


class CodeForm(forms.Form):
    ma = forms.CharField(label=_("Mã trên báo cáo"), max_length=40)
