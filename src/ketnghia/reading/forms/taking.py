"""Ways in: several files, a folder, a pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.documents.fields import FilesInput
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Unit

READABLE = ".txt,.html,.htm,.docx,.pdf"


class _ForUnit(ActionForm):
    """For one of the person's own units; asked only where there are several."""

    unit = forms.ModelChoiceField(
        label=_("Đưa vào cho"), queryset=Unit.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        own = Unit.objects.run_by(by).filter(seats__user=by).distinct().order_by("pk")
        field = self.fields["unit"]
        field.queryset = own  # type: ignore[attr-defined]
        field.initial = own.first()
        if len(own[:2]) < 2:  # noqa: PLR2004 - one unit: nothing to choose
            field.widget = field.hidden_widget()


class _AnyFiles(FilesInput):
    """Files a reader may read; each is looked into when it is taken in, one by one."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__({"accept": READABLE, **attrs})


class _FilesField(forms.FileField):
    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ARG002 - Django's own
        return list(data or [])


class FilesForm(_ForUnit):
    """Files and the files of a folder are taken in together."""

    uploads = _FilesField(
        label=_("Tệp bài viết, báo cáo"),
        widget=_AnyFiles(),
        required=False,
        help_text=_("Chữ (.txt), trang đã lưu (.html), Word (.docx), PDF; mỗi tệp đến 20 MB."),
    )
    folder = _FilesField(
        label=_("Hoặc cả thư mục"), widget=_AnyFiles(webkitdirectory=True), required=False
    )

    field_order = ["unit", "uploads", "folder"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        endings = tuple(READABLE.split(","))
        inside = [f for f in typed.pop("folder", []) if f.name.lower().endswith(endings)]
        typed["uploads"] = [*typed.get("uploads", []), *inside]
        return typed


class TextForm(_ForUnit):
    text = forms.CharField(
        label=_("Bài viết"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Dán cả bài, kể cả dòng ngày đăng. Mã nguồn của trang cũng được."),
        strip=False,
    )
    # A plain box: what is wrong is said on the page, in Vietnamese, not by the browser.
    link = forms.URLField(
        label=_("Địa chỉ trang"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput({"inputmode": "url"}),
        error_messages={"invalid": _("Chưa phải địa chỉ trang. Chép lại từ thanh địa chỉ.")},
    )
    field_order = ["unit", "text", "link"]
