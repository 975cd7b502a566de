"""What people type about the review of one agreement, and about review meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.spans import Span
from ketnghia.reviews.models import AgreementReview
from ketnghia.ui.fields import DayField
from ketnghia.ui.forms import ActionForm
from ketnghia.ui.widgets import FinderField
from ketnghia.units.models import Unit

SECTION = {"rows": 5}


class BeginningForm(ActionForm):
    """A year or the whole term, of those the paper has."""

    span = forms.ChoiceField(label=_("Rà lại thời gian nào"))

    def __init__(self, *args: Any, spans: list[tuple[Span, bool]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.spans = spans
        field = self.fields["span"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(place), _told(*spans[place])) for place in range(len(spans))]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "span" in data:
            span, is_final = self.spans[int(data.pop("span"))]
            data |= {"first": span.first, "last": span.last, "is_final": is_final}
        return data


def _told(span: Span, is_final: bool) -> str:  # noqa: FBT001 - a pair of the list
    words = {"days": span.words}
    return str((_("Cả thời hạn, %(days)s") if is_final else _("Trong %(days)s")) % words)


class PaperForm(ActionForm):
    process = forms.CharField(
        label=_("Quá trình triển khai"), widget=forms.Textarea(SECTION), required=False
    )
    ease = forms.CharField(label=_("Thuận lợi"), widget=forms.Textarea(SECTION), required=False)
    difficulty = forms.CharField(
        label=_("Khó khăn"), widget=forms.Textarea(SECTION), required=False
    )
    proposal = forms.CharField(label=_("Đề xuất"), widget=forms.Textarea(SECTION), required=False)
    direction = forms.CharField(
        label=_("Phương hướng"), widget=forms.Textarea(SECTION), required=False
    )

    def __init__(self, *args: Any, review: AgreementReview, **options: Any) -> None:
        names = ("process", "ease", "difficulty", "proposal", "direction")
        options["initial"] = {name: getattr(review, name) for name in names}
        super().__init__(*args, **options)


class ConcludingForm(ActionForm):
    on = DayField(label=_("Ngày tổng kết"))
    result = forms.CharField(label=_("Kết luận của các bên"), widget=forms.Textarea({"rows": 6}))


class AgreementMeetingForm(ActionForm):
    host = forms.ModelChoiceField(Unit.objects.none(), label=_("Bên đăng cai"), empty_label=None)
    begins_on = DayField(
        label=_("Ngày họp"), help_text=_("Ngày chưa tới thì là dự kiến. Ghi cả năm: 12/12/2026.")
    )
    place = forms.CharField(label=_("Nơi họp"), max_length=200, required=False)

    def __init__(self, *args: Any, review: AgreementReview, **options: Any) -> None:
        super().__init__(*args, **options)
        host = self.fields["host"]
        assert isinstance(host, forms.ModelChoiceField)  # noqa: S101 - declared above
        host.queryset = Unit.objects.filter(parties__agreement=review.agreement)


class ReportMeetingForm(ActionForm):
    begins_on = DayField(label=_("Ngày họp"), help_text=_("Ngày chưa tới thì là dự kiến."))
    guest = FinderField(Unit.objects.all(), url_name="units:find", label=_("Đơn vị cùng dự"))
    place = forms.CharField(label=_("Nơi họp"), max_length=200, required=False)
