"""Forms that carry out an act: the fields are its arguments, its refusal becomes their errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from ketnghia.vietnamese.text import tidy


class _Acting(forms.BaseForm):
    """What ActionForm and ActionModelForm share."""

    result: Any = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if (
                field.error_messages.get("required")
                == forms.Field.default_error_messages["required"]
            ):
                field.error_messages["required"] = _("Ô này chưa điền.")

    def carry_out(self, act: Callable[..., Any], **extra: Any) -> bool:
        """Call `act` with what was typed; False when nothing was sent, or something is refused."""
        if not self.is_bound or not self.is_valid():
            return False
        try:
            self.result = act(**self.cleaned_data, **extra)
        except ValidationError as refusal:
            self.refuse(refusal)
            return False
        return True

    def refuse(self, refusal: ValidationError) -> None:
        """Put a refusal of the rules at its field, or above the form."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            known = name in self.fields and name != NON_FIELD_ERRORS
            self.add_error(name if known else None, errors)

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                plain = isinstance(self.fields[name].widget, forms.Textarea)
                self.cleaned_data[name] = _tidy_lines(value) if plain else tidy(value)


def _tidy_lines(text: str) -> str:
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


class ActionForm(_Acting, forms.Form):
    """A form whose fields are the arguments of a model method or operation."""


class ReasonForm(ActionForm):
    """Why something is undone: asked before the act, kept in its history."""

    why = forms.CharField(
        label=_later("Lý do"), max_length=300, help_text=_later("Lý do hiện trong lịch sử.")
    )


class ActionModelForm(_Acting, forms.ModelForm):  # type: ignore[type-arg]
    """The same over a model's fields; `carry_out` receives the cleaned values."""

    def _post_clean(self) -> None:
        """Let the act decide what is stored: the instance is not touched by validation."""
