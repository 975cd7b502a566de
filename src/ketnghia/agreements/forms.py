"""What people type about agreements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.agreements.drafting import possible_frames
from ketnghia.agreements.models import Agreement, Inheritance, Party
from ketnghia.agreements.terms import Area, Counted, Rhythm, Where, Who
from ketnghia.amounts.bounds import Bound
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit


class PartiesForm(ActionForm):
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=Agreement.Kind)
    first = FinderField(Unit.objects.all(), url_name="units:find", label=_("Bên thứ nhất"))
    second = FinderField(Unit.objects.all(), url_name="units:find", label=_("Bên thứ hai"))
    third = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Bên thứ ba"), required=False
    )


class TermsForm(ActionForm):
    title = forms.CharField(label=_("Tên văn bản"), max_length=300)
    signed_on = DayField(label=_("Ngày ký"), help_text=_("Ngày trước, tháng sau: 30/9/2025."))
    signed_on_note = forms.CharField(
        label=_("Ngày ký suy ra từ đâu"),
        max_length=300,
        required=False,
        help_text=_("Chỉ điền khi văn bản không ghi đủ ngày, tháng, năm."),
    )
    signed_at = forms.CharField(label=_("Nơi ký"), max_length=200, required=False)
    starts_on = DayField(
        label=_("Hiệu lực từ"), required=False, help_text=_("Để trống nếu từ ngày ký.")
    )
    ends_on = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu không ghi hạn.")
    )

    frame = forms.ModelChoiceField(
        label=_("Nằm dưới văn bản"),
        queryset=Agreement.objects,
        required=False,
        help_text=_("Văn bản cấp trên mà văn bản này thực hiện, nếu có."),
    )

    def __init__(self, *args: Any, agreement: Agreement, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        frame = self.fields["frame"]
        assert isinstance(frame, forms.ModelChoiceField)  # noqa: S101 - declared above
        frame.queryset = possible_frames(agreement, by)
        self.parties = list(
            agreement.parties.select_related("unit").prefetch_related("signatories")
        )
        for party in self.parties:
            signed = party.signatories.first()
            self.fields[f"signer-{party.pk}"] = forms.CharField(
                label=_("Người ký của %(unit)s") % {"unit": party.unit.short_name},
                max_length=120,
                required=False,
                initial=signed.person.name if signed else "",
            )
            self.fields[f"post-{party.pk}"] = forms.CharField(
                label=_("Chức vụ ngày ký"),
                max_length=200,
                required=False,
                initial=signed.title if signed else "",
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["signers"] = [
            (party, data.pop(f"signer-{party.pk}", ""), data.pop(f"post-{party.pk}", ""))
            for party in self.parties
        ]
        return data


class PromiseForm(ActionForm):
    """The fields of a promise; up to two ways, either of which is enough."""

    wording = forms.CharField(
        label=_("Cam kết"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Gõ như đọc trong văn bản. Mỗi lần một lời hứa."),
    )
    rhythm = forms.ChoiceField(label=_("Nhịp"), choices=Rhythm)
    due_on = DayField(label=_("Trước ngày"), required=False)
    who = forms.ChoiceField(label=_("Ai làm"), choices=Who)
    side = forms.ModelChoiceField(label=_("Bên làm"), queryset=Party.objects, required=False)
    where = forms.ChoiceField(label=_("Ở đâu"), choices=Where)
    counted = forms.ChoiceField(label=_("Việc gì"), choices=Counted)
    bound = forms.ChoiceField(label=_("Mức"), choices=Bound)
    quantity = forms.IntegerField(
        label=_("Bao nhiêu"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Để trống nếu văn bản không ghi số."),
    )
    counted_2 = forms.ChoiceField(
        label=_("Hoặc việc gì"), required=False, choices=[("", "—"), *Counted.choices]
    )
    quantity_2 = forms.IntegerField(
        label=_("Hoặc bao nhiêu"), min_value=1, max_value=100_000, required=False
    )
    delegate = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Giao cho đơn vị"), required=False
    )
    area = forms.ChoiceField(label=_("Lĩnh vực"), choices=Area)

    def __init__(self, *args: Any, agreement: Agreement, **options: Any) -> None:
        super().__init__(*args, **options)
        side = self.fields["side"]
        assert isinstance(side, forms.ModelChoiceField)  # noqa: S101 - declared above
        side.queryset = agreement.parties.all()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rhythm") == Rhythm.ONCE_BY and not data.get("due_on"):
            self.add_error("due_on", _("Ghi ngày phải xong."))
        bound = data.pop("bound", Bound.AT_LEAST)
        ways = [(data.pop("counted", ""), bound, data.pop("quantity", None))]
        second, number = data.pop("counted_2", ""), data.pop("quantity_2", None)
        if second:
            ways.append((second, bound, number))
        data["ways"] = [way for way in ways if way[0]]
        delegate = data.pop("delegate", None)
        data["delegates"] = [delegate] if delegate else []
        return data


class ExtensionForm(ActionForm):
    until = DayField(label=_("Gia hạn đến hết ngày"))


class ClosingForm(ActionForm):
    on = DayField(label=_("Khép lại từ ngày"), initial=localdate)
    note = forms.CharField(label=_("Vì sao"), max_length=300)


class ReviewForm(ActionForm):
    on = DayField(label=_("Tổng kết ngày"), initial=localdate)


class InheritanceForm(ActionForm):
    decision = forms.ChoiceField(
        label=_("Quyết định"), choices=Inheritance.Decision, widget=forms.RadioSelect
    )
    heir = forms.ModelChoiceField(label=_("Đơn vị nhận"), queryset=Unit.objects, required=False)
    on = DayField(label=_("Từ ngày"), initial=localdate)
    paper = forms.CharField(label=_("Theo văn bản"), required=False, max_length=300)

    def __init__(self, *args: Any, party: Party, **options: Any) -> None:
        super().__init__(*args, **options)
        heirs = party.unit.heirs()
        heir = self.fields["heir"]
        assert isinstance(heir, forms.ModelChoiceField)  # noqa: S101 - declared above
        heir.queryset = heirs
        heir.initial = heirs.first()
