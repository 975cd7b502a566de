"""What is typed when a decision that was made is written into the register."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.commendations.forms.fields import MoneyField, ToldNumberField
from ketnghia.commendations.models import Award, Honour
from ketnghia.commendations.operations import Recipient, near_names, read_recipients
from ketnghia.commendations.terms import Kind
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit
from ketnghia.vietnamese.text import tidy

UNITS_HINT = _("Mỗi dòng một tập thể, dán cả danh sách cũng được.")
PEOPLE_HINT = _("Mỗi dòng một người: họ tên, chức vụ, đơn vị.")


class ListForm(ActionForm):
    """Two lists of names; what they mean is shown once before anything is kept.

    `seen` carries the digest of the lists that were shown, so a changed list is shown again.
    """

    units = forms.CharField(
        label=_("Tập thể được khen"), widget=forms.Textarea, required=False, help_text=UNITS_HINT
    )
    persons = forms.CharField(
        label=_("Cá nhân được khen"), widget=forms.Textarea, required=False, help_text=PEOPLE_HINT
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    recipients: list[Recipient] = []
    given: Honour | None = None

    def read(self, data: dict[str, Any], *, issuer: Unit | None, on: Any) -> None:
        """Put what the lists mean in the place of the lists."""
        units, persons = data.pop("units", ""), data.pop("persons", "")
        self.was_seen = data.pop("seen", "") == _digest(units, persons)
        if on is not None and not self.errors:
            self.recipients = read_recipients(units=units, persons=persons, issuer=issuer, on=on)
        data["recipients"] = self.recipients

    @property
    def digest(self) -> str:
        return _digest(self["units"].value() or "", self["persons"].value() or "")

    @property
    def asks_for_a_look(self) -> bool:
        """Something was sent that nobody has seen read yet."""
        return self.is_bound and self.is_valid() and bool(self.recipients) and not self.was_seen

    @property
    def near(self) -> dict[str, list[Award]]:
        """Names that read like somebody who already has an honour given once."""
        honour = self.given
        if honour is None:
            return {}
        people = [one.name for one in self.recipients if one.kind == Kind.PERSON]
        return {name: found for name in people if (found := near_names(honour, name))}


def _digest(units: str, persons: str) -> str:
    lines = [tidy(line) for line in (*units.splitlines(), "|", *persons.splitlines())]
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest()[:16]


class RecordForm(ListForm):
    """A decision with its facts, then those it honours."""

    keeper = FinderField(Unit.objects.none(), url_name="units:find", label=_("Ghi vào sổ của"))
    unit = FinderField(Unit.objects.all(), url_name="units:find", label=_("Nơi quyết định"))
    honour = forms.ModelChoiceField(
        label=_("Hình thức"), queryset=Honour.objects.none(), empty_label=_("Chọn hình thức")
    )
    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=60, required=False, help_text=_("Như 12-QĐ/TĐTN-VP.")
    )
    decided_on = DayField(label=_("Ngày ký"))
    about = forms.CharField(label=_("Về việc"), max_length=300, required=False)
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    signer_title = forms.CharField(
        label=_("Chức vụ người ký"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì lấy chức vụ đã ghi của ngày ấy."),
    )
    reason = forms.CharField(
        label=_("Thành tích"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Như quyết định viết: đã có thành tích trong việc gì."),
    )
    campaign = forms.CharField(label=_("Chiến dịch, đợt"), max_length=200, required=False)
    agreement = forms.ModelChoiceField(
        label=_("Theo văn bản"),
        queryset=Agreement.objects.none(),
        required=False,
        empty_label=_("không theo văn bản nào"),
    )
    money_collective = MoneyField(label=_("Thưởng một tập thể"), required=False)
    money_person = MoneyField(label=_("Thưởng một cá nhân"), required=False)
    ceremony_on = DayField(label=_("Ngày trao"), required=False)
    takes_numbers = forms.BooleanField(
        label=_("Vào số tiếp theo trong sổ khen thưởng của nơi quyết định"), required=False
    )
    source = forms.CharField(label=_("Nguồn"), max_length=300, required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self.fields["keeper"], Unit.objects.run_by(user))
        choose(self.fields["honour"], Honour.objects.visible_to(user))
        papers = Agreement.objects.visible_to(user).filter(signed_on__isnull=False)
        choose(self.fields["agreement"], papers.order_by("-signed_on", "pk"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.given = data.get("honour")
        self.read(data, issuer=data.get("unit"), on=data.get("decided_on"))
        return data


def choose(field: forms.Field, queryset: Any) -> None:
    """Let a field offer what the person may choose."""
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared so
    field.queryset = queryset


class AddForm(ListForm):
    """More of those a decision honours."""

    reason = forms.CharField(label=_("Thành tích"), widget=forms.Textarea, required=False)
    takes_numbers = forms.BooleanField(label=_("Vào số tiếp theo trong sổ"), required=False)

    def __init__(self, *args: Any, issuer: Unit, honour: Honour, on: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.issuer, self.given, self.on = issuer, honour, on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.read(data, issuer=self.issuer, on=self.on)
        return data


class NamesForm(ListForm):
    """Names found for a number that was told without any."""

    def __init__(self, *args: Any, count: Award, **options: Any) -> None:
        super().__init__(*args, **options)
        self.count, self.given = count, count.honour
        del self.fields["persons" if count.kind == Kind.COLLECTIVE else "units"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.read(data, issuer=self.count.keeper, on=self.count.on)
        return data

    @property
    def digest(self) -> str:
        kept = {name: self[name].value() or "" for name in ("units", "persons")
                if name in self.fields}  # fmt: skip
        return _digest(kept.get("units", ""), kept.get("persons", ""))


class CountForm(ActionForm):
    """A number of those honoured, where the source names nobody."""

    keeper = FinderField(Unit.objects.none(), url_name="units:find", label=_("Ghi vào sổ của"))
    kind = forms.ChoiceField(label=_("Khen ai"), choices=Kind.choices)
    told = ToldNumberField(
        label=_("Bao nhiêu"), help_text=_("Như nguồn viết: 12, trên 20, gần 100.")
    )
    on = DayField(label=_("Ngày công bố"))
    first_giver = FinderField(Unit.objects.all(), url_name="units:find", label=_("Nơi khen"))
    second_giver = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Nơi khen thứ hai"), required=False
    )
    third_giver = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Nơi khen thứ ba"), required=False
    )
    honour = forms.ModelChoiceField(
        label=_("Hình thức"),
        queryset=Honour.objects.none(),
        required=False,
        empty_label=_("chưa rõ, chưa tách"),
    )
    reason = forms.CharField(label=_("Thành tích"), widget=forms.Textarea, required=False)
    campaign = forms.CharField(label=_("Chiến dịch, đợt"), max_length=200, required=False)
    source = forms.CharField(label=_("Nguồn"), max_length=300, required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self.fields["keeper"], Unit.objects.run_by(user))
        choose(self.fields["honour"], Honour.objects.visible_to(user))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        names = ("first_giver", "second_giver", "third_giver")
        givers = [giver for name in names if (giver := data.pop(name, None))]
        told = data.pop("told", None)
        if told:
            data |= {"number": told.number, "bound": told.bound}
        data["givers"] = list(dict.fromkeys(givers))
        return data


class CorrectionForm(ActionForm):
    """One line of the register, mended."""

    name = forms.CharField(label=_("Tên lúc được khen"), max_length=300)
    title = forms.CharField(label=_("Chức vụ lúc đó"), max_length=300, required=False)
    unit = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Là đơn vị"), required=False
    )
    of_unit = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Người của đơn vị"), required=False
    )
    reason = forms.CharField(label=_("Thành tích"), widget=forms.Textarea, required=False)
    campaign = forms.CharField(label=_("Chiến dịch, đợt"), max_length=200, required=False)
    agreement = forms.ModelChoiceField(
        label=_("Theo văn bản"),
        queryset=Agreement.objects.none(),
        required=False,
        empty_label=_("không theo văn bản nào"),
    )
    money = MoneyField(label=_("Tiền thưởng"), required=False)
    certificate = forms.CharField(label=_("Số vào sổ"), max_length=40, required=False)
    ceremony_on = DayField(label=_("Ngày trao"), required=False)
    part_of = forms.ModelChoiceField(
        label=_("Nằm trong số đã ghi"),
        queryset=Award.objects.none(),
        required=False,
        empty_label=_("không"),
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, award: Award, user: User, **options: Any) -> None:
        names = [*self.base_fields]
        initial = {name: getattr(award, name) for name in names}
        initial["campaign"] = award.campaign.name if award.campaign else ""
        super().__init__(*args, initial=initial, **options)
        papers = Agreement.objects.visible_to(user).filter(signed_on__isnull=False)
        choose(self.fields["agreement"], papers.order_by("-signed_on", "pk"))
        choose(self.fields["part_of"], numbers_near(award))
        for name in _not_of(award):
            del self.fields[name]


def numbers_near(award: Award) -> Any:
    """Numbers without names of the same register, kind and year."""
    found = Award.objects.filter(keeper=award.keeper_id, kind=award.kind, year=award.year)
    return found.filter(number__isnull=False).exclude(pk=award.pk)


def _not_of(award: Award) -> set[str]:
    """What a line of this sort does not tell."""
    if award.is_count:
        return {"name", "title", "unit", "of_unit", "money", "certificate", "part_of"}
    if award.kind == Kind.COLLECTIVE:
        return {"title", "of_unit"}
    return {"unit"}


class RevokingForm(ActionForm):
    on = DayField(label=_("Thu hồi từ ngày"))
    why = forms.CharField(label=_("Vì sao"), max_length=300)
    basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        required=False,
        help_text=_("Số quyết định thu hồi, điều luật hay quy chế."),
    )


class CeremonyForm(ActionForm):
    on = DayField(label=_("Ngày trao"))


def today() -> dict[str, Any]:
    return {"on": localdate()}
