"""What a keeper types about who agreed, and about giving a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.children.models import Child
from ketnghia.children.operations import Giver
from ketnghia.children.terms import COUNTRIES, Channel, Form, Relation, Use
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm

QUIET = {"autocomplete": "off"}


class ConsentsForm(ActionForm):
    """One paper for many children: what was agreed to, how, until when, and by whom for each."""

    uses = forms.MultipleChoiceField(
        label=_("Đồng ý cho"),
        choices=Use,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một việc.")},
    )
    form = forms.ChoiceField(label=_("Bằng"), choices=Form)
    given_on = DayField(label=_("Đồng ý ngày"), initial=localdate)
    valid_until = DayField(
        label=_("Đến hết ngày"), help_text=_("Ngày chưa tới thì ghi cả năm: 12/12/2026.")
    )

    def __init__(self, *args: Any, children: Sequence[Child], **options: Any) -> None:
        super().__init__(*args, **options)
        self.children = children
        for child in children:
            self._add_row(child)

    def _add_row(self, child: Child) -> None:
        place = child.place
        self.fields[f"take-{place}"] = forms.BooleanField(label=_("Ghi cho em này"), required=False)
        self.fields[f"relation-{place}"] = forms.ChoiceField(
            label=_("Ai đồng ý"), choices=Relation, required=False
        )
        self.fields[f"giver-{place}"] = forms.CharField(
            label=_("Họ tên người đồng ý"),
            max_length=120,
            required=False,
            widget=forms.TextInput(QUIET),
        )
        if child.is_asked:
            self.fields[f"agreed-{place}"] = forms.BooleanField(
                label=_("Em cũng đồng ý"), required=False
            )

    @property
    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("form", "given_on", "valid_until")]

    @property
    def rows(self) -> list[tuple[Child, list[forms.BoundField]]]:
        names = ("take", "relation", "giver", "agreed")
        return [
            (
                child,
                [
                    self[f"{name}-{child.place}"]
                    for name in names
                    if f"{name}-{child.place}" in self.fields
                ],
            )
            for child in self.children
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        facts: dict[str, Any] = {
            name: data[name] for name in ("uses", "form", "given_on", "valid_until") if name in data
        }
        givers = [self._giver(data, c) for c in self.children if data.get(f"take-{c.place}")]
        return {**facts, "givers": givers}

    def _giver(self, data: dict[str, Any], child: Child) -> Giver:
        place = child.place
        name = data.get(f"giver-{place}", "")
        agreed = data.get(f"agreed-{place}", False)
        if not name:
            self.add_error(f"giver-{place}", _("Ghi tên người đồng ý."))
        if child.is_asked and not agreed:
            self.add_error(f"agreed-{place}", _("Từ 7 tuổi, em cũng phải đồng ý."))
        relation = data.get(f"relation-{place}") or Relation.MOTHER
        return Giver(place, relation, name, child_agreed=agreed)


class WithdrawalForm(ActionForm):
    uses = forms.MultipleChoiceField(
        label=_("Rút đồng ý"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một việc.")},
    )
    on = DayField(label=_("Rút ngày"), initial=localdate)
    by_child = forms.BooleanField(label=_("Chính em rút"), required=False)

    def __init__(self, *args: Any, uses: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["uses"]
        assert isinstance(choice, forms.MultipleChoiceField)  # noqa: S101 - declared above
        choice.choices = [(use, Use(use).label) for use in uses]


class NamedChildren(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Children to choose by name; for pages behind an opening only."""

    def label_from_instance(self, child: Child) -> str:
        return child.particulars.name


class HandoverForm(ActionForm):
    recipient = forms.CharField(
        label=_("Giao cho ai"), max_length=200, help_text=_("Tên cơ quan, đơn vị nhận.")
    )
    country = forms.ChoiceField(label=_("Nước"), choices=COUNTRIES)
    channel = forms.ChoiceField(
        label=_("Bằng cách"),
        choices=Channel,
        help_text=_("Kho tệp, ứng dụng đặt ở nước ngoài cũng là chuyển dữ liệu ra nước ngoài."),
    )
    basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        help_text=_("Như: thư mời số …; đồng ý của đại diện và các em."),
    )
    on = DayField(label=_("Giao ngày"), initial=localdate)
    keeps_until = DayField(
        label=_("Bên nhận xóa trước ngày"),
        required=False,
        help_text=_("Ngày chưa tới thì ghi cả năm: 12/12/2026."),
    )
    children = NamedChildren(
        label=_("Các em được giao"),
        queryset=Child.objects,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một em.")},
    )

    def __init__(self, *args: Any, children: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["children"]
        assert isinstance(choice, forms.ModelMultipleChoiceField)  # noqa: S101 - declared above
        choice.queryset = children
