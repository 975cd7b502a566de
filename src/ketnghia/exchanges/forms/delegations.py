"""What people type about a delegation, and the list they paste."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.exchanges.models import Group, Participation
from ketnghia.exchanges.names import DUTIES, is_child_word
from ketnghia.exchanges.operations.delegations import Entry
from ketnghia.people.models import Person
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.vietnamese.text import fold

ANOTHER = "another"


class DelegationForm(ActionForm):
    role = forms.ChoiceField(label=_("Vai"), choices=Participation.Role)
    direction = forms.ChoiceField(
        label=_("Chiều đi"),
        choices=[("", _("Chưa ghi")), *Participation.Direction.choices],
        required=False,
    )
    head = forms.CharField(label=_("Trưởng đoàn, chủ trì"), max_length=120, required=False)
    head_title = forms.CharField(
        label=_("Chức vụ ngày đó"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì lấy chức vụ đã ghi của người này vào ngày đó."),
    )
    size = forms.IntegerField(
        label=_("Tổng số người"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Để trống thì cộng từ danh sách và các nhóm dưới đây."),
    )
    interpreter = forms.CharField(label=_("Phiên dịch"), max_length=200, required=False)
    border_gate = forms.CharField(label=_("Qua cửa khẩu"), max_length=200, required=False)
    arrives_on = DayField(label=_("Đến ngày"), required=False)
    leaves_on = DayField(label=_("Về ngày"), required=False)

    def __init__(self, *args: Any, side: Participation, **options: Any) -> None:
        super().__init__(*args, **options)
        numbers = {group.kind: group.number for group in side.groups.all()}
        for kind, label in Group.Kind.choices:
            self.fields[f"group-{kind}"] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=100_000,
                required=False,
                initial=numbers.get(kind),
                help_text=_("Chỉ ghi số, không ghi tên các em.")
                if kind == Group.Kind.CHILDREN
                else "",
            )

    @property
    def facts(self) -> list[forms.BoundField]:
        return [field for field in self if not field.name.startswith("group-")]

    @property
    def groups(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("group-")]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["groups"] = {kind: data.pop(f"group-{kind}", None) for kind in Group.Kind.values}
        return data


class PasteForm(ActionForm):
    text = forms.CharField(
        label=_("Danh sách"),
        widget=forms.Textarea({"rows": 10}),
        max_length=60_000,
        help_text=_("Dán cả bảng từ Word, Excel, hoặc tin nhắn Zalo; mỗi người một dòng."),
    )


class ListForm(ActionForm):
    """The lines read, each with what a person may mend before it is kept."""

    def __init__(
        self, *args: Any, size: int, known: dict[str, list[Person]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.size = size
        self.known = known
        self.fields["children"] = forms.IntegerField(
            min_value=0, max_value=100_000, required=False, widget=forms.HiddenInput
        )
        self.fields["add_children"] = forms.ChoiceField(
            choices=[("", _("vẫn là các em đã ghi")), ("add", _("là các em khác, cộng thêm"))],
            label=_("Các em trong danh sách này"),
            required=False,
            widget=forms.RadioSelect,
        )
        for place in range(size):
            self._add_line(place)

    def _add_line(self, place: int) -> None:
        name = self.data.get(f"name-{place}") or self.initial.get(f"name-{place}", "")
        duties = [("", "—"), *((duty, duty) for duty, _words in DUTIES)]
        self.fields[f"take-{place}"] = forms.BooleanField(label=_("Ghi"), required=False)
        self.fields[f"name-{place}"] = forms.CharField(
            label=_("Họ và tên"), max_length=120, required=False
        )
        self.fields[f"title-{place}"] = forms.CharField(
            label=_("Chức vụ, đơn vị"), max_length=200, required=False
        )
        self.fields[f"duty-{place}"] = forms.ChoiceField(
            label=_("Trong đoàn"), choices=duties, required=False
        )
        people = self.known.get(fold(name), [])
        if people:
            self.fields[f"person-{place}"] = forms.ChoiceField(
                label=_("Là ai"),
                choices=[
                    *((str(person.pk), _said(person)) for person in people),
                    (ANOTHER, _("Người khác cùng tên")),
                ],
                required=False,
            )

    def line(self, place: int) -> list[forms.BoundField]:
        names = ("name", "title", "duty", "person")
        return [self[f"{name}-{place}"] for name in names if f"{name}-{place}" in self.fields]

    def clean(self) -> dict[str, Any]:
        """Lines as entries; one that turns out to be a child's becomes a number here too."""
        data = super().clean() or {}
        children = data.get("children") or 0
        entries = []
        for place in range(self.size):
            if not data.get(f"take-{place}"):
                continue
            if is_child_word(data.get(f"title-{place}", "")):
                children += 1
            elif data.get(f"name-{place}"):
                entries.append(self._entry(data, place))
            else:
                self.add_error(f"name-{place}", _("Ghi tên, hoặc bỏ dòng này."))
        return {
            "entries": entries,
            "children": children,
            "add_children": data.get("add_children") == "add",
        }

    def _entry(self, data: dict[str, Any], place: int) -> Entry:
        name, chosen = data[f"name-{place}"], data.get(f"person-{place}", "")
        people = {str(person.pk): person for person in self.known.get(fold(name), [])}
        return Entry(
            name=name,
            title=data.get(f"title-{place}", ""),
            duty=data.get(f"duty-{place}", ""),
            person=people.get(chosen),
            is_new=chosen == ANOTHER,
        )


def _said(person: Person) -> str:
    titles = ", ".join(dict.fromkeys(post.title for post in person.posts.all()))
    return f"{person.name}, {titles}" if titles else person.name
