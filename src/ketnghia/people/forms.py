"""What people type about people."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.people.models import Person
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit


class CorrectionForm(ActionForm):
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)


class NameForm(ActionForm):
    name = forms.CharField(label=_("Cách viết khác"), max_length=120)


class PostForm(ActionForm):
    title = forms.CharField(label=_("Chức vụ"), max_length=200)
    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị"), required=False)
    valid_from = DayField(label=_("Từ ngày"), required=False)
    valid_until = DayField(label=_("Đến hết ngày"), required=False)


class MergeForm(ActionForm):
    other = forms.ModelChoiceField(queryset=Person.objects.all(), widget=forms.HiddenInput)
