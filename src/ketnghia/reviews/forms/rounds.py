"""What an upper unit decides when it opens a review."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Campaign, Indicator
from ketnghia.activities.spans import FIRST_HALF, SECOND_HALF, half_of, half_year, whole_year
from ketnghia.reviews.models import Heading, Inquiry, Round
from ketnghia.reviews.operations import Question
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.units.models import Level, Unit, UnitQuerySet

DEPTHS = [("1", _("Các đơn vị trực thuộc")), ("2", _("Hai cấp bên dưới")), ("", _("Mọi cấp"))]
LINES = {"rows": 3}


class LevelsField(forms.MultipleChoiceField):
    """Which tiers are asked; none ticked: everybody."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Hỏi cấp nào"))
        options.setdefault("help_text", _("Không chọn: hỏi mọi cấp."))
        super().__init__(choices=Level.choices, required=False, **options)


class OpeningForm(ActionForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị mở"), empty_label=None)
    kind = forms.ChoiceField(label=_("Loại"), choices=Round.Kind)
    title = forms.CharField(label=_("Tên đợt"), max_length=200)
    first = DayField(label=_("Từ ngày"))
    last = DayField(label=_("Đến hết ngày"))
    due_on = DayField(
        label=_("Hạn nộp"),
        help_text=_("Rơi vào ngày nghỉ thì tính đến ngày làm việc kế tiếp."),
    )
    depth = forms.ChoiceField(label=_("Hỏi đến cấp nào"), choices=DEPTHS, required=False)
    earlier = forms.IntegerField(
        label=_("Mỗi cấp bên dưới nộp sớm hơn mấy ngày làm việc"), min_value=0, max_value=30
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("Chiến dịch, đợt"), required=False,
        empty_label=_("Mọi hoạt động"),
        help_text=_("Chọn thì chỉ cộng hoạt động của chiến dịch này."),
    )  # fmt: skip
    previous = forms.ModelChoiceField(
        Round.objects.none(),
        label=_("Kế hoạch lấy từ nhiệm vụ của đợt"),
        required=False,
        empty_label=_("Không lấy"),
    )
    questions = forms.CharField(
        label=_("Câu hỏi thêm"), widget=forms.Textarea(LINES), required=False,
        help_text=_("Mỗi dòng một câu, đơn vị trả lời bằng chữ."),
    )  # fmt: skip
    note = forms.CharField(label=_("Hướng dẫn"), widget=forms.Textarea(LINES), required=False)

    def __init__(self, *args: Any, units: UnitQuerySet, today: date, **options: Any) -> None:
        options["initial"] = {**opening_defaults(today), **options.get("initial", {})}
        super().__init__(*args, **options)
        self.offer("unit", units)
        self.offer("campaign", Campaign.objects.all())
        self.offer("previous", Round.objects.filter(unit__in=units))

    def offer(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = choices

    def clean_depth(self) -> int | None:
        typed = self.cleaned_data["depth"]
        return int(typed) if typed else None

    def clean_questions(self) -> list[Question]:
        lines = self.cleaned_data["questions"].splitlines()
        return [Question(line.strip()) for line in lines if line.strip()]


def opening_defaults(today: date) -> dict[str, Any]:
    """The half-year that ends next or just ended, as the first guess."""
    span = half_of(today)
    half = FIRST_HALF if span.name.endswith("-1") else SECOND_HALF
    last = span.last
    words = {
        FIRST_HALF: _("Sơ kết 6 tháng đầu năm %(year)s"),
        SECOND_HALF: _("Tổng kết năm %(year)s"),
    }
    span = half_year(today.year, half) if half == FIRST_HALF else whole_year(today.year)
    return {
        "kind": Round.Kind.HALF if half == FIRST_HALF else Round.Kind.YEAR,
        "title": words[half] % {"year": today.year},
        "first": span.first,
        "last": span.last,
        "due_on": date(last.year, last.month, 15) if half == FIRST_HALF else date(last.year, 12, 5),
        "depth": "",
        "earlier": 3,
    }


class RoundForm(ActionForm):
    """What may still be said otherwise of a round that is open."""

    title = forms.CharField(label=_("Tên đợt"), max_length=200)
    due_on = DayField(label=_("Hạn nộp"))
    note = forms.CharField(label=_("Hướng dẫn"), widget=forms.Textarea(LINES), required=False)


class BelowForm(ActionForm):
    due_on = DayField(label=_("Hạn nộp của cấp dưới"))
    depth = forms.ChoiceField(label=_("Mở đến cấp nào"), choices=DEPTHS, required=False)
    earlier = forms.IntegerField(
        label=_("Mỗi cấp bên dưới nữa nộp sớm hơn mấy ngày làm việc"), min_value=0, max_value=30
    )

    def clean_depth(self) -> int | None:
        typed = self.cleaned_data["depth"]
        return int(typed) if typed else None


class AskedForm(ActionForm):
    levels = LevelsField()


class AskingForm(ActionForm):
    """One more indicator."""

    indicator = forms.ModelChoiceField(Indicator.objects.none(), label=_("Chỉ tiêu"))
    levels = LevelsField()

    def __init__(self, *args: Any, round: Round, **options: Any) -> None:  # noqa: A002
        super().__init__(*args, **options)
        usable = Indicator.objects.usable_by(round.unit).in_year(round.last.year)
        there = round.asked.values("indicator")
        field = self.fields["indicator"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = usable.exclude(pk__in=there).distinct().order_by("group", "order")


class InquiryForm(ActionForm):
    text = forms.CharField(label=_("Câu hỏi"), max_length=300)
    levels = LevelsField()

    def __init__(self, *args: Any, inquiry: Inquiry | None = None, **options: Any) -> None:
        if inquiry:
            options["initial"] = {"text": inquiry.text, "levels": inquiry.levels}
        super().__init__(*args, **options)


class HeadingForm(ActionForm):
    title = forms.CharField(label=_("Tên mục"), max_length=200)
    part = forms.CharField(label=_("Phần"), max_length=200, required=False)
    role = forms.ChoiceField(label=_("Soạn từ"), choices=Heading.Role)
    groups = forms.MultipleChoiceField(
        label=_("Nhóm chỉ tiêu"),
        choices=Indicator.Group.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    order = forms.IntegerField(label=_("Thứ tự"), min_value=1, max_value=99)

    def __init__(self, *args: Any, heading: Heading | None = None, **options: Any) -> None:
        if heading:
            options["initial"] = {
                "title": heading.title,
                "part": heading.part,
                "role": heading.role,
                "groups": list(heading.groups),
                "order": heading.order,
            }
        super().__init__(*args, **options)

    def clean_groups(self) -> str:
        return "".join(self.cleaned_data["groups"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("role") == Heading.Role.RESULTS and not data.get("groups"):
            raise ValidationError({"groups": _("Mục kết quả cần ít nhất một nhóm chỉ tiêu.")})
        return data
