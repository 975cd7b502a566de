"""What people type about agreements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.agreements.models import Inheritance, Party
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Unit


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
