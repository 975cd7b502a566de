"""What people type about gifts and support."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.documents.fields import FilesField
from ketnghia.exchanges.models import Exchange
from ketnghia.gifts.models import Gift
from ketnghia.gifts.worth import UnclearWorthError, hear_count, hear_worth
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

SENTENCES = {
    "unreadable": _("Không đọc được số này. Gõ như gần 40 triệu, 500.000, 100 USD."),
    "several": _("Có nhiều số ở đây. Mỗi món một dòng; ghi riêng từng món."),
    "money": _("Không hiểu “%(unit)s” là tiền gì. Gõ đồng, kíp, nhân dân tệ, riel, bạt hay USD."),
    "large": _("Số này lớn bất thường. Xem lại triệu hay tỷ."),
}


class _SpokenField(forms.CharField):
    """Text that is understood as it is said; what cannot be is refused with an example."""

    hear: Any = staticmethod(hear_worth)

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=100, required=False, **options)
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def clean(self, value: Any) -> Any:
        try:
            return self.hear(super().clean(value) or "")
        except UnclearWorthError as wrong:
            raise ValidationError(SENTENCES[wrong.code], wrong.code, wrong.words) from wrong


class WorthField(_SpokenField):
    """Gần 40 triệu, 500.000, 100 USD; blank: nobody wrote it down."""


class CountField(_SpokenField):
    """20 suất quà, khoảng 30 ngày công; blank: nobody counted."""

    hear = staticmethod(hear_count)


class GiftForm(ActionForm):
    giver = FinderField(Unit.objects.all(), url_name="units:find", label=_("Bên tặng"))
    receiver = FinderField(Unit.objects.all(), url_name="units:find", label=_("Bên nhận"))
    on = DayField(label=_("Ngày trao"), initial=localdate)
    kind = forms.ChoiceField(
        label=_("Loại"), choices=Gift.Kind, widget=forms.RadioSelect, initial=Gift.Kind.GOODS
    )
    what = forms.CharField(
        label=_("Tặng gì"), max_length=300, help_text=_("Ví dụ: suất quà cho học sinh nghèo.")
    )
    worth = WorthField(
        label=_("Trị giá"),
        help_text=_(
            "Gõ như nói: gần 40 triệu, 100 USD. Không rõ thì để trống: trống không phải 0."
        ),
    )
    count = CountField(label=_("Số lượng"), help_text=_("20 suất quà, khoảng 30 ngày công."))
    recipient = forms.CharField(
        label=_("Quỹ, người nhận"),
        max_length=200,
        required=False,
        help_text=_("Quỹ an sinh xã hội, trường, hộ gia đình; không ghi tên trẻ em."),
    )
    exchange = FinderField(
        Exchange.objects.all(),
        url_name="exchanges:find",
        label=_("Trong cuộc giao lưu"),
        required=False,
    )
    paper = forms.CharField(
        label=_("Biên nhận, chứng từ"), max_length=200, required=False, help_text=_("Số, ngày.")
    )
    note = forms.CharField(label=_("Ghi chú"), widget=forms.Textarea({"rows": 2}), required=False)

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        exchange = self.fields["exchange"]
        assert isinstance(exchange, FinderField)  # noqa: S101 - declared above
        exchange.queryset = Exchange.objects.visible_to(by).happened()


class NewGiftForm(GiftForm):
    proofs = FilesField(
        label=_("Ảnh, chứng từ"),
        required=False,
        help_text=_("Ảnh JPEG, PNG, WebP; PDF hay Word. Ảnh được thu nhỏ, xóa vị trí chụp."),
    )


class MendGiftForm(GiftForm):
    why = forms.CharField(
        label=_("Vì sao sửa"), max_length=300, help_text=_("Lý do hiện trong lịch sử.")
    )


def said(gift: Gift) -> dict[str, Any]:
    """What the form of a gift starts from."""
    plain = ("on", "kind", "what", "recipient", "paper", "note")
    return {
        "giver": gift.giver_id,
        "receiver": gift.receiver_id,
        "exchange": gift.exchange_id,
        "worth": gift.worth,
        "count": gift.count,
        **{name: getattr(gift, name) for name in plain},
    }
