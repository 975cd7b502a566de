"""What is typed about a round of commendation and its quotas."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Campaign
from ketnghia.activities.spans import half_of
from ketnghia.commendations.forms.recording import choose
from ketnghia.commendations.models import AwardRound, Honour, Quota
from ketnghia.commendations.terms import Kind
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

LINES = {"rows": 3}
COLUMN = {"class": "choice-column"}


class RoundForm(ActionForm):
    """A round: which merits, which honours, until when."""

    title = forms.CharField(label=_("Tên đợt"), max_length=200)
    first = DayField(label=_("Thành tích từ ngày"))
    last = DayField(label=_("Đến hết ngày"))
    due_on = DayField(label=_("Hạn đề nghị"))
    honours = forms.ModelMultipleChoiceField(
        Honour.objects.none(),
        label=_("Hình thức"),
        widget=forms.CheckboxSelectMultiple(COLUMN),
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("Chiến dịch, đợt"), required=False,
        empty_label=_("Mọi hoạt động trong kỳ"),
        help_text=_("Chọn thì chỉ gợi ý thành tích của chiến dịch này."),
    )  # fmt: skip
    note = forms.CharField(label=_("Hướng dẫn"), widget=forms.Textarea(LINES), required=False)

    def __init__(self, *args: Any, unit: Unit, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self.fields["honours"], Honour.objects.put_forward_by(unit).order_by("rank", "pk"))
        choose(self.fields["campaign"], Campaign.objects.order_by("-begins_on", "folded"))

    @staticmethod
    def initial_of(made: AwardRound) -> dict[str, Any]:
        names = ("title", "first", "last", "due_on", "campaign", "note")
        kept = {name: getattr(made, name) for name in names}
        return kept | {"honours": list(made.honours.values_list("pk", flat=True))}


class OpeningForm(RoundForm):
    """The same with the quotas every unit begins with."""

    collectives = forms.IntegerField(
        label=_("Tập thể mỗi đơn vị"), min_value=0, max_value=999, required=False
    )
    people = forms.IntegerField(
        label=_("Cá nhân mỗi đơn vị"), min_value=0, max_value=999, required=False
    )


def opening_defaults(unit: Unit, today: date) -> dict[str, Any]:
    """The half-year that just ran, and what the unit itself gives."""
    span = half_of(today)
    half = _("6 tháng đầu năm %(year)s") if span.name.endswith("-1") else _("năm %(year)s")
    words = {"half": half % {"year": today.year}}
    first = span.first if span.name.endswith("-1") else date(today.year, 1, 1)
    return {
        "title": _("Khen thưởng %(half)s") % words,
        "first": first,
        "last": span.last,
        "honours": list(Honour.objects.given_by(unit).values_list("pk", flat=True)),
    }


class QuotaForm(ActionForm):
    """How many of one honour, for whom, for which unit."""

    honour = forms.ModelChoiceField(Honour.objects.none(), label=_("Hình thức"), empty_label=None)
    kind = forms.ChoiceField(label=_("Khen ai"), choices=Kind.choices)
    scope = forms.ChoiceField(label=_("Cho"), choices=Quota.Scope.choices)
    unit = FinderField(
        Unit.objects.none(), url_name="units:find", label=_("Đơn vị"), required=False,
        help_text=_("Chỉ điền khi đặt riêng cho một đơn vị."),
    )  # fmt: skip
    number = forms.IntegerField(label=_("Số tối đa"), min_value=0, max_value=9999, required=False)
    percent = forms.IntegerField(
        label=_("Hoặc tỷ lệ tối đa, phần trăm"), min_value=1, max_value=100, required=False,
        help_text=_("Chỉ đặt cho cả đợt: phần trăm số được đề nghị mọi hình thức, làm tròn xuống."),
    )  # fmt: skip

    def __init__(self, *args: Any, round: AwardRound, **options: Any) -> None:  # noqa: A002
        super().__init__(*args, **options)
        choose(self.fields["honour"], round.honours.order_by("rank", "pk"))
        choose(self.fields["unit"], Unit.objects.filter(reached_by__holder=round.unit))

    @staticmethod
    def initial_of(quota: Quota) -> dict[str, Any]:
        names = ("honour", "kind", "scope", "unit", "number", "percent")
        return {name: getattr(quota, name) for name in names}
