"""What a keeper types to make a list, to open it, and to change its day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ketnghia.children.terms import Basis, Purpose, Reason
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Seat, Unit


class MakingForm(ActionForm):
    unit = forms.ModelChoiceField(label=_("Đơn vị giữ"), queryset=Unit.objects, empty_label=None)
    purpose = forms.ChoiceField(
        label=_("Mục đích"),
        choices=Purpose,
        widget=forms.RadioSelect,
        help_text=_("Mỗi mục đích một danh sách, chỉ giữ những gì mục đích ấy cần."),
    )
    purpose_note = forms.CharField(
        label=_("Nói rõ mục đích"),
        max_length=200,
        required=False,
        help_text=_("Không ghi tên các em ở đây."),
    )
    basis = forms.ChoiceField(
        label=_("Căn cứ"), choices=Basis, initial=Basis.CONSENT, widget=forms.RadioSelect
    )
    basis_note = forms.CharField(
        label=_("Điều luật, văn bản"),
        max_length=200,
        required=False,
        help_text=_("Khi luật yêu cầu."),
    )
    erase_on = DayField(label=_("Ngày xóa"), help_text=_("Đến ngày này tên và tệp bị xóa thật."))

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["unit"]
        assert isinstance(choice, forms.ModelChoiceField)  # noqa: S101 - declared above
        choice.queryset = units


class OpeningForm(ActionForm):
    why = forms.ChoiceField(
        label=_("Mở danh sách để làm gì"),
        choices=Reason,
        widget=forms.RadioSelect,
        help_text=_("Ai mở, lúc nào, để làm gì đều được ghi lại."),
    )


class EraseDayForm(ActionForm):
    erase_on = DayField(
        label=_("Ngày xóa"), help_text=_("Ngày chưa tới thì ghi cả năm: 12/12/2026.")
    )
    why = forms.CharField(
        label=_("Vì sao đổi"), max_length=200, help_text=_("Không ghi tên các em ở đây.")
    )


class SeatField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A seat, told by who sits there and as what."""

    def label_from_instance(self, seat: Seat) -> str:
        return f"{seat.user}, {seat.get_role_display().lower()}"


class KeeperForm(ActionForm):
    seat = SeatField(label=_("Giao cho"), queryset=Seat.objects, empty_label=_("Chọn một người"))

    def __init__(self, *args: Any, seats: QuerySet[Seat], **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["seat"]
        assert isinstance(choice, forms.ModelChoiceField)  # noqa: S101 - declared above
        choice.queryset = seats
