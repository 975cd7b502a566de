"""The answer to a question of the overlap guard."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ketnghia.activities.models import Figure, Overlap
from ketnghia.activities.questions import Question
from ketnghia.ui.forms import ActionForm


class AnswerForm(ActionForm):
    """`kept` is needed unless the figures are different things."""

    answer = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[choice for choice in Overlap.Answer.choices if choice[0] != "waiting"],
    )
    kept = forms.ModelChoiceField(Figure.objects.none(), label=_("Tính số"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, question: Question, **options: Any) -> None:
        super().__init__(*args, **options)
        keys = [figure.pk for figure in question.figures]
        kept = self.fields["kept"]
        assert isinstance(kept, forms.ModelChoiceField)  # noqa: S101 - declared above
        kept.queryset = Figure.objects.filter(pk__in=keys)
