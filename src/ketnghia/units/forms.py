"""What people type about units."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Succession, Unit


class SuccessionForm(ActionForm):
    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=[c for c in Succession.Kind.choices if c[0] != Succession.Kind.RENAMED],
        widget=forms.RadioSelect,
    )
    predecessors = forms.ModelMultipleChoiceField(
        label=_("Đơn vị kết thúc"), queryset=Unit.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    successors = forms.ModelMultipleChoiceField(
        label=_("Đơn vị nhận"),
        queryset=Unit.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    on = DayField(label=_("Từ ngày"))
    legal_basis = forms.CharField(label=_("Theo văn bản"), max_length=300)
