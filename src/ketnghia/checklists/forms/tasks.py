"""What people type about the work before and after an exchange."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.checklists.models import Template
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm


class StartForm(ActionForm):
    templates = forms.ModelMultipleChoiceField(
        label=_("Danh mục"),
        queryset=Template.objects,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một danh mục.")},
    )

    def __init__(self, *args: Any, nearest: Sequence[Template], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = self.fields["templates"]
        assert isinstance(choices, forms.ModelMultipleChoiceField)  # noqa: S101 - declared above
        choices.queryset = _among(nearest)


def _among(templates: Sequence[Template]) -> QuerySet[Template]:
    return Template.objects.filter(pk__in=[template.pk for template in templates])


class TaskForm(ActionForm):
    what = forms.CharField(label=_("Việc"), max_length=300)
    due_on = DayField(
        label=_("Xong trước ngày"), help_text=_("Ngày chưa tới thì ghi cả năm: 12/12/2026.")
    )
    owner = forms.CharField(
        label=_("Bộ phận, vai trò"), max_length=120, required=False, help_text=_("Như: Văn phòng.")
    )
    person = forms.CharField(
        label=_("Giao cho ai"), max_length=120, required=False, help_text=_("Họ tên cán bộ.")
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
    is_paper = forms.BooleanField(label=_("Là văn bản, ghi số và ngày"), required=False)


class PaperForm(TaskForm):
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    signed_on = DayField(label=_("Ngày ký"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("signed_on") and data["signed_on"] > localdate():
            self.add_error("signed_on", _("Ngày ký chưa tới."))
        return data


class SkipForm(ActionForm):
    why = forms.CharField(
        label=_("Vì sao không cần"), max_length=300, help_text=_("Lý do hiện bên việc này.")
    )
