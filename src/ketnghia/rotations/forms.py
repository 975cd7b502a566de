"""What people type about the order of hosts and its turns."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.rotations.ledgers import Ledger
from ketnghia.rotations.models import LONGEST, RotationPlace
from ketnghia.rotations.operations.turns import years_that_wait
from ketnghia.rotations.proposing import Proposal
from ketnghia.ui.fields import SENTENCES, DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import WrongDayError, parse_day

HOSTS = ("first", "second", "third", "fourth", "fifth")
EACH_YEAR, EVERY_YEARS, EACH_TIME = "each_year", "every_years", "each_time"


def _host(label: Any, *, required: bool = False) -> FinderField:
    return FinderField(Unit.objects.all(), url_name="units:find", label=label, required=required)


class DayOfYearField(forms.CharField):
    """A day that comes each year, as month and day: 31/12, 12 tháng 12."""

    # Any year with 29 February; the last day of it, so that no day lies ahead.
    A_YEAR = date(2024, 12, 31)

    def clean(self, value: Any) -> tuple[int, int]:
        try:
            found = parse_day(super().clean(value), today=self.A_YEAR)
        except WrongDayError as wrong:
            raise ValidationError(SENTENCES[wrong.code], wrong.code, wrong.words) from wrong
        return found.month, found.day


class OrderForm(ActionForm):
    """Who hosts after whom, how often, by which day."""

    first = _host(_("Đăng cai thứ nhất"), required=True)
    second = _host(_("Đăng cai thứ hai"), required=True)
    third = _host(_("Đăng cai thứ ba"))
    fourth = _host(_("Đăng cai thứ tư"))
    fifth = _host(_("Đăng cai thứ năm"))
    rhythm = forms.ChoiceField(
        label=_("Nhịp"),
        choices=[
            (EACH_YEAR, _("Mỗi năm một lượt")),
            (EVERY_YEARS, _("Vài năm một lượt")),
            (EACH_TIME, _("Mỗi lần gặp một lượt, không hẹn năm")),
        ],
        widget=forms.RadioSelect,
    )
    every = forms.IntegerField(
        label=_("Mấy năm một lượt"),
        min_value=2,
        max_value=LONGEST,
        required=False,
        help_text=_("Chỉ điền khi vài năm một lượt."),
    )
    since = forms.IntegerField(
        label=_("Từ năm"),
        min_value=1990,
        max_value=2100,
        localize=False,
        help_text=_("Năm bên thứ nhất đăng cai. Những lần trước đó vẫn hiện, không tính lượt."),
    )
    due = DayOfYearField(
        label=_("Mỗi lượt tổ chức trước ngày"), max_length=20, help_text=_("Ngày và tháng: 31/12.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["hosts"] = [unit for name in HOSTS if (unit := data.pop(name, None))]
        rhythm, every = data.pop("rhythm", EACH_YEAR), data.pop("every", None)
        if rhythm == EVERY_YEARS and not every:
            self.add_error("every", _("Ghi mấy năm một lượt."))
        data["every"] = {EACH_YEAR: 1, EACH_TIME: None}.get(rhythm, every)
        return data


class ChangeOrderForm(OrderForm):
    why = forms.CharField(
        label=_("Vì sao đổi"), max_length=300, help_text=_("Lý do hiện trong lịch sử của sổ.")
    )


def said(proposal: Proposal) -> dict[str, Any]:
    """What the form of an order starts from."""
    month, day = proposal.due
    rhythms = {None: EACH_TIME, 1: EACH_YEAR}
    return {
        **dict(zip(HOSTS, [unit.pk for unit in proposal.hosts], strict=False)),
        "rhythm": rhythms.get(proposal.every, EVERY_YEARS),
        "every": proposal.every if proposal.every and proposal.every > 1 else None,
        "since": proposal.since,
        "due": f"{day}/{month}",
    }


class GroundsForm(ActionForm):
    """Why it was decided, by whom, and on what paper."""

    why = forms.CharField(label=_("Lý do"), max_length=300)
    decided_by = forms.CharField(
        label=_("Ai quyết định"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: hai bên thống nhất qua điện thoại."),
    )
    paper = forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        required=False,
        help_text=_("Số, ngày của công văn hay thư."),
    )


class SkipForm(GroundsForm):
    year = forms.TypedChoiceField(label=_("Lượt năm"), coerce=int)
    decided_on = DayField(label=_("Ngày quyết định"), initial=localdate)
    field_order = ("year", "why", "decided_by", "paper", "decided_on")

    def __init__(self, *args: Any, ledger: Ledger, **options: Any) -> None:
        super().__init__(*args, **options)
        year = self.fields["year"]
        assert isinstance(year, forms.TypedChoiceField)  # noqa: S101 - declared above
        year.choices = [(str(one), str(one)) for one in years_that_wait(ledger)]
        if ledger.rotation.every is None:
            del self.fields["year"]


class SwapForm(GroundsForm):
    with_place = forms.ModelChoiceField(
        label=_("Bên đăng cai thay"), queryset=RotationPlace.objects, widget=forms.RadioSelect
    )
    decided_on = DayField(label=_("Ngày quyết định"), initial=localdate)
    field_order = ("with_place", "why", "decided_by", "paper", "decided_on")

    def __init__(self, *args: Any, ledger: Ledger, **options: Any) -> None:
        super().__init__(*args, **options)
        others = [place for place in ledger.places if place != ledger.next_place]
        _offer(self.fields["with_place"], ledger, others)


class CountForm(GroundsForm):
    place = forms.ModelChoiceField(
        label=_("Cuộc này dùng lượt của"),
        queryset=RotationPlace.objects,
        required=False,
        blank=True,
        empty_label=_("Không dùng lượt của ai"),
        widget=forms.RadioSelect,
    )
    field_order = ("place", "why", "decided_by", "paper")

    def __init__(self, *args: Any, ledger: Ledger, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self.fields["place"], ledger, ledger.places)


def _offer(field: forms.Field, ledger: Ledger, places: list[RotationPlace]) -> None:
    """Offer these places by the names of the units that hold them today."""
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
    field.queryset = RotationPlace.objects.filter(
        pk__in=[place.pk for place in places]
    ).select_related("unit")
    names = {place.pk: ledger.unit_today(place).name for place in places}
    blank = [("", field.empty_label)] if field.empty_label else []
    field.choices = [*blank, *names.items()]
