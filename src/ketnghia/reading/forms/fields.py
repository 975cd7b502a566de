"""One small form for each kind of finding: what a person types becomes its value."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ketnghia.accounts.models import User
from ketnghia.agreements.models import Agreement
from ketnghia.exchanges.models import Exchange
from ketnghia.people.models import Person
from ketnghia.reading.forms.amounts import FigureForm, GiftForm, MoneyForm
from ketnghia.reading.forms.promises import CommitmentForm
from ketnghia.reading.forms.shapes import FieldForm, units_of
from ketnghia.reading.models import Field
from ketnghia.reading.proposing.days import whole
from ketnghia.ui.fields import DayField
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Level, Unit
from ketnghia.units.operations import found
from ketnghia.vietnamese.text import fold

Kind, Role = Field.Kind, Field.Role
ACTIVITY, NOTHING = "activity:", "none:"
MOST_ALIKE = 200


class DeedForm(FieldForm):
    blank: ClassVar[Any] = {"record": "none", "kind": ""}
    deed = forms.ChoiceField(
        label=_("Ghi thành"),
        choices=[
            *((f"exchange:{value}", label) for value, label in Exchange.Kind.choices),
            (ACTIVITY, _("Hoạt động")),
            (NOTHING, _("Không ghi thành việc nào")),
        ],
    )

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {"deed": f"{field.value['record']}:{field.value.get('kind', '')}"}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        record, _colon, kind = typed["deed"].partition(":")
        return {"value": {"record": record, "kind": kind}}


class WordsForm(FieldForm):
    blank: ClassVar[Any] = ""
    words = forms.CharField(label=_("Ghi là"), max_length=300)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {"words": field.value}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        return {"value": typed["words"]}


class DayForm(FieldForm):
    blank: ClassVar[Any] = ""
    on = DayField(label=_("Ngày"), help_text=_("Gõ cả năm, ví dụ 22/3/2024."))

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {"on": whole(field.value) or as_typed(field.value)}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        return {"value": typed["on"].isoformat()}


def as_typed(iso: str) -> str:
    """A day without its year, as somebody begins to type it: 29/11/."""
    parts = str(iso).split("-")
    return f"{int(parts[2])}/{int(parts[1])}/" if len(parts) == 3 else ""  # noqa: PLR2004


class SpanForm(FieldForm):
    blank: ClassVar[Any] = {"start": "", "end": ""}
    first = DayField(label=_("Từ ngày"), help_text=_("Gõ cả năm, ví dụ 22/3/2024."))
    last = DayField(label=_("Đến ngày"), required=False)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        first, last = field.value["start"], field.value["end"]
        told = whole(last) if last != first else None
        return {"first": whole(first) or as_typed(first), "last": told}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        first, last = typed["first"], typed["last"] or typed["first"]
        if last < first:
            raise ValidationError({"last": _now("Ngày cuối phải sau ngày đầu.")})
        return {"value": {"start": first.isoformat(), "end": last.isoformat()}}


class TermForm(FieldForm):
    blank: ClassVar[Any] = {"start": None, "end": None}
    first = forms.CharField(
        label=_("Từ"), max_length=12, required=False, help_text=_("Năm, hoặc cả ngày.")
    )
    last = forms.CharField(label=_("Đến hết"), max_length=12, required=False)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {"first": field.value.get("start"), "last": field.value.get("end")}

    def clean_first(self) -> Any:
        return _edge(self.cleaned_data["first"])

    def clean_last(self) -> Any:
        return _edge(self.cleaned_data["last"])

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        kept = {"sums": True} if self.field.value.get("sums") else {}
        return {"value": {"start": typed["first"], "end": typed["last"], **kept}}


def _edge(typed: str) -> int | str | None:
    """A year as a number, a day as its ISO form."""
    if not typed:
        return None
    if typed.isdigit() and len(typed) == 4:  # noqa: PLR2004
        return int(typed)
    on = DayField().clean(whole(typed) or typed)
    return on.isoformat() if on else None


class PaperForm(FieldForm):
    blank: ClassVar[Any] = {"kind": "programme"}
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=Agreement.Kind)

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {"kind": field.value["kind"]}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        return {"value": {"kind": typed["kind"]}}


class SiteForm(FieldForm):
    blank: ClassVar[Any] = {"name": "", "sort": "memorial"}
    name = forms.CharField(label=_("Tên"), max_length=300)
    sort = forms.ChoiceField(
        label=_("Là"), choices=[("memorial", _("địa chỉ đỏ")), ("model", _("mô hình, cơ sở"))]
    )

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return dict(field.value)

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        return {"value": {"name": typed["name"], "sort": typed["sort"]}}


class UnitForm(FieldForm):
    """A unit of the register; whoever keeps the register may found one on the spot."""

    blank: ClassVar[Any] = {"name": ""}
    unit = FinderField(
        Unit.objects.all(),
        url_name="units:find",
        label=_("Đơn vị trong sổ"),
        required=False,
        help_text=_("Gõ một phần của tên. Chọn đơn vị của thời đó, kể cả đã kết thúc."),
    )
    role = forms.ChoiceField(
        label=_("Vai"),
        choices=[(r.value, r.label) for r in (Role.HOST, Role.GUEST, Role.LEAD, Role.JOINT)],
    )
    new_name = forms.CharField(
        label=_("Hoặc lập đơn vị mới, tên là"), max_length=200, required=False
    )
    kind = forms.ChoiceField(label=_("Loại đơn vị mới"), choices=Unit.Kind, required=False)
    level = forms.ChoiceField(label=_("Cấp của đơn vị mới"), choices=Level, required=False)
    country = forms.ChoiceField(
        label=_("Nước"),
        choices=[
            ("VN", _("Việt Nam")),
            ("LA", _("Lào")),
            ("CN", _("Trung Quốc")),
            ("KH", _("Campuchia")),
            ("XX", _("Nước khác")),
        ],
        required=False,
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        if not Unit.objects.administered_by(by).exists():
            for name in ("new_name", "kind", "level", "country"):
                del self.fields[name]

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        name = "" if field.unit_id else field.value.get("name", "")
        return {"unit": field.unit_id, "role": field.role, "new_name": name}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not typed.get("unit") and not typed.get("new_name") and "unit" not in self.errors:
            self.add_error("unit", _("Chọn một đơn vị trong sổ."))
        return typed

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        unit = typed["unit"]
        if unit is None:
            unit = found(
                typed["new_name"],
                kind=Unit.Kind(typed["kind"] or Unit.Kind.UNION),
                level=Level(typed["level"] or Level.PROVINCIAL),
                country=typed["country"] or "VN",
            )
        return {"unit": unit, "role": typed["role"], "note": "", "value": self._value(unit)}

    def _value(self, unit: Unit) -> dict[str, Any]:
        return {**self.field.value, "name": self.field.value.get("name") or unit.name}


class PersonForm(FieldForm):
    """A person of the register, or somebody new; and for whom they stand."""

    blank: ClassVar[Any] = {"name": "", "position": "", "side": None}
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    position = forms.CharField(label=_("Chức vụ ngày đó"), max_length=200, required=False)
    person = forms.ModelChoiceField(
        label=_("Trong sổ nhân sự"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Người mới"),
    )
    side = forms.ChoiceField(label=_("Của bên"), required=False)
    role = forms.ChoiceField(
        label=_("Vai"),
        choices=[(r.value, r.label) for r in (Role.HEAD, Role.MEMBER)] + [("", _("Chỉ có mặt"))],
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        units = units_of(self.field.article)
        self.fields["side"].choices = [("", _("Không rõ")), *units]  # type: ignore[attr-defined]
        self.fields["person"].queryset = self._alike()  # type: ignore[attr-defined]

    def _alike(self) -> Any:
        """Whoever has the same given name, and whoever it is tied to."""
        given = fold(self.field.value.get("name", "")).split(" ")[-1]
        alike = Person.objects.search(given) if given else Person.objects.none()
        keys = [person.pk for person in alike.order_by("sort_key")[:MOST_ALIKE]]
        return Person.objects.filter(pk__in=[*keys, self.field.person_id or 0]).order_by("sort_key")

    @classmethod
    def start(cls, field: Field) -> dict[str, Any]:
        return {**field.value, "person": field.person_id, "role": field.role}

    def told(self, typed: dict[str, Any]) -> dict[str, Any]:
        side = int(typed["side"]) if typed["side"] else None
        value = {"name": typed["name"], "position": typed["position"], "side": side}
        return {"value": value, "person": typed["person"], "role": typed["role"], "note": ""}


FORMS: dict[str, type[FieldForm]] = {
    Kind.DEED: DeedForm,
    Kind.TITLE: WordsForm,
    Kind.PLACE: WordsForm,
    Kind.PUBLISHED: DayForm,
    Kind.SIGNED: DayForm,
    Kind.EVENT: SpanForm,
    Kind.UNIT: UnitForm,
    Kind.PERSON: PersonForm,
    Kind.AGREEMENT: PaperForm,
    Kind.TERM: TermForm,
    Kind.COMMITMENT: CommitmentForm,
    Kind.FIGURE: FigureForm,
    Kind.MONEY: MoneyForm,
    Kind.SITE: SiteForm,
    Kind.GIFT: GiftForm,
}


def form_for(field: Field, data: Any, *, by: User) -> FieldForm:
    """The form of a finding, filled with its value."""
    form = FORMS[field.kind]
    return form(data, initial=form.start(field), field=field, by=by)
