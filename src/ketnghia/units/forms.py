"""What people type about units."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Level, Seat, Succession, Unit, UnitName

LANGUAGES = [
    ("vi", _("Tiếng Việt")),
    ("lo", _("Tiếng Lào")),
    ("zh-hans", _("Tiếng Trung")),
    ("zh-latn", _("Phiên âm chữ Hán")),
    ("en", _("Tiếng Anh")),
]
COUNTRIES = [
    ("VN", _("Việt Nam")),
    ("LA", _("Lào")),
    ("CN", _("Trung Quốc")),
    ("KH", _("Campuchia")),
    ("XX", _("Nước khác")),
]


class SuccessionForm(ActionForm):
    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=[c for c in Succession.Kind.choices if c[0] != Succession.Kind.RENAMED],
        widget=forms.RadioSelect,
    )
    predecessors = forms.ModelMultipleChoiceField(
        label=_("Đơn vị kết thúc"),
        queryset=Unit.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tìm rồi chọn ít nhất một đơn vị kết thúc.")},
    )
    successors = forms.ModelMultipleChoiceField(
        label=_("Đơn vị nhận"),
        queryset=Unit.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    new_name = forms.CharField(
        label=_("Hoặc lập đơn vị mới, tên là"),
        max_length=200,
        required=False,
        help_text=_("Đơn vị hợp nhất là đơn vị mới, kể cả khi giữ tên cũ."),
    )
    on = DayField(label=_("Từ ngày"))
    legal_basis = forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        help_text=_("Số, ký hiệu, ngày và cơ quan ban hành."),
    )


class FoundingForm(ActionForm):
    name = forms.CharField(label=_("Tên chính thức"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại"), choices=Unit.Kind.choices)
    level = forms.ChoiceField(label=_("Cấp"), choices=Level.choices, initial=Level.BASE)
    parent = FinderField(
        Unit.objects.all(),
        url_name="units:find",
        label=_("Trực thuộc"),
        required=False,
        help_text=_("Đơn vị đồng chí quản trị. Đối tác bên ngoài Đoàn thì để trống."),
    )
    country = forms.ChoiceField(label=_("Nước"), choices=COUNTRIES, initial="VN")
    on = DayField(
        label=_("Thành lập ngày"), required=False, help_text=_("Để trống nếu không rõ ngày.")
    )

    def clean(self) -> None:
        typed = self.cleaned_data
        is_alone = not typed.get("parent") and "parent" not in self.errors
        if is_alone and typed.get("kind") == Unit.Kind.UNION:
            self.add_error("parent", gettext("Tổ chức Đoàn phải trực thuộc một đơn vị."))


class CorrectingForm(ActionForm):
    name = forms.CharField(
        label=_("Tên chính thức hiện nay"),
        max_length=200,
        help_text=_("Sửa khi ghi sai. Đổi tên từ một ngày thì ghi ở phần dưới."),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Unit.Kind.choices)
    began_on = DayField(label=_("Thành lập ngày"), required=False)


class RenamingForm(ActionForm):
    name = forms.CharField(label=_("Tên mới"), max_length=200)
    on = DayField(label=_("Dùng từ ngày"))


class NamingForm(ActionForm):
    name = forms.CharField(label=_("Cách viết khác"), max_length=200)
    form = forms.ChoiceField(label=_("Dạng"), choices=UnitName.Form.choices, initial="alias")
    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=LANGUAGES)


class MovingForm(ActionForm):
    parent = FinderField(Unit.objects.all(), url_name="units:find", label=_("Về trực thuộc"))
    on = DayField(label=_("Từ ngày"))
    level = forms.ChoiceField(
        label=_("Cấp"), choices=[("", _("giữ nguyên")), *Level.choices], required=False
    )


class SeatForm(ActionForm):
    user = forms.CharField(
        label=_("Tên đăng nhập hoặc thư điện tử"),
        max_length=254,
        help_text=_("Của người đã có tài khoản."),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=Seat.Role.choices, widget=forms.RadioSelect
    )

    def clean_user(self) -> User:
        typed = self.cleaned_data["user"].strip()
        found = User.objects.filter(username=typed) or User.objects.filter(email__iexact=typed)
        if len(found) != 1:
            raise ValidationError(gettext("Không thấy tài khoản này; xem lại từng chữ."))
        return found[0]


class InvitationForm(ActionForm):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    email = forms.EmailField(label=_("Thư điện tử"), widget=forms.TextInput({"inputmode": "email"}))
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=Seat.Role.choices, widget=forms.RadioSelect
    )
