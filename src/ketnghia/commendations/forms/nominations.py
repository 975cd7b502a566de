"""What is typed when somebody is put forward, and when it is sent, sent back, answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.commendations.forms.recording import choose
from ketnghia.commendations.models import AwardRound, Honour, Nomination, Proof
from ketnghia.commendations.operations import Recipient
from ketnghia.commendations.terms import Kind
from ketnghia.people.models import Person
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit
from ketnghia.vietnamese.names import clean_name
from ketnghia.vietnamese.text import tidy

REASON = _("Để trống thì ghép từ các minh chứng đã chọn; sửa lại trước khi gửi.")


class SubjectForm(ActionForm):
    """Who is put forward for which honour."""

    kind = forms.ChoiceField(label=_("Khen ai"), choices=Kind.choices)
    unit = FinderField(
        Unit.objects.all(), url_name="units:find", label=_("Đơn vị"), required=False,
        help_text=_("Tập thể: chính đơn vị được khen. Cá nhân: đơn vị của người đó."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Tên tập thể, họ tên cá nhân"), max_length=300, required=False,
        help_text=_("Tập thể đã chọn đơn vị thì không cần ghi."),
    )  # fmt: skip
    title = forms.CharField(label=_("Chức vụ"), max_length=300, required=False)
    honour = forms.ModelChoiceField(
        Honour.objects.none(), label=_("Hình thức"), empty_label=_("Chọn hình thức")
    )
    reason = forms.CharField(
        label=_("Tóm tắt thành tích"), widget=forms.Textarea({"rows": 5}), required=False
    )
    person = forms.ModelChoiceField(
        Person.objects.all(), required=False, widget=forms.HiddenInput, empty_label=None
    )

    def __init__(self, *args: Any, round: AwardRound, **options: Any) -> None:  # noqa: A002
        super().__init__(*args, **options)
        self.round = round
        choose(self.fields["honour"], round.honours.order_by("rank", "pk"))

    def clean(self) -> dict[str, Any]:
        """One recipient in place of the fields that describe it."""
        data = super().clean() or {}
        subject = {key: data.pop(key, None) for key in ("kind", "unit", "name", "title", "person")}
        if self.errors:
            return data
        data["recipient"] = self._recipient(**subject)
        return data

    def _recipient(
        self, *, kind: str, unit: Unit | None, name: str, title: str, person: Person | None
    ) -> Recipient:
        if kind == Kind.COLLECTIVE:
            if not name and unit is None:
                raise ValidationError({"unit": _("Chọn đơn vị, hoặc ghi tên tập thể.")})
            told = name or unit.name_on(self.round.last)  # type: ignore[union-attr]
            return Recipient(Kind.COLLECTIVE, told, unit=unit)
        if not name:
            raise ValidationError({"name": _("Ghi họ tên người được đề nghị.")})
        same = person if person and person.name == name else None
        return Recipient(Kind.PERSON, clean_name(name), title=title, person=same, of_unit=unit)

    @staticmethod
    def initial_of(nomination: Nomination) -> dict[str, Any]:
        kept = {name: getattr(nomination, name)
                for name in ("kind", "name", "title", "honour", "reason", "person")}  # fmt: skip
        return kept | {"unit": nomination.unit or nomination.of_unit}


class _Proofs(forms.Form):
    """Evidence picked from what the records tell, and typed where no record tells it."""

    proofs = forms.MultipleChoiceField(
        label=_("Chọn minh chứng"),
        widget=forms.CheckboxSelectMultiple({"class": "choice-column"}),
        required=False,
    )
    typed = forms.CharField(
        label=_("Minh chứng khác"), widget=forms.Textarea({"rows": 3}), required=False,
        help_text=_("Mỗi dòng một việc mà sổ ở đây chưa có. Tệp đính kèm thêm sau khi ghi."),
    )  # fmt: skip

    offered: Sequence[Proof] = ()

    def offer(self, offered: Sequence[Proof]) -> None:
        self.offered = offered
        field = self.fields["proofs"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(proof.key, proof.text) for proof in offered]
        if not offered:
            del self.fields["proofs"]

    def picked(self, data: dict[str, Any]) -> list[Proof]:
        """What was ticked and typed, as evidence."""
        keys = set(data.pop("proofs", ()))
        lines = [tidy(line) for line in data.pop("typed", "").splitlines()]
        typed = [Proof(kind=Proof.Kind.TYPED, text=line[:500]) for line in lines if line]
        return [proof for proof in self.offered if proof.key in keys] + typed


class NominationForm(_Proofs, SubjectForm):
    """Somebody put forward with the evidence in one go."""

    field_order = ("kind", "unit", "name", "title", "honour", "proofs", "typed", "reason")

    def __init__(self, *args: Any, offered: Sequence[Proof] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].help_text = REASON
        self.offer(offered)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["proofs"] = self.picked(data)
        if not data.get("reason"):
            data["reason"] = reason_from(data["proofs"])
        return data


class ProofsForm(_Proofs, ActionForm):
    """More evidence for a nomination."""

    def __init__(self, *args: Any, offered: Sequence[Proof] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(offered)

    def clean(self) -> dict[str, Any]:
        picked = self.picked(super().clean() or {})
        if not picked and not self.errors:
            raise ValidationError(_("Chọn ít nhất một minh chứng, hoặc ghi bằng chữ."))
        return {"proofs": picked}


def reason_from(proofs: Sequence[Proof]) -> str:
    """The evidence as a first draft of the merits, one line for each."""
    return "\n".join(f"{proof.text.rstrip('.')}." for proof in proofs)


class SubmittingForm(ActionForm):
    """Sending; a reason where a quota is exceeded."""

    over_quota = forms.CharField(label=_("Lý do vượt chỉ tiêu"), max_length=300)

    def __init__(self, *args: Any, is_over: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_over:
            del self.fields["over_quota"]


class RemarkForm(ActionForm):
    remark = forms.CharField(label=_("Ý kiến"), max_length=500, widget=forms.Textarea({"rows": 3}))


class RepeatForm(ActionForm):
    answer = forms.CharField(
        label=_("Vì sao vẫn đề nghị"), max_length=300,
        help_text=_("Như: thành tích khác, ở chiến dịch khác; đề nghị lên cấp cao hơn."),
    )  # fmt: skip
